using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Schedules;

/// <summary>What was found, told to whoever asked: what comes, or honestly that nothing is known, and what one can do then.</summary>
internal static class SchedulesTold
{
    // A message on an old phone; who lives in one kelurahan rarely has more, and who asked for a larger part is led to a smaller one.
    private const int ToldMax = 2;

    public static void Tell(Scene scene, AidNames aids, Area area, string? programme)
    {
        var (zone, found) = (scene.Talk.Office.Zone, scene.Known.Schedules);
        var coming = found.Coming.RemoveAll(s => s.Ends(zone) <= scene.At);
        var aidsComing = coming.Select(s => s.Programme).Distinct().ToImmutableArray();
        if (aidsComing.Length > 1) AskWhich(scene, aids, area, aidsComing);
        else if (aidsComing is [var only]) TellComing(scene, aids, area, only, coming);
        else TellNone(scene, aids, area, programme, found.Coming.LastOrDefault(s => !s.IsCancelled) ?? found.LatestPast);
    }

    private static void AskWhich(Scene scene, AidNames aids, Area area, ImmutableArray<string> programmes) => scene.Ask(
        [new Say("Schedule.Which", ("tempat", area.InWords))],
        [.. programmes.Select(p => ImmutableArray.Create(Opens(AskedSchedule.Written(p, area), aids.Of(p)))), [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);

    private static void TellComing(Scene scene, AidNames aids, Area area, string programme, ImmutableArray<Schedule> coming)
    {
        var told = coming.Length > ToldMax ? coming[..ToldMax] : coming;
        var takesPlace = told.RemoveAll(s => s.IsCancelled);
        var parts = ImmutableArray.CreateBuilder<Say>();
        foreach (var schedule in told) parts.Add(ScheduleWords.Of(schedule, aids, area, scene.Talk.Office.Zone));
        if (takesPlace.IsEmpty) parts.Add(new("Schedule.NoneInstead"));
        else parts.Add(new(takesPlace.All(s => s.How is HandOut.AtOffice or HandOut.AtHome) ? "Schedule.OnlyListed" : "Schedule.OnlyListedMoney"));
        var hasMore = coming.Length > ToldMax;
        if (hasMore) parts.Add(new(area is Area.OfKelurahan ? "Schedule.MoreLater" : "Schedule.MoreElsewhere"));

        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        // That it is for those on the list was just said: whether one is on it, is the next question.
        if (scene.Known.HasLists && !takesPlace.IsEmpty) rows.Add([new($"{Everywhere.Go}lookup:{LookUpErrand.List}", new Say("Schedule.Button.MyName"))]);
        rows.Add([WishErrand.Button(scene.Known.Wishes, programme, area)]);
        if (takesPlace.Any(s => s.How.Where is not null))
            rows.Add([new(Everywhere.Go + ProxyErrand.For(takesPlace), new Say("Schedule.Button.CannotCome"))]);
        if (hasMore && area is not Area.OfKelurahan)
            rows.Add([Opens(AskedSchedule.WrittenNarrower(programme, area), new Say(area is Area.OfKecamatan ? "Schedule.Button.WhichKelurahan" : "Schedule.Button.WhichKecamatan"))]);
        AskNext(scene, parts.ToImmutable(), rows, elsewhere: !hasMore || area is Area.OfKelurahan);
    }

    private static void TellNone(Scene scene, AidNames aids, Area area, string? programme, Schedule? past)
    {
        var parts = ImmutableArray.CreateBuilder<Say>();
        parts.Add(programme is null ? new("Schedule.None", ("tempat", area.InWords)) : new("Schedule.NoneOfAid", ("bantuan", aids.Of(programme)), ("tempat", area.InWords)));
        if (past is not null)
            parts.Add(new("Schedule.LatestPast", ("bantuan", aids.Of(past.Programme)), ("tanggal", past.On), ("lama", new SayValue.Nearby(past.On))));
        parts.Add(new("Schedule.NoPromise"));
        parts.AddRange(scene.Talk.Office.Contact);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        rows.Add([WishErrand.Button(scene.Known.Wishes, programme, area)]);
        rows.Add([new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))]);
        AskNext(scene, parts.ToImmutable(), rows, elsewhere: true);
    }

    private static void AskNext(Scene scene, ImmutableArray<Say> parts, ImmutableArray<ImmutableArray<Choice>>.Builder rows, bool elsewhere)
    {
        if (elsewhere) rows.Add([new($"{Everywhere.Go}schedule", new Say("Schedule.Button.Elsewhere"))]);
        rows.Add([new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]);
        scene.Ask(parts, rows.ToImmutable());
    }

    private static Choice Opens(string argument, Say label) => new($"{Everywhere.Go}schedule:{argument}", label);
}
