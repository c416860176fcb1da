using System.Collections;
using System.Collections.Immutable;
using BansosBot.Configuration;

namespace BansosBot.Commands;

/// <summary>What a verb is run with.</summary>
/// <param name="Folder">The working directory, where <c>appsettings.json</c> may lie.</param>
/// <param name="Out">Data.</param>
/// <param name="Notes">All else: for people, not for scripts.</param>
internal sealed record Call(
    string Folder, IDictionary Environment, ImmutableArray<KeyValuePair<string, string?>> Arguments, TextReader In, TextWriter Out, TextWriter Notes, TimeProvider Clock)
{
    public SettingsRead ReadSettings() => SettingsReader.Read(Folder, Environment, Arguments);

    /// <summary>The settings, with what the program says and asks.</summary>
    /// <exception cref="WrongUseException">A line for each mistake.</exception>
    public (Settings Settings, Composition Parts) Prepare()
    {
        var settings = MustSettings();
        return (settings, Composition.Of(settings));
    }

    /// <exception cref="WrongUseException">A line for each mistake.</exception>
    public Settings MustSettings()
    {
        var read = ReadSettings();
        if (!read.Mistakes.IsEmpty) throw new WrongUseException(read.Mistakes.Select(m => m.ToString()));
        if (read.Settings.Demo && File.Exists(DatabaseOf(read.Settings)))
            throw new WrongUseException([$"Demo: \"{read.Settings.Storage.Path}\" holds data already, and invented people never go among real ones. Leave Demo out, or give it folders of its own. Example: --Demo=true --Storage:Path=demo --Keys:Path=demo-keys"]);
        if (read.Settings.Demo)
            throw new WrongUseException(["Demo: invented people and cases are not available in this version. Leave it out, or set it to false. Example: --Demo=false"]);
        return read.Settings;
    }

    public static string DatabaseOf(Settings settings) => Path.Combine(settings.Storage.Path, "bansosbot.db");
}

/// <summary>The program was called or configured wrongly: exit code 2, a line for each mistake.</summary>
internal sealed class WrongUseException(IEnumerable<string> lines) : Exception(string.Join('\n', lines));

/// <summary>What was asked for cannot be done now: exit code 1, one line that says why and the cure.</summary>
internal sealed class FailedException(string line) : Exception(line);
