using BansosBot.Domain.Registry.Lists;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Storage;
using static BansosBot.Tests.Registry.ListReport;

namespace BansosBot.Tests.Registry;

/// <summary>Every numbered kind of dirt alone, each two of them, and all at once, as text and as workbook.</summary>
public sealed class DirtTests : IDisposable
{
    private static readonly string[] Forms = ["csv", "xlsx"];

    private readonly TestFolder folder = new();

    public static TheoryData<int, string> Alone => [.. Dirt.All.SelectMany(d => Forms.Select(f => (d.Number, f)))];

    public static TheoryData<int, int, string> Pairs =>
        [.. Dirt.All.SelectMany(a => Dirt.All.Where(b => b.Number > a.Number).SelectMany(b => Forms.Select(f => (a.Number, b.Number, f))))];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Alone))]
    public Task Alone_its_report_is_the_approved_one(int dirt, string form)
    {
        var (list, _) = Read(form, dirt);

        return MustBeApprovedAsync($"{dirt}-{Dirt.All[dirt - 1].Name}-{form}", Told(list));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_of_them_say_what_each_says_alone(int one, int other, string form)
    {
        var (list, made) = Read(form, one, other);

        Assert.Equal(Union(form, one, other), Said(list, made));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public Task All_at_once_they_say_what_each_says_alone(string form)
    {
        var all = Dirt.All.Select(d => d.Number).ToArray();
        var (list, made) = Read(form, all);

        Assert.Equal(Union(form, all), Said(list, made));
        return MustBeApprovedAsync($"9-semua-{form}", Told(list));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void A_clean_list_comes_in_whole_and_nothing_is_said_of_anybody(string form)
    {
        var (list, made) = Read(form);

        Assert.Equal(made.Persons.Count, list.Rows.Length);
        Assert.All(list.Lines, l => Assert.Equal(Done.Accepted, l.Done));
        Assert.Equal(made.Persons.Select(p => p[MadePerson.Nik]), list.Rows.Select(r => r.Nik.Reveal()));
    }

    [Fact]
    public void Text_and_workbook_give_the_same_people()
    {
        foreach (var dirt in Dirt.All.Where(d => d.Number is not (3 or 8)))
            Assert.Equal(Read("csv", dirt.Number).List.Rows.Select(r => r with { At = new("", 0) }), Read("xlsx", dirt.Number).List.Rows.Select(r => r with { At = new("", 0) }));
    }

    [Fact]
    public void No_report_shows_anybody()
    {
        var (list, made) = Read("xlsx", [.. Dirt.All.Select(d => d.Number)]);
        var told = Told(list);

        foreach (var person in made.Persons)
            foreach (var cell in new[] { person[MadePerson.Nik], person[MadePerson.Kk], person[MadePerson.Name], person[MadePerson.Born], person[MadePerson.Phone] }.OfType<string>().Where(c => c.Length > 5))
                Assert.DoesNotContain(cell, told, StringComparison.OrdinalIgnoreCase);
    }

    private SortedSet<string> Union(string form, params int[] dirts)
    {
        var union = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (list, made) in dirts.Select(d => Read(form, d)).Append(Read(form))) union.UnionWith(Said(list, made));
        return union;
    }

    private (ReadList List, MadeList Made) Read(string form, params int[] dirts)
    {
        var made = new MadeList();
        foreach (var dirt in dirts) Dirt.All[dirt - 1].PutOn(made);
        var path = folder[$"daftar.{form}"];
        if (form == "csv") made.SaveAsText(path);
        else made.SaveAsWorkbook(path);
        return (ListReport.Read(path), made);
    }
}
