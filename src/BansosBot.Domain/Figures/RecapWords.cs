using System.Collections.Immutable;

namespace BansosBot.Domain.Figures;

/// <summary>A recap in words: all of the picture that can be read aloud, for who cannot see it.</summary>
internal static class RecapWords
{
    public static IEnumerable<Say> Of(Recap recap, DateOnly today)
    {
        yield return new($"Recap.Head.{recap.For}", ("tanggal", today), ("wilayah", recap.IsOfWholeCity ? new Say("Recap.WholeCity") : new Say("Recap.Area", ("kecamatan", new SayValue.Together([.. recap.Area.Select(k => new Say("Recap.Kecamatan", ("nama", k.Name)))])))));
        yield return new("Recap.Total", Slots(recap, recap.Total).Add(("penerima", Number(recap, recap.Active))));
        if (recap.Total.IsNothing) yield break;
        if (recap.Area.Length > 1)
            yield return new("Recap.ByKecamatan", ("isi", new SayValue.Lines([.. from k in recap.Area let sums = recap.Of(k) where !sums.IsNothing select Line(recap, sums, new Say("Recap.Kecamatan", ("nama", k.Name)))])));
        yield return new("Recap.ByStage", ("isi", new SayValue.Lines([.. from s in OpenWork.Stages let sums = recap.Of(s) where !sums.IsNothing select Line(recap, sums, new Say($"Stage.{s}.Name"))])));
    }

    private static Say Line(Recap recap, Sums sums, Say of) => new("Recap.Line", Slots(recap, sums).Add(("hal", of)));

    private static ImmutableArray<Slot> Slots(Recap recap, Sums sums) => [("terbuka", Number(recap, sums.Open)), ("terlambat", Number(recap, sums.Late)), ("selesai", Number(recap, sums.Done))];

    private static SayValue Number(Recap recap, int n) => recap.Shown(n) is { } shown ? new SayValue.Number(shown) : new SayValue.Text(new("Recap.UnderFive"));
}
