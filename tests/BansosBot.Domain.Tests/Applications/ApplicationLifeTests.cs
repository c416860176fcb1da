using System.Runtime.CompilerServices;
using BansosBot.Domain.Applications;
using Stateless.Graph;

namespace BansosBot.Domain.Tests.Applications;

public sealed class ApplicationLifeTests
{
    private static readonly HashSet<(Stage, CaseAct, Stage)> Allowed =
    [
        (Stage.Submitted, CaseAct.TakeUp, Stage.InVerification), (Stage.Submitted, CaseAct.Withdraw, Stage.Withdrawn),
        (Stage.InVerification, CaseAct.AskForCorrection, Stage.NeedsCorrection), (Stage.InVerification, CaseAct.Verify, Stage.Verified),
        (Stage.InVerification, CaseAct.Refuse, Stage.RefusedByOffice), (Stage.InVerification, CaseAct.Withdraw, Stage.Withdrawn),
        (Stage.NeedsCorrection, CaseAct.Correct, Stage.InVerification), (Stage.NeedsCorrection, CaseAct.Lapse, Stage.Lapsed),
        (Stage.NeedsCorrection, CaseAct.Withdraw, Stage.Withdrawn), (Stage.Lapsed, CaseAct.Reopen, Stage.InVerification), (Stage.Lapsed, CaseAct.Correct, Stage.InVerification),
        (Stage.Verified, CaseAct.Endorse, Stage.Endorsed), (Stage.Verified, CaseAct.Refuse, Stage.RefusedByOffice), (Stage.Verified, CaseAct.Withdraw, Stage.Withdrawn),
        (Stage.Endorsed, CaseAct.Propose, Stage.Proposed), (Stage.Endorsed, CaseAct.Withdraw, Stage.Withdrawn),
        (Stage.Proposed, CaseAct.ApproveByMinistry, Stage.ApprovedByMinistry), (Stage.Proposed, CaseAct.RefuseByMinistry, Stage.RefusedByMinistry),
        (Stage.RefusedByMinistry, CaseAct.ProposeAgain, Stage.Endorsed),
        (Stage.ApprovedByMinistry, CaseAct.StartPaying, Stage.Active), (Stage.ApprovedByMinistry, CaseAct.End, Stage.Ended), (Stage.Active, CaseAct.End, Stage.Ended),
        (Stage.RefusedByOffice, CaseAct.Appeal, Stage.Appealed), (Stage.Appealed, CaseAct.TakeUpAppeal, Stage.InVerification),
        (Stage.Appealed, CaseAct.RefuseAppeal, Stage.RefusedByOffice),
        (Stage.Submitted, CaseAct.Contact, Stage.InVerification), (Stage.Submitted, CaseAct.CloseInterest, Stage.Ended), (Stage.InVerification, CaseAct.CloseInterest, Stage.Ended),
    ];

    [Fact]
    public void Every_stage_and_act_leads_where_the_table_says_or_nowhere()
    {
        foreach (var stage in Enum.GetValues<Stage>())
            foreach (var act in Enum.GetValues<CaseAct>())
            {
                var expected = Allowed.FirstOrDefault(a => a.Item1 == stage && a.Item2 == act);
                Assert.Equal(expected == default ? null : expected.Item3, ApplicationLife.Next(stage, act));
            }
    }

    [Fact]
    public void The_drawing_in_docs_is_the_map()
    {
        var drawn = "# An application's life\n\nDrawn from the machine itself; the test that compares it writes it anew.\n\n```mermaid\n"
            + MermaidGraph.Format(ApplicationLife.Info, MermaidGraphDirection.TopToBottom).ReplaceLineEndings("\n").TrimEnd() + "\n```\n";
        var path = Path.Combine(Docs(), "application-life.md");

        if (!File.Exists(path) || File.ReadAllText(path) != drawn)
        {
            File.WriteAllText(path, drawn);
            Assert.Fail("docs/application-life.md was old and is drawn anew: look at it and commit it.");
        }
    }

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
