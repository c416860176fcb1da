using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Programmes;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Programmes;

/// <summary>242 invented families with the verdicts that a case worker expects of them, written from the field's facts without sight of the code
/// (Data/families.csv): by the interview, as <c>programmes try</c> does.</summary>
public sealed class FamiliesTests
{
    private static readonly ImmutableArray<string> ProgrammeNames = ["yapi", "sembako-anak-disabilitas", "sekolah-rakyat", "kejar-paket"];

    /// <summary>Where we decided otherwise than who wrote the table: docs/decisions/0032.</summary>
    private static readonly ImmutableDictionary<(string Programme, Verdict Verdict, string Reason), ImmutableArray<string>> Otherwise =
        new Dictionary<(string, Verdict, string), ImmutableArray<string>>
        {
            [("sekolah-rakyat", Verdict.Unlikely, "past_school_age")] = ["F198", "F199", "F200", "F201", "F202", "F213", "F219", "F222", "F223", "F241"],
            [("yapi", Verdict.Unlikely, "home_applies")] = ["F030", "F031"],
        }.ToImmutableDictionary();

    public static TheoryData<string> Ids => [.. Rows().Select(r => r["id"])];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_family_gets_the_verdicts_that_a_case_worker_expects(string id)
    {
        var row = Rows().Single(r => r["id"] == id);
        var told = string.Join('\n', row.Where(c => c.Value.Length > 0 && (c.Key == "today" || Interview.Questions.Any(q => q.Name == c.Key))).Select(c => $"{c.Key}: {c.Value}"));

        var (answers, today, mistakes) = AnswersFile.Read("family.yaml", told, Interview, default);

        Assert.Empty(mistakes);
        foreach (var (programme, finding) in Interview.Findings(answers, today))
        {
            var ours = Otherwise.FirstOrDefault(o => o.Key.Programme == programme.Name && o.Value.Contains(id));
            var wanted = ours.Key.Programme is null ? Enum.Parse<Verdict>(row[programme.Name], ignoreCase: true) : ours.Key.Verdict;
            Assert.True(finding.Verdict == wanted, $"{id} {programme.Name}: {finding.Verdict} by {string.Join(", ", finding.Reasons.Select(r => r.Name))} {string.Join(", ", finding.Unsure)}; wanted {wanted}. {row["story"]}. {row["because"]}");
            if (ours.Key.Reason is not null) Assert.Contains(finding.Reasons, r => r.Name == ours.Key.Reason);
        }
    }

    [Fact]
    public void The_table_is_large_and_uses_every_answer()
    {
        Assert.True(Rows().Length >= 120);
        foreach (var question in Interview.Questions.Where(q => q.Kind is not Domain.Conversations.Kinds.DateKind))
        {
            var used = Rows().Select(r => r[question.Name]).ToHashSet();
            foreach (var choice in question.Kind.Choices(new(question, default, default, null)))
                Assert.True(used.Any(choice.IsMeantBy) || (question.Name == "relation" && choice.Name == "kerabat"), $"{question.Name}: nobody answers {choice.Name}");
        }

        Assert.All(ProgrammeNames, p => Assert.Equal(3, Rows().Select(r => r[p]).Distinct().Count()));
    }

    private static Interview Interview => Shipped.Interview.Interview!;

    private static readonly Lazy<ImmutableArray<ImmutableDictionary<string, string>>> Table = new(() =>
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), "Data", "families.csv"));
        var head = Cells(lines[0]);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => head.Zip(Cells(l)).ToImmutableDictionary(c => c.First, c => c.Second))];
    });

    private static ImmutableArray<ImmutableDictionary<string, string>> Rows() => Table.Value;

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    // RFC 4180, one row on a line.
    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cells[^1] += line[i++];
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) cells.Add("");
            else cells[^1] += line[i];
        }

        return cells;
    }
}
