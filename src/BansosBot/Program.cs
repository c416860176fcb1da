using BansosBot.Commands;

namespace BansosBot;

/// <summary>Exit codes: 0 done, 1 failed, 2 wrong use or wrong configuration.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var arguments = Arguments.Split(args);
        var call = new Call(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables(), arguments.Settings, Console.In, Console.Out, Console.Error, TimeProvider.System);
        return await Verbs.RunAsync(arguments.Words, call);
    }
}
