using BansosBot.Domain.Conversations;
using BansosBot.Domain.Protection;
using BansosBot.Domain.Surveys;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What leads back to nobody: sealed reports of children in danger, counted ratings.</summary>
public abstract partial class StoreContract
{
    private static readonly Report Told = new("report1", Tuesday, [new(ReportPart.Opening, "bapak mukul aku", Tuesday)]);

    [Fact]
    public async Task A_report_comes_back_with_all_its_lines_also_after_a_restart()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutReport(Told)] });
        var first = (await Store.LookUpAsync(Chat(1), new() { Report = "report1" }, Stop)).Report!;
        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutReport(first with { Lines = first.Lines.Add(new(ReportPart.Place, "Kp. Cilowong", Tuesday)) })] });
        await SayAsync(Chat(2), "1", e => e with { Writes = [new Write.PutReport(Told with { Id = "report2", Since = Tuesday.AddHours(1) })] });
        await ReopenAsync();

        var all = await Store.ReportsAsync(DateTimeOffset.MinValue, 10, Stop);

        Assert.Equal(["report1", "report2"], all.Select(r => r.Id));
        Assert.Equal(["bapak mukul aku", "Kp. Cilowong"], all[0].Lines.Select(l => l.Text));
        Assert.Equal([ReportPart.Opening, ReportPart.Place], all[0].Lines.Select(l => l.About));
        Assert.Equal("report2", Assert.Single(await Store.ReportsAsync(Tuesday, 10, Stop)).Id);
        Assert.Equal("report1", Assert.Single(await Store.ReportsAsync(DateTimeOffset.MinValue, 1, Stop)).Id);
        Assert.Null((await Store.LookUpAsync(Chat(1), new() { Report = "none" }, Stop)).Report);
        Assert.Null((await Store.LookUpAsync(Chat(1), new() { RandomBytes = 1 }, Stop)).Report);
    }

    [Fact]
    public async Task Erasing_the_chat_takes_nothing_of_the_report_that_came_from_it()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutReport(Told)] });
        var slot = (await ReadAsync(Chat(1))).KeySlot;

        await EraseAsync(Chat(1), "2");

        var report = Assert.Single(await Store.ReportsAsync(DateTimeOffset.MinValue, 10, Stop));
        Assert.Equal("bapak mukul aku", report.Lines[0].Text);
        Assert.NotEqual(slot, report.KeySlot);
    }

    [Fact]
    public async Task A_report_is_added_to_by_one_only_of_those_who_read_it_alike_also_in_one_group()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutReport(Told)] });
        var read = (await Store.LookUpAsync(Chat(1), new() { Report = "report1" }, Stop)).Report!;

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutReport(read with { Lines = read.Lines.Add(new(ReportPart.Added, "satu", Tuesday)) })] }),
            () => SayAsync(Chat(2), "3", e => e with { Writes = [new Write.PutReport(read with { Lines = read.Lines.Add(new(ReportPart.Added, "dua", Tuesday)) })] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Equal(["bapak mukul aku", "satu"], Assert.Single(await Store.ReportsAsync(DateTimeOffset.MinValue, 10, Stop)).Lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Ratings_are_counted_by_month_service_answer_and_reason_also_in_one_group()
    {
        Rating yes = new(2025, 9, "yapi", Helped: true, Reason: null), fast = yes with { Reason = "waktu" }, no = yes with { Helped = false };

        await InOneGroupAsync(
            () => SayAsync(Chat(1), "1", e => e with { Writes = [new Write.CountRating(yes)] }),
            () => SayAsync(Chat(2), "1", e => e with { Writes = [new Write.CountRating(yes), new Write.CountRating(fast)] }));
        await SayAsync(Chat(3), "1", e => e with { Writes = [new Write.CountRating(no), new Write.CountRating(yes with { Service = "interview" }), new Write.CountRating(yes with { Month = 10 })] });
        await ReopenAsync();

        Assert.Equal(
            [new(yes with { Service = "interview" }, 1), new(no, 1), new(yes, 2), new(fast, 1)],
            (await Store.RatingsAsync(2025, 9, Stop)).OrderBy(r => r.Rating.Service).ThenBy(r => r.Rating.Helped).ThenBy(r => r.Rating.Reason));
        Assert.Equal(1, Assert.Single(await Store.RatingsAsync(2025, 10, Stop)).Times);
        Assert.Empty(await Store.RatingsAsync(2026, 9, Stop));
    }
}
