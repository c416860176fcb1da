using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BansosBot.Domain.Conversations;

/// <summary>What a person's message means at this point of the conversation, before anything is done about it.</summary>
public abstract record Heard
{
    private Heard() { }

    /// <summary>A choice by its name: of the present question, or one that is open everywhere (<see cref="Everywhere"/>).</summary>
    public sealed record Chosen(string Name) : Heard;

    /// <summary>Words for the present question to read.</summary>
    public sealed record Text(string Typed) : Heard;

    public sealed record Picture(FileRef File, string? Album) : Heard;

    public sealed record Odd(OddKind Kind) : Heard;

    /// <summary>A button of a question that is over.</summary>
    public sealed record OldButton : Heard;

    /// <summary>The very press that was just taken.</summary>
    public sealed record SameButton : Heard;

    /// <summary>Reads a person's message against what was asked last.</summary>
    public static Heard By(Conversation conversation, Incoming message) => message switch
    {
        Incoming.Press p => OfPress(conversation, p),
        Incoming.Command c => Everywhere.OfCommand(c.Name, c.Arguments) is { } name ? new Chosen(name) : new Text("/" + c.Name),
        Incoming.Words w => OfLabel(conversation, w.Text) is { } labelled ? new Chosen(labelled)
            : WayBack(conversation, w.Text) is { } back ? new Chosen(back)
            : IsAskedBack(conversation, w.Text) ? new Chosen(Everywhere.Help)
            : Everywhere.OfWords(w.Text) is { } name ? new Chosen(name)
            : OfNumber(conversation, w.Text) is { } choice ? new Chosen(choice)
            : OfYesNo(conversation, w.Text) is { } meant ? new Chosen(meant)
            : Surveys.RatingErrand.MeantBy(conversation, w.Text) is { } rated ? new Chosen(rated)
            : OfFirstWords(conversation, w.Text) is { } begun ? new Chosen(begun)
            : new Text(w.Text),
        Incoming.Picture p => new Picture(p.File, p.Album),
        Incoming.Odd o => new Odd(o.Kind),
        _ => throw new InvalidOperationException($"Not said by a person: {message}"),
    };

    private static Heard OfPress(Conversation c, Incoming.Press p) =>
        c.LastPress == new Pressed(p.Question, p.Choice) && p.Question != c.Question ? new SameButton()
        : p.Question == c.Question && p.Choice >= 0 && p.Choice < c.Choices.Length ? new Chosen(c.Choices[p.Choice])
        : NewsChoice.Meant(p) is { } news ? new Chosen(news)
        : new OldButton();

    /// <summary>What stands on a button does as the button does, however it is spelt out.</summary>
    private static string? OfLabel(Conversation c, string text) => Only(c, text, static (label, typed) => label == typed);

    /// <summary>"Cek bantuan" for [Cek bantuan yang cocok], where only one button begins so, and the words are none of our own: "lanjut" goes on with a
    /// draft, also where [Lanjut di Telegram] stands. In a question half a label may be another answer, so that its kind reads it, and asks back.</summary>
    private static string? OfFirstWords(Conversation c, string text) =>
        c.Place == StepMap.Idle
        && OwnWords.Of(text, c) is null
            ? Only(c, text, static (label, typed) => label.StartsWith(typed + ' ', StringComparison.Ordinal))
            : null;

    private static string? Only(Conversation c, string text, Func<string, string, bool> bears)
    {
        if (c.Labels.Length != c.Choices.Length || text.Length > LabelMax) return null;
        var typed = Everywhere.Plain(text);
        if (typed.Length == 0) return null;
        string? only = null;
        for (var i = 0; i < c.Labels.Length; i++)
        {
            if (c.Labels[i].Length == 0 || !bears(c.Labels[i], typed)) continue;
            if (only is not null && only != c.Choices[i]) return null;
            only = c.Choices[i];
        }

        return only;
    }

    // Twice what the linter of texts lets stand on a button: the same with pictures, dots and blanks.
    private const int LabelMax = 64;

    /// <summary>"2" stands for the second choice where the question offers that many of its own.</summary>
    private static string? OfNumber(Conversation c, string text)
    {
        var own = c.Place == StepMap.Idle ? c.Choices.Length : c.Choices.Count(n => !Everywhere.IsEverywhere(n));       // in a menu each is one's own
        return own > 0
            && !StepMap.IsReview(c.Place)        // there figures number the lines that are read, not the buttons below them
            && !c.Choices.Any(IsFigure)          // "7" means desil 7 where desil are the choices, not the seventh button
            && int.TryParse(text.Trim().TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n >= 1 && n <= own
            && text.Trim().Length <= 3
            ? c.Choices[n - 1]
            : null;
    }

    /// <summary>"Ya" where the one thing to do is asked about and the other way is the menu: "Benar mau ditarik?"</summary>
    private static string? OfYesNo(Conversation c, string text) =>
        !AsksForAnAct(c) ? null
        : YesNo.Of(text) is { } yes ? yes ? c.Choices[0] : Everywhere.Menu
        : null;

    private static bool AsksForAnAct(Conversation c) =>
        c.Place == StepMap.Idle && c.Choices is [var act, Everywhere.Menu] && act.StartsWith(Everywhere.Go, StringComparison.Ordinal);

    /// <summary>"Tidak jadi" where that is the way back, as on the button there; elsewhere it cancels.</summary>
    private static string? WayBack(Conversation c, string text) =>
        Everywhere.Plain(text) is not ("tidak jadi" or "tdk jadi" or "gajadi" or "ga jadi" or "gak jadi" or "nggak jadi" or "tidak jadi berhenti" or "gak jadi berhenti" or "never mind" or "nevermind") ? null
        : c.Place is StepMap.Cancelling or StepMap.ToOfficer ? Everywhere.Back
        : AsksForAnAct(c) ? Everywhere.Menu
        : null;

    /// <summary>"Apa itu desil", "what is desil": no answer, but a question about the question.</summary>
    private static bool IsAskedBack(Conversation c, string text) =>
        StepMap.StepOf(c.Place) is not null
        && text.Length <= 60
        && Everywhere.Plain(text) is var plain
        && (plain.StartsWith("apa itu", StringComparison.Ordinal) || plain.StartsWith("apa sih", StringComparison.Ordinal)
            || plain.StartsWith("apa arti", StringComparison.Ordinal) || plain.StartsWith("apa maksud", StringComparison.Ordinal)
            || plain.StartsWith("what is ", StringComparison.Ordinal) || plain.StartsWith("what s ", StringComparison.Ordinal)
            || plain.StartsWith("what does ", StringComparison.Ordinal) || plain.StartsWith("what do you mean", StringComparison.Ordinal)
            || plain.EndsWith("itu apa", StringComparison.Ordinal) || plain.EndsWith("artinya apa", StringComparison.Ordinal));

    private static bool IsFigure(string choice) => choice.Length <= 2 && choice.All(char.IsAsciiDigit);
}

/// <summary>Choices that are open at every step, by button, command or word: they win over the present question.</summary>
public static class Everywhere
{
    public const string Back = "!back";
    public const string Menu = "!menu";
    public const string Help = "!help";
    public const string Cancel = "!cancel";
    public const string Officer = "!officer";

    /// <summary>Asks the present question again.</summary>
    public const string Again = "!again";

    /// <summary>A link that nobody knows: mistyped, used up, or of another bot.</summary>
    public const string UnknownLink = "!link";

    /// <summary>Prefix of opening an errand: <c>go:status</c>.</summary>
    public const string Go = "go:";

    /// <summary>Opens a report of a child in danger.</summary>
    public const string ChildInDanger = Go + Protection.ProtectErrand.FlowName;

    private static readonly ImmutableDictionary<string, string> Words = new (string Name, string Said)[]
    {
        (Menu, "menu|menu utama|ke menu|kembali ke menu|balik ke menu|balik ke awal|awal|mulai lagi|main menu|back to menu|back to the menu|start again|start over"),
        (Cancel, "batal|batalkan|batalin|gajadi|ga jadi|gak jadi|nggak jadi|tidak jadi|cancel|cancel it|stop|quit|exit"),
        (Help, "bantuan|tolong|help|bingung|saya bingung|tidak mengerti|ga ngerti|gak ngerti|maksudnya|maksudnya apa|help me|i need help|please help|explain|explain again|i don t understand|i dont understand|i do not understand"),
        (Back, "kembali|mundur|balik|back|sebelumnya|go back|previous"),
        (ChildInDanger, "lapor anak|laporan anak|laporkan anak|lapor kekerasan|lapor kekerasan anak|kekerasan anak|lapor anak disakiti|lapor anak dipukul|lapor anak dipukuli|anak disakiti|anak dipukul|anak dipukuli|anak disiksa|lapor anak terlantar|lapor anak ditelantarkan|saya dipukul|saya dipukuli|report a child|report child abuse|child abuse"),
        (Officer, "petugas|bicara dengan petugas|bicara petugas|hubungi petugas|ngomong sama petugas|mau ngomong sama petugas|admin|operator|officer|an officer|staff|talk to an officer|talk to officer|speak to an officer|contact an officer|talk to staff|talk to a person|talk to someone|i want to talk to an officer"),
    }.SelectMany(w => w.Said.Split('|').Select(said => (said, w.Name))).ToImmutableDictionary(p => p.said, p => p.Name);

    /// <summary>Open at every step, so never an answer of the question itself.</summary>
    public static bool IsEverywhere(string choice) => choice.StartsWith('!') || choice.StartsWith(Go, StringComparison.Ordinal);

    /// <summary>What a command opens; null where there is no such command.</summary>
    /// <remarks>The list that must stay: design.md, "Chat commands".</remarks>
    public static string? OfCommand(string name, string arguments) => name switch
    {
        "start" => OfPayload(arguments.Trim()),
        "menu" => Menu,
        "batal" => Cancel,
        "bantuan" or "help" => Help,
        "petugas" => Officer,
        "antrean" => Staff.QueueErrand.Of(Staff.QueueOf.Nobodys),
        "telepon" => Staff.QueueErrand.Of(Staff.QueueOf.ToCall),
        "rekap" => Figures.RecapErrand.Opens(Figures.RecapFor.Staff),
        "status" => Go + "status",
        "cek" => Go + "check",
        "daftar" => Go + "apply",
        "syarat" => Go + "interview",
        "jadwal" => Schedule(arguments),
        "bahasa" => Go + "language",
        "resmi" => Go + "official",
        "data_saya" => Go + "mydata",
        "hapus_data" => Go + "erase",
        Leaving.Command => Menu,           // on one's own telephone there is nothing to leave
        _ => null,
    };

    /// <summary>Words that win in every step; only when they are the whole message.</summary>
    public static string? OfWords(string text) => text.Length > 40 ? null : Words.GetValueOrDefault(Plain(text));

    /// <summary>Lower case, single spaces, no punctuation at the ends: how short words are compared.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    // Before an @ stands the programme, and only our own buttons write one there: what anybody types is a place, or the name of a known programme.
    private static string Schedule(string told) =>
        told.Replace('@', ' ').Trim() is { Length: > 0 } place ? $"{Go}schedule:{place}" : Go + "schedule";

    /// <summary>Start payloads of posters and QR codes: design.md, "Start payloads".</summary>
    private static string OfPayload(string payload) => payload.Split('_', 2) switch
    {
        ["daftar", var programme] => $"{Go}apply:{programme}",
        ["syarat", var programme] => $"{Go}programmes:{programme}",
        ["jadwal", ..] => Schedule(payload["jadwal".Length..].TrimStart('_')),
        ["s", var receipt] => $"{Go}status:{receipt}",
        ["i", var invitation] => $"{Go}{Staff.InvitedErrand.Called}:{invitation}",
        ["w", var joining] => $"{Go}join:{joining}",
        ["" or "menu"] => Menu,
        _ => UnknownLink,
    };
}
