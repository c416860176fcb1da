using System.Globalization;
using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation.City;

/// <summary>What somebody does next: one message, or a few right after each other.</summary>
/// <param name="MayBeSilent">A double press, an item of an album, the last word of an erased chat: no reply of its own is promised.</param>
internal sealed record Said(Func<string, Incoming> As, string InWords, bool MayBeSilent = false);

/// <summary>What somebody is after.</summary>
internal enum Goal
{
    Apply,
    AskStatus,
    AskByCode,

    /// <summary>By NIK, the end of the KK number and the kelurahan; sometimes by those of somebody else.</summary>
    AskWithoutCode,
    Withdraw,
    Erase,

    /// <summary>From the web page on at Telegram.</summary>
    GoOn,

    /// <summary>Opens such a link at Telegram.</summary>
    OpenLink,
    Wander,
}

/// <summary>An invented person at the telephone: follows a goal, step by step, and not always straight on.</summary>
/// <remarks>Reads what is asked from the conversation itself instead of its words; buttons are those of letters that came.</remarks>
/// <param name="opensLinks">A phone of their own for somebody who begins on the web page: it opens what was offered there, and goes on with it.</param>
internal sealed class Resident(ChatKey chat, Household family, Random random, Town town, bool opensLinks = false)
{
    private readonly Answering answering = new(chat, family, random);
    private readonly Quirks quirks = new(chat, random);
    private Goal goal = Goal.Apply;
    private string step = "";
    private int turns;

    public ChatKey Chat => chat;

    public Household Family => family;

    /// <summary>Everything said before this instant is over: they have left for a while.</summary>
    public TimeSpan AwayUntil { get; set; }

    /// <summary>A link is good for minutes only.</summary>
    public bool IsInAHurry => opensLinks ? town.Links is [.., var last] && town.Clock.Gone - last.Since < JoiningOffer.GoodFor : goal == Goal.GoOn;

    public override string ToString() => $"{family.Guardian} ({chat})";

    /// <param name="now">Their conversation as it stands.</param>
    /// <param name="inbox">Letters that came, oldest first.</param>
    public IReadOnlyList<Said> Next(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        if (++turns > 60) Want(today);            // got nowhere: something else
        if (now.Place == StepMap.Locked && random.Next(5) > 0) return [Words(BirthOf(now).ToString("d-M-yyyy", CultureInfo.InvariantCulture))];
        if (opensLinks) goal = now.Drafts.ContainsKey("yapi") ? Goal.Apply : Goal.OpenLink;
        if (chat.Channel == Town.Web && goal == Goal.Apply && random.Next(12) == 0 && now.Drafts.Values.Any(d => d.Answers.Values.Any(a => a is Answer.Day))) goal = Goal.GoOn;
        if (random.Next(100) < 14 && quirks.Any(now, inbox) is { } odd) return odd;
        return goal switch
        {
            Goal.Apply => Applies(now, inbox, today),
            Goal.AskStatus => Done([Command("status")], today),
            Goal.AskByCode => AsksByCode(now, inbox, today),
            Goal.AskWithoutCode => AsksWithoutCode(now, inbox, today),
            Goal.Withdraw => Withdraws(now, inbox, today),
            Goal.Erase => Erases(now, inbox, today),
            Goal.GoOn => GoesOn(now, inbox, today),
            Goal.OpenLink => OpensALink(now, inbox, today),
            _ => Done([quirks.Wanders()], today),
        };
    }

    private IReadOnlyList<Said> Applies(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        var flow = StepMap.FlowOf(now.Place);
        if (now.Place == StepMap.Idle)
        {
            if (step.EndsWith("!review", StringComparison.Ordinal) || step.EndsWith("!filing", StringComparison.Ordinal))
            {
                step = "";
                Want(today);
            }

            return [now.Choices.Contains("go:apply") && random.Next(2) == 0 ? Press(now, inbox, "go:apply") : Command("daftar")];
        }

        step = now.Place;
        if (now.Place == StepMap.Cancelling || (flow is not null && flow != "yapi")) return [Press(now, inbox, random.Next(4) == 0 ? Any(now) : Everywhere.Back)];
        if (now.Place == StepMap.Locked) return [Words("kenapa ini?")];
        if (now.Place == StepMap.ToOfficer) return [random.Next(2) == 0 ? Words("Kapan petugas datang ke rumah?") : Press(now, inbox, Everywhere.Back)];
        if (now.Place.EndsWith("!filing", StringComparison.Ordinal)) return random.Next(3) == 0 ? [Words("sudah belum?")] : [];
        if (now.Place.EndsWith("!review", StringComparison.Ordinal)) return [Reviews(now, inbox)];
        return answering.At(now, inbox, today);
    }

    private Said Reviews(Conversation now, IReadOnlyList<Letter> inbox)
    {
        var lines = now.Choices.Where(c => c.StartsWith("mend:", StringComparison.Ordinal)).ToList();
        if (lines.Count > 0) return Press(now, inbox, lines[random.Next(lines.Count)]);
        return random.Next(10) switch
        {
            < 7 => random.Next(2) == 0 ? Press(now, inbox, "kirim") : Words("kirim"),
            < 9 => Press(now, inbox, "perbaiki"),
            _ => Words("bagaimana ini?"),
        };
    }

    private IReadOnlyList<Said> AsksByCode(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        if (town.SomeReceipt(random) is not var (code, born)) return Done([Command("status")], today);
        switch (now.Place)
        {
            case "status/receipt_code":
                return [Words(random.Next(6) == 0 ? "AAAA-BBBB-CCCC" : code)];
            case "status/birth_date" when now.Choices.Contains("benar"):
                return Done([Press(now, inbox, "benar")], today);
            case "status/birth_date":
                return [Words((random.Next(4) == 0 ? born.AddDays(1) : born).ToString("d-M-yyyy", CultureInfo.InvariantCulture))];
            default:
                return [now.Choices.Contains("go:status:code") ? Press(now, inbox, "go:status:code") : Command(random.Next(2) == 0 ? "status" : "start", $"s_{code}")];
        }
    }

    private IReadOnlyList<Said> AsksWithoutCode(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today) => now.Place switch
    {
        "status/receipt_code" => [Press(now, inbox, "tanpa_kode")],
        "lookup/nik" => [Words(random.Next(5) == 0 ? family.GuardianNik : family.Of(1, today).Nik)],
        _ when now.Place == "lookup/kk_last_six" && now.Choices.Contains("benar") => [Press(now, inbox, "benar")],
        "lookup/kk_last_six" => [Words(random.Next(4) switch { 0 => "123456", 1 => family.Kk, _ => family.Kk[^6..] })],
        "lookup/kelurahan" => Done([Words(family.Kelurahan.Name)], today),
        _ when now.Choices.Contains("go:lookup") => Done([Press(now, inbox, "go:lookup")], today),
        _ => [now.Choices.Contains("go:status:code") ? Press(now, inbox, "go:status:code") : Command("status")],
    };

    private IReadOnlyList<Said> Withdraws(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        if (now.Choices.FirstOrDefault(c => c.StartsWith("go:withdraw:", StringComparison.Ordinal)) is { } which)
            return which.EndsWith('!') ? Done([Press(now, inbox, which)], today) : [Press(now, inbox, which)];
        if (now.Choices.Contains("go:withdraw")) return [Press(now, inbox, "go:withdraw")];
        return now.Cases.IsEmpty ? Done([Command("cek")], today) : [Command("status")];
    }

    private IReadOnlyList<Said> Erases(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        if (!now.Choices.Contains("go:erase:ya")) return [Command("hapus_data")];
        if (random.Next(3) == 0) return Done([Press(now, inbox, Everywhere.Menu)], today);
        return Done([Press(now, inbox, "go:erase:ya") with { MayBeSilent = chat.Channel == Town.Web }], today);    // an erased page is empty
    }

    private IReadOnlyList<Said> GoesOn(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        if (inbox.SelectMany(l => l.Buttons).SelectMany(r => r).LastOrDefault(b => b.Link is not null)?.Link is { } link && link.Split("start=")[1] is ['w', ..] and var payload && town.Links.TrueForAll(l => l.Payload != payload))
        {
            town.Links.Add((payload, BirthOf(now), town.Clock.Gone));
            return Done([Command("menu")], today);
        }

        return [now.Choices.Contains("go:telegram") ? Press(now, inbox, "go:telegram") : Command("menu")];
    }

    private IReadOnlyList<Said> OpensALink(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        if (town.SomeLink(random) is not var (payload, born)) return random.Next(4) > 0 ? [] : [quirks.Wanders()];
        if (now.Place != "joining/birth_date") return [Command("start", payload)];
        if (now.Choices.Contains("benar")) return Done([Press(now, inbox, "benar")], today);
        return [Words((random.Next(6) == 0 ? born.AddDays(1) : born).ToString("d-M-yyyy", CultureInfo.InvariantCulture))];
    }

    private IReadOnlyList<Said> Done(IReadOnlyList<Said> last, DateOnly today)
    {
        Want(today);
        return last;
    }

    private void Want(DateOnly today)
    {
        turns = 0;
        goal = random.Next(22) switch { > 19 => chat.Channel == Town.Web ? Goal.GoOn : Goal.OpenLink, < 10 => Goal.Apply, < 12 => Goal.AskStatus, < 14 => Goal.AskByCode, < 15 => Goal.AskWithoutCode, < 17 => Goal.Withdraw, < 18 => Goal.Erase, _ => Goal.Wander };
        if (goal != Goal.Apply) return;
        family.Grow(today);
        answering.BeginSitting();
    }

    private DateOnly BirthOf(Conversation now)
    {
        var drafted = now.Drafts.Values.SelectMany(d => d.Answers.Values).OfType<Answer.Day>().Select(d => d.On).ToList();
        return drafted.Count > 0 ? drafted[0] : family.AnyBirth;
    }

    private string Any(Conversation now) => now.Choices.Length == 0 ? Everywhere.Menu : now.Choices[random.Next(now.Choices.Length)];

    private Said Words(string text) => Saying.Words(chat, text);

    private Said Command(string name, string arguments = "") => Saying.Command(chat, name, arguments);

    private Said Press(Conversation now, IReadOnlyList<Letter> inbox, string choice) => Saying.Choose(chat, random, now, inbox, choice);
}

/// <summary>Ways of saying something.</summary>
internal static class Saying
{
    public static Said Words(ChatKey chat, string text) => new(id => new Incoming.Words(chat, id, text), $"writes \"{(text.Length > 60 ? text[..60] + "…" : text)}\"");

    public static Said Command(ChatKey chat, string name, string arguments = "") => new(id => new Incoming.Command(chat, id, name, arguments), $"/{name} {arguments}");

    /// <summary>A choice: its button where the letter has come, mostly; else its number or its words.</summary>
    public static Said Choose(ChatKey chat, Random random, Conversation now, IReadOnlyList<Letter> inbox, string choice)
    {
        var index = now.Choices.IndexOf(choice);
        if (index < 0) return Everywhere.IsEverywhere(choice) ? Command(chat, "menu") : Words(chat, choice);
        var button = inbox.Where(l => l.Question == now.Question).SelectMany(l => l.Buttons).SelectMany(r => r).FirstOrDefault(b => b.Choice == index && b.Link is null);
        if (button is not null && random.Next(5) == 0) return Words(chat, button.Label);
        return Press(chat, now.Question, index, choice);
    }

    public static Said Press(ChatKey chat, int question, int choice, string meaning) => new(id => new Incoming.Press(chat, id, question, choice), $"presses {question}.{choice} ({meaning})");

    public static Said Photo(ChatKey chat, FileRef file, string? album, bool mayBeSilent) => new(id => new Incoming.Picture(chat, id, file, album), $"sends photo {file.At}{(album is null ? "" : " of an album")}", mayBeSilent);
}
