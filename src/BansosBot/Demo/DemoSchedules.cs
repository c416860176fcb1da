using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Storage;

namespace BansosBot.Demo;

/// <summary>Invented hand-outs around the day on which the demo is made; each says of itself that it is none.</summary>
internal static class DemoSchedules
{
    private const string Orphans = "yapi", Rice = "sembako-anak-disabilitas";

    private static readonly Hours Morning = Hours.Of(new(8, 0), new(12, 0))!, AllDay = Hours.Of(new(8, 0), new(14, 0))!;

    /// <summary>Coming, changed, cancelled, past, and one that nobody has approved yet.</summary>
    public static ImmutableArray<Schedule> Around(Office office, DateOnly today) =>
    [
        Of(1, Orphans, office.WorkingDaysAfter(today, 6), AllDay, new HandOut.AtBank(At("Contoh Bank cabang Serang")), In("Serang", "Kasemen", "Cipocok Jaya"), new ScheduleState.Announced(), "KTP wali", "KK", "buku tabungan anak") with
        {
            Round = 3,
            Covers = Months.Of(today.AddMonths(-3), today.AddMonths(-1)),
        },
        Of(2, Rice, office.WorkingDaysAfter(today, 3), Morning, new HandOut.AtOffice(At("Contoh Kantor Kecamatan Kasemen", landmark: "Contoh Pasar")), In("Kasemen", "Curug"), new ScheduleState.Announced(), RiceBag),
        Of(3, Rice, office.WorkingDaysAfter(today, 4), Morning, new HandOut.AtOffice(At("Contoh Balai Warga Sukawana")), new Audience.InKelurahan([.. Wilayah.AllKelurahan.Where(k => k.Name is "Sukawana" && k.Kecamatan.Name == "Serang")]),
            new ScheduleState.Changed(Words("tempat yang lama kebanjiran")), RiceBag),
        Of(4, Rice, office.WorkingDaysAfter(today, 2), Morning, new HandOut.AtOffice(At("Contoh Kantor Kecamatan Cipocok Jaya")), In("Cipocok Jaya"), new ScheduleState.Cancelled(Words("berasnya belum datang")), RiceBag),
        Of(5, Rice, office.WorkingDaysAfter(today, 2), Morning, new HandOut.AtHome(), new Audience.InKelurahan([.. Wilayah.AllKelurahan.Where(k => k.Name is "Unyur" or "Kaligandu")]), new ScheduleState.Approved(), "KTP asli", "KK asli"),
        Of(6, Rice, office.WorkingDaysAfter(today.AddDays(-16), 2), Morning, new HandOut.AtOffice(At("Contoh Kantor Kecamatan Taktakan")), In("Taktakan"), new ScheduleState.Done(), RiceBag),
        Of(7, Rice, office.WorkingDaysAfter(today, 14), Morning, new HandOut.AtOffice(At("Contoh Kantor Kecamatan Walantaka")), In("Walantaka"), new ScheduleState.Draft(), RiceBag),
    ];

    /// <summary>Puts them into a store that has none.</summary>
    public static async Task PutAsync(IStore store, Office office, DateTimeOffset now)
    {
        var desk = await store.ConversationAsync(ChatKey.Office, CancellationToken.None);
        var effects = new Effects { After = desk, Writes = [.. Around(office, office.DayOf(now)).Select(s => new Write.PutSchedule(s))] };
        if (await store.ApplyAsync(new Incoming.Reachable(ChatKey.Office, "contoh-jadwal", Is: true), effects, now) != Applied.Done)
            throw new InvalidOperationException("The invented schedules were not taken.");
    }

    private static string[] RiceBag => ["KTP asli", "KK asli", "undangan", "kantong yang kuat"];

    private static Schedule Of(int number, string programme, DateOnly on, Hours hours, HandOut how, Audience audience, ScheduleState state, params string[] bring) => new()
    {
        Id = $"contoh-{number}",
        Programme = programme,
        On = on,
        Between = hours,
        How = how,
        For = audience,
        Bring = [.. bring.Select(Words)],
        Note = Words("ini contoh, bukan jadwal sungguhan"),
        State = state,
        Version = state is ScheduleState.Changed or ScheduleState.Cancelled ? 2 : 1,
    };

    private static Audience.InKecamatan In(params string[] names) => new([.. Wilayah.AllKecamatan.Where(k => names.Contains(k.Name))]);

    private static Spot At(string name, string? landmark = null) => new(Words(name), Landmark: landmark is null ? null : Words(landmark));

    private static OfficeWords Words(string text) => OfficeWords.Of(text) ?? throw new InvalidOperationException($"Not a line for everybody: {text}");
}
