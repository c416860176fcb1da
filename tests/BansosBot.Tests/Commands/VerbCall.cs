using System.Collections;
using BansosBot.Commands;

namespace BansosBot.Tests.Commands;

/// <summary>A verb called as the program calls it, within the process of the tests: what it prints and its exit code, without a start of the runtime
/// for each. That the program gives its verbs what it was started with is shown by those that start it (<see cref="BotProcess"/>).</summary>
internal static class VerbCall
{
    /// <param name="folder">Data and keys are in it; what is printed is without it, as for somebody who stands there.</param>
    /// <param name="arguments">Files by their whole path: all tests of a process stand in one folder.</param>
    /// <param name="clock">Null: the machine's.</param>
    public static async Task<BotProcess.Ended> RunAsync(string folder, IEnumerable<string> arguments, string input = "", TimeProvider? clock = null)
    {
        var split = Arguments.Split([$"--Storage:Path={Path.Combine(folder, "data")}", $"--Keys:Path={Path.Combine(folder, "keys")}", .. arguments]);
        await using StringWriter data = new(), notes = new();
        using var typed = new StringReader(input);
        var code = await Verbs.RunAsync(split.Words, new(folder, new Hashtable(), split.Settings, typed, TextWriter.Synchronized(data), TextWriter.Synchronized(notes), clock ?? TimeProvider.System));
        return new(code, Said(data), Said(notes));

        string Said(StringWriter to) => to.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
