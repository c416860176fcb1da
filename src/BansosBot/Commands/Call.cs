using System.Collections;
using System.Collections.Immutable;
using BansosBot.Configuration;
using BansosBot.Demo;
using BansosBot.Texts;

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
    /// <exception cref="FailedException">The demo's making was cut off.</exception>
    public (Settings Settings, Composition Parts) Prepare()
    {
        var settings = MustSettings();
        KeepApart(settings);
        if (settings.Demo) settings = settings with { Office = settings.Office with { Name = $"{settings.Office.Name} {DemoMarkInName}" } };
        return (settings, Composition.Of(settings));
    }

    /// <exception cref="WrongUseException">A line for each mistake.</exception>
    public Settings MustSettings()
    {
        var read = ReadSettings();
        if (!read.Mistakes.IsEmpty) throw new WrongUseException(read.Mistakes.Select(m => m.ToString()));
        return read.Settings;
    }

    /// <summary>The day at the office: its new year begins seven hours before UTC's.</summary>
    /// <exception cref="WrongUseException">A line for each mistake in the settings.</exception>
    public DateOnly Today() => new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById(MustSettings().Office.TimeZone)).Day(Clock.GetUtcNow());

    // Behind the office's name wherever people read it.
    private const string DemoMarkInName = "(contoh)";

    private static void KeepApart(Settings settings)
    {
        var storage = settings.Storage.Path;
        if (!File.Exists(DatabaseOf(settings))) return;
        if (settings.Demo && !DemoMark.IsOn(storage))
            throw new WrongUseException([$"Demo: \"{storage}\" holds data already, and invented people never go among real ones. Leave Demo out, or give it folders of its own. Example: --Demo=true --Storage:Path=demo --Keys:Path=demo-keys"]);
        if (!settings.Demo && DemoMark.IsOn(storage))
            throw new WrongUseException([$"Demo: \"{storage}\" holds a demo, and real people never go among invented ones. Go on with --Demo=true, or give the bot folders of its own. Example: --Storage:Path=data2 --Keys:Path=keys2"]);
        if (DemoMark.IsCutOff(storage))
            throw new FailedException($"Demo: its making was cut off. Delete \"{storage}\" and \"{settings.KeysPath}\", which hold invented people only, and start again.");
    }

    public static string DatabaseOf(Settings settings) => Path.Combine(settings.Storage.Path, "bansosbot.db");
}

/// <summary>The program was called or configured wrongly: exit code 2, a line for each mistake.</summary>
internal sealed class WrongUseException(IEnumerable<string> lines) : Exception(string.Join('\n', lines));

/// <summary>What was asked for cannot be done now: exit code 1, one line that says why and the cure.</summary>
internal sealed class FailedException(string line) : Exception(line);
