using System.Collections.Immutable;
using BansosBot.Commands;
using BansosBot.Configuration;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Programmes;
using BansosBot.Texts;

namespace BansosBot;

/// <summary>What the bot asks and says: the programmes, the errands of the menu, the sentences.</summary>
internal sealed record Composition(Talk Talk, Wording Wording)
{
    /// <exception cref="WrongUseException">A programme file or a text is wrong; a line for each mistake.</exception>
    public static Composition Of(Settings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Office.TimeZone);
        var files = ProgrammeFiles.Read(settings.ProgrammesPath);
        if (!files.Mistakes.IsEmpty) throw new WrongUseException(files.Mistakes.Select(m => m.ToString()));
        try
        {
            var wording = new Wording(TextBook.Shipped(files.Texts), new OfficeTime(zone));
            return new(new Talk(OfficeOf(settings.Office, zone), Errands(files.Programmes)), wording);
        }
        catch (TextsBroken e)
        {
            throw new WrongUseException(e.Mistakes.Select(m => m.ToString()));
        }
    }

    /// <summary>In the order of the menu.</summary>
    private static ImmutableArray<Errand> Errands(ImmutableArray<ShippedProgramme> programmes) =>
    [
        .. programmes.Select(Apply), new StatusErrand([.. programmes.Select(p => p.Programme)]), new CheckErrand(), new OfficialErrand(),
        new OwnDataErrand(), new EraseErrand(), new WithdrawErrand(),
    ];

    // A place in a flow names its errand: the flow bears the errand's name.
    private static ApplyErrand Apply(ShippedProgramme p)
    {
        var name = new ApplyErrand(p.Programme, p.Flow).Name;
        return new ApplyErrand(p.Programme, p.Flow with { Name = name });
    }

    private static Office OfficeOf(OfficeSettings office, TimeZoneInfo zone) => new(office.Name, zone, office.QuietFrom, office.QuietUntil) { Holidays = office.Holidays };
}
