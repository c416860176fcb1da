using System.Globalization;
using System.Collections.Immutable;
using System.Diagnostics;
using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>
/// The one place that turns a <see cref="Say"/> into words, and the only one that writes a date, an amount or a length of
/// time. Without state of its own; may be used from many threads.
/// </summary>
public sealed class Wording
{
    private readonly TextBook book;
    private readonly OfficeTime office;

    /// <exception cref="TextsBroken">The book has mistakes, or lacks a text that values are written with.</exception>
    public Wording(TextBook book, OfficeTime office)
    {
        var missing = ValueKeys.Where(k => book.Find(k, Language.Indonesian) is null)
            .Select(k => new TextMistake("Texts/parts/values.id.yaml", k, "missing", "Values cannot be written without it"));
        ImmutableArray<TextMistake> wrong = [.. book.Mistakes, .. missing];
        if (!wrong.IsEmpty) throw new TextsBroken(wrong);
        this.book = book;
        this.office = office;
    }

    /// <summary>Texts that no <see cref="Say"/> names, because values are written with them.</summary>
    public static ImmutableArray<string> ValueKeys { get; } =
    [
        "Value.Moment", "Value.Hours", "Value.MonthSpan", "Value.Two", "Value.Many", "Value.Item", "Value.NumberedItem", "Value.Ordinal", "Value.InWords", "Value.Instant",
        "Value.JustNow", "Value.Shortly", "Value.Ahead", "Value.Ago", "Value.Today", "Value.Tomorrow",
        "Value.DayAfterTomorrow", "Value.Yesterday", "Value.Months", "Value.Years",
    ];

    /// <param name="say">Which text, with the values of its placeholders; a value that the text does not name is left out.</param>
    /// <param name="language">Where it lacks the text, Indonesian speaks, with Indonesian dates inside.</param>
    /// <param name="now">From where "besok" and "3 hari lagi" are counted.</param>
    /// <param name="assigned">What the store has given meanwhile; null, or null from it: not given.</param>
    /// <exception cref="CannotSay">
    /// No such text, a placeholder without value, or a value not assigned yet. Our mistake, never the person's.
    /// </exception>
    public Worded Render(Say say, Language language, DateTimeOffset now, Func<SayValue.Assigned, string?>? assigned = null) =>
        Text(say, new Telling(language, now, assigned));

    /// <summary>What stands on a button. No label tells how long something is away, nor what the store gives.</summary>
    public string Label(Say say, Language language) => Render(say, language, now: default).Text;

    private Worded Text(Say say, Telling telling)
    {
        TextBook.BookedText text = book.Find(say.Key, telling.Language) ?? throw CannotSay.NoText(say.Key);
        var to = new WordedBuilder();
        text.Template.WriteTo(to, name =>
        {
            foreach (Slot slot in say.Values)
            {
                if (slot.Name == name)
                    return Value(slot.Value, new Place(say.Key, name, text.Entry.Language), telling);
            }
            throw CannotSay.NoValue(say.Key, name);
        });
        return to.Build();
    }

    private Filling Value(SayValue value, Place place, Telling telling)
    {
        var culture = Cultures.Of(place.Spoken);
        try
        {
            return value switch
            {
                SayValue.Number n => new(Worded.Plain(ValueWords.Number(n.N, culture)), n.N),
                SayValue.Words words => Plain(words.As),
                SayValue.Day day => Plain(ValueWords.Day(day.On, culture)),
                SayValue.PaperDay day => Plain(ValueWords.PaperDay(day.On, culture)),
                SayValue.Moment moment => Plain(Moment(moment.At, place.Spoken)),
                SayValue.Hours hours => Plain(Hours(hours, place.Spoken)),
                SayValue.Months months => Plain(Months(months, place.Spoken, culture)),
                SayValue.Length length => Plain(Length(length.Span, place.Spoken)),
                SayValue.Nearby nearby => Plain(Nearby(nearby.On, place.Spoken, telling.Now)),
                SayValue.Around around => Plain(Around(around.At, place.Spoken, telling.Now)),
                SayValue.Ordinal ordinal => Plain(Own("Value.Ordinal", place.Spoken, ("n", ordinal.N))),
                SayValue.Money money => Plain(ValueWords.Money(money.Amount)),
                SayValue.MoneyInWords money =>
                    Plain(Own("Value.InWords", Language.Indonesian, ("angka", Terbilang.Of(money.Amount.Amount)))),
                SayValue.Text inner => new(Text(inner.Inner, telling), null),
                SayValue.Together all => new(Together([.. all.Items.Select(i => Text(i, telling))], place.Spoken), null),
                SayValue.Lines all => new(Lines([.. all.Items.Select(i => Text(i, telling))], all.Numbered, place.Spoken), null),
                SayValue.Assigned given =>
                    Plain(telling.Assigned?.Invoke(given) ?? throw CannotSay.NotAssigned(place.Key, place.Name)),
                _ => throw new UnreachableException($"A kind of value that Texts does not know: {value}"),
            };
        }
        catch (ArgumentOutOfRangeException)    // a negative length or amount; its text would show the value
        {
            throw CannotSay.Impossible(place.Key, place.Name);
        }
    }

    private string Moment(DateTimeOffset at, Language spoken) => Own(
        "Value.Moment",
        spoken,
        ("hari", office.Day(at)),
        ("jam", ValueWords.Hour(office.Local(at))),
        ("zona", office.Name(at)));

    private string Hours(SayValue.Hours hours, Language spoken) => Own(
        "Value.Hours", spoken, ("dari", ValueWords.Hour(office.Local(hours.From))), ("sampai", ValueWords.Hour(office.Local(hours.Until))), ("zona", office.Name(hours.From)));

    // The year is said once where it is the same.
    private static string FirstOf(SayValue.Months months, CultureInfo culture) =>
        months.First.Year == months.Last.Year ? ValueWords.MonthName(months.First, culture) : ValueWords.Month(months.First, culture);

    private string Months(SayValue.Months months, Language spoken, CultureInfo culture) =>
        months.First == months.Last ? ValueWords.Month(months.Last, culture)
        : Own("Value.MonthSpan", spoken, ("awal", FirstOf(months, culture)), ("akhir", ValueWords.Month(months.Last, culture)));

    private string Length(TimeSpan span, Language spoken) =>
        ValueWords.Length(span, spoken) is { Length: > 0 } words ? words : Own("Value.Instant", spoken);

    /// <summary>
    /// Calendar days of the office. Up to 30 days as days; then whole months and years by the calendar, as ages are counted.
    /// </summary>
    private string Nearby(DateOnly on, Language spoken, DateTimeOffset now)
    {
        DateOnly today = office.Day(now);
        var days = on.DayNumber - today.DayNumber;
        return days switch
        {
            0 => Own("Value.Today", spoken),
            1 => Own("Value.Tomorrow", spoken),
            2 => Own("Value.DayAfterTomorrow", spoken),
            -1 => Own("Value.Yesterday", spoken),
            > 0 => Own("Value.Ahead", spoken, ("lama", Apart(today, on, spoken))),
            _ => Own("Value.Ago", spoken, ("lama", Apart(on, today, spoken))),
        };
    }

    private string Apart(DateOnly earlier, DateOnly later, Language spoken)
    {
        var days = later.DayNumber - earlier.DayNumber;
        var months = ((later.Year - earlier.Year) * 12) + later.Month - earlier.Month;
        if (earlier.AddMonths(months) > later) months--;
        return days <= 30 || months == 0 ? ValueWords.Days(days, spoken)
            : months < 12 ? Own("Value.Months", spoken, ("n", months))
            : Own("Value.Years", spoken, ("n", months / 12));
    }

    private string Around(DateTimeOffset at, Language spoken, DateTimeOffset now)
    {
        if (office.Day(at) != office.Day(now)) return Nearby(office.Day(at), spoken, now);
        TimeSpan apart = (at - now).Duration();
        if (apart < TimeSpan.FromMinutes(1)) return Own(at > now ? "Value.Shortly" : "Value.JustNow", spoken);
        TimeSpan coarse = apart < TimeSpan.FromHours(1)
            ? TimeSpan.FromMinutes((long)apart.TotalMinutes)
            : TimeSpan.FromHours((long)apart.TotalHours);
        return Own(at > now ? "Value.Ahead" : "Value.Ago", spoken, ("lama", ValueWords.Length(coarse, spoken)));
    }

    private Worded Together(ImmutableArray<Worded> items, Language spoken) => items.Length switch
    {
        0 => Worded.Plain(""),
        1 => items[0],
        2 => Own("Value.Two", spoken, name => name == "satu" ? items[0] : items[1]),
        _ => Own("Value.Many", spoken, name => name == "awal" ? Joined(items[..^1], ", ") : items[^1]),
    };

    // One alone is no list.
    private Worded Lines(ImmutableArray<Worded> items, bool numbered, Language spoken) => items is [var only] && !numbered ? only : Joined(
        [.. items.Select((item, i) => numbered
            ? Own("Value.NumberedItem", spoken, name => name == "n" ? Worded.Plain((i + 1).ToString(CultureInfo.InvariantCulture)) : item)
            : Own("Value.Item", spoken, _ => item))],
        "\n");

    private static Worded Joined(ImmutableArray<Worded> items, string between)
    {
        var to = new WordedBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) to.Append(between);
            to.Append(items[i]);
        }
        return to.Build();
    }

    private Worded Own(string key, Language spoken, Func<string, Worded> fill)
    {
        var to = new WordedBuilder();
        (book.Find(key, spoken) ?? throw CannotSay.NoText(key)).Template.WriteTo(to, name => new Filling(fill(name), null));
        return to.Build();
    }

    private string Own(string key, Language spoken, params ReadOnlySpan<Slot> values) =>
        Text(new Say(key, values), new Telling(spoken, default, null)).Text;

    private static Filling Plain(string words) => new(Worded.Plain(words), null);

    private readonly record struct Telling(Language Language, DateTimeOffset Now, Func<SayValue.Assigned, string?>? Assigned);

    /// <param name="Spoken">The language the text was found in.</param>
    private readonly record struct Place(string Key, string Name, Language Spoken);
}
