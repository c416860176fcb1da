using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Compares what a NIK says with what its bearer says. Warnings to ask about, never errors: real NIKs with a wrong
/// date or sex exist and are not changed, and people move.</summary>
public static class NikSense
{
    /// <summary>What differs, most telling first; empty when all agrees.</summary>
    /// <param name="rule">Whose NIK it is.</param>
    /// <param name="born">As stated; null when not known yet.</param>
    /// <param name="sex">As stated; null when not known yet.</param>
    /// <param name="lives">The kecamatan on the KK; null when not known yet.</param>
    public static ImmutableArray<Say> Doubts(Nik nik, DateOnly today, YearRule rule, DateOnly? born, Sex? sex, Kecamatan? lives)
    {
        var doubts = ImmutableArray.CreateBuilder<Say>();
        if (nik.LooksMadeUp) doubts.Add(new Say("NikSense.LooksMadeUp"));
        if (born is { } stated && Date(nik, today, rule, stated) is { } date) doubts.Add(date);
        if (sex is { } said && said != nik.Sex)
            doubts.Add(new Say("NikSense.Sex", ("menurutNik", InWords(nik.Sex)), ("menurutJawaban", InWords(said))));
        if (lives is not null && Region(nik, lives) is { } region) doubts.Add(region);
        return doubts.ToImmutable();
    }

    /// <summary>Two-digit years are compared as such, so that a wrong guess of the century is no difference.</summary>
    private static Say? Date(Nik nik, DateOnly today, YearRule rule, DateOnly stated)
    {
        bool sameYear = nik.BirthYearTwoDigits == stated.Year % 100;
        if (sameYear && (nik.BirthDay, nik.BirthMonth) == (stated.Day, stated.Month)) return null;
        bool swapped = sameYear && (nik.BirthDay, nik.BirthMonth) == (stated.Month, stated.Day);
        return new Say(swapped ? "NikSense.DayAndMonthSwapped" : "NikSense.BirthDate",
            ("menurutNik", new SayValue.PaperDay(nik.BirthDate(today, rule))),
            ("menurutJawaban", new SayValue.PaperDay(stated)));
    }

    private static Say? Region(Nik nik, Kecamatan lives) => nik.FirstRegistered switch
    {
        FirstRegistered.InTheCity { Kecamatan: var first } when first is null || first == lives => null,
        FirstRegistered.InTheRegency { PerhapsNowTheCity: true } => null,
        var first => new Say("NikSense.Region", ("wilayah", first.InWords), ("kecamatan", lives.Name)),
    };

    private static Say InWords(Sex sex) => new(sex == Sex.Male ? "Sex.Male" : "Sex.Female");
}
