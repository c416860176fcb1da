using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Demo;

/// <summary>The invented families of the demo: the same each time, spread over all kecamatan and all stages.</summary>
internal static class DemoCity
{
    private const int Drafts = 4, Tickets = 2, SiblingsEvery = 6, HelperEvery = 7;

    // What an office sees most, most often; each stage at least once.
    private static readonly ImmutableArray<Stage> Stages =
    [
        Stage.Submitted, Stage.InVerification, Stage.Endorsed, Stage.Verified, Stage.Active, Stage.NeedsCorrection, Stage.Proposed,
        Stage.Submitted, Stage.ApprovedByMinistry, Stage.Endorsed, Stage.RefusedByOffice, Stage.Active, Stage.Withdrawn, Stage.InVerification,
        Stage.Endorsed, Stage.Lapsed, Stage.Verified, Stage.Appealed, Stage.Submitted, Stage.Ended, Stage.Endorsed, Stage.RefusedByMinistry,
        Stage.Active, Stage.Submitted, Stage.Proposed, Stage.InVerification, Stage.Endorsed, Stage.Verified, Stage.NeedsCorrection, Stage.Submitted,
        Stage.Active, Stage.Endorsed, Stage.Submitted,
    ];

    /// <param name="today">Children are so old as they were meant to be whenever the demo is made.</param>
    public static ImmutableArray<DemoFamily> Families(DateOnly today)
    {
        var families = ImmutableArray.CreateBuilder<DemoFamily>();
        var child = 0;
        for (var i = 0; i < Stages.Length + Drafts + Tickets; i++)
        {
            var kecamatan = Wilayah.AllKecamatan[i % Wilayah.AllKecamatan.Length];
            var kelurahan = Wilayah.Of(kecamatan).Where(k => Wilayah.AllKelurahan.Count(other => other.Name == k.Name) == 1 && Wilayah.AllKecamatan.All(other => other.Name != k.Name)).ToList();
            var end = i < Stages.Length ? DemoEnd.Sent : i < Stages.Length + Drafts ? DemoEnd.Draft : DemoEnd.Ticket;
            var children = i % SiblingsEvery == 3 ? 2 : 1;
            families.Add(new(
                i + 1, kelurahan[i / Wilayah.AllKecamatan.Length % kelurahan.Count], [.. Enumerable.Range(0, children).Select(_ => Child(++child, today))],
                DaysAgo(end, end == DemoEnd.Sent ? Stages[i] : Stage.Submitted, i), end, end == DemoEnd.Sent ? Stages[i] : Stage.Submitted, end == DemoEnd.Sent && i % HelperEvery == 2));
        }

        return families.ToImmutable();
    }

    private static DemoChild Child(int number, DateOnly today)
    {
        var isGirl = number % 2 == 0;
        var names = isGirl ? DemoNames.Girls : DemoNames.Boys;
        return new($"Contoh {names[number / 2 % names.Length]}", new(today.Year - 4 - (number % 13), 1 + (number % 12), 1 + (number % 28)), isGirl, number);
    }

    // Whoever is further on came earlier.
    private static int DaysAgo(DemoEnd end, Stage stage, int i) => end != DemoEnd.Sent ? 1 + (i % 3) : stage switch
    {
        Stage.Submitted => 1 + (i % 2),
        Stage.InVerification => 5 + (i % 3),
        Stage.NeedsCorrection or Stage.Withdrawn => 12 + (i % 5),
        Stage.Verified or Stage.RefusedByOffice or Stage.Appealed => 25 + (i % 7),
        Stage.Endorsed or Stage.Lapsed => 40 + (i % 20),
        Stage.Proposed => 90 + (i % 20),
        _ => 200 + i,
    };
}
