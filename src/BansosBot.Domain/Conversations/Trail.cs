using System.Globalization;

namespace BansosBot.Domain.Conversations;

/// <summary>Stops as they are kept in a draft's trail: a step's name, with its child.</summary>
internal static class Trail
{
    public static (string Step, int Child) Read(string key) => key.Split('#') switch
    {
        [var step, var child] => (step, int.Parse(child, CultureInfo.InvariantCulture)),
        _ => (key, 0),
    };
}
