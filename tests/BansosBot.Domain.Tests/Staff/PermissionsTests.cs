using System.Runtime.CompilerServices;
using System.Text;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Tests.Staff;

/// <summary>Role x act x stage x whose case: every cell.</summary>
public sealed class PermissionsTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();
    private static readonly StaffAct[] Acts = Enum.GetValues<StaffAct>();
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    /// <summary>Written from design.md ("An application's life"), the office's issue and domain.md section 3, without the code's table: who, in which
    /// stages (* for all), whose cases (t their own to hold, a another's, n nobody's). What does not stand here is forbidden.</summary>
    private const string Expected = """
        See                   | P V B D | *                                                             | tan
        SeeDocument           | P V B D | *                                                             | tan
        Note                  | P V B D | *                                                             | tan
        LetGo                 | P V B D | *                                                             | t
        Hold                  | P V B D | Submitted InVerification NeedsCorrection Lapsed Verified Endorsed Proposed ApprovedByMinistry Active Appealed RefusedByMinistry | n
        HandOver              | P V D   | Submitted InVerification NeedsCorrection Lapsed Verified Endorsed Proposed ApprovedByMinistry Active Appealed RefusedByMinistry | t
        HandOver              | B       | Submitted InVerification NeedsCorrection Lapsed Verified Endorsed Proposed ApprovedByMinistry Active Appealed RefusedByMinistry | ta
        TakeUp                | P V     | Submitted                                                     | t
        AskForCorrection      | P V     | InVerification                                                | t
        RecordVisit           | P V     | InVerification                                                | t
        Reopen                | P V     | Lapsed                                                        | t
        Verify                | V       | InVerification                                                | t
        Refuse                | V       | InVerification                                                | t
        Refuse                | B       | Verified                                                      | t
        Endorse               | B       | Verified                                                      | t
        ProposeAgain          | B       | RefusedByMinistry                                             | t
        End                   | B       | ApprovedByMinistry Active                                     | t
        TakeUpAppeal          | B D     | Appealed                                                      | t
        RefuseAppeal          | B D     | Appealed                                                      | t
        LeaveTheRule          | B       | Submitted InVerification Verified Endorsed                    | tan
        Contact               | P V     | Submitted                                                     | t
        Refer                 | P V     | InVerification                                                | t
        RecordReferral        | P V     | InVerification                                                | t
        CloseInterest         | P V     | Submitted InVerification                                      | t
        ExportInterests       | V B     | InVerification                                                | tan
        CallFamily            | P V B D | *                                                             | tan
        SeeFigures            | P V B D | *                                                             | tan
        Propose               | D       | Endorsed                                                      | tan
        ExportProposals       | D       | Proposed                                                      | tan
        RecordApproval        | V       | Proposed                                                      | tan
        RecordMinistryRefusal | V       | Proposed                                                      | tan
        RecordPayment         | V       | ApprovedByMinistry Active                                     | tan
        HandOutCode           | P V     | Submitted InVerification NeedsCorrection Lapsed Verified Endorsed Proposed ApprovedByMinistry Active Appealed RefusedByMinistry | tan
        ChangeGuardian        | P V     | Verified Endorsed Proposed ApprovedByMinistry Active          | t
        """;

    [Fact]
    public void Every_cell_is_as_it_was_written_and_all_others_are_forbidden()
    {
        var allowed = Cells().ToHashSet();
        List<string> wrong = [];
        foreach (var role in Roles)
        {
            foreach (var act in Acts)
            {
                foreach (var stage in Stages)
                {
                    foreach (var whose in Enum.GetValues<Whose>())
                        if (Permissions.Allows(role, act, stage, whose) != allowed.Contains((role, act, stage, whose))) wrong.Add($"{role} {act} {stage} {whose}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(Acts.Order(), allowed.Select(c => c.Item2).Distinct().Order());
    }

    [Fact]
    public void Nobody_does_anything_to_a_case_of_their_own_household_and_admin_and_auditor_nothing_to_any()
    {
        foreach (var role in Roles)
        {
            foreach (var act in Acts)
            {
                foreach (var stage in Stages)
                {
                    Assert.False(Permissions.Allows(role, act, stage, Whose.OwnHousehold));
                    if (role is Role.Admin or Role.Auditor) Assert.DoesNotContain(Enum.GetValues<Whose>(), w => Permissions.Allows(role, act, stage, w));
                }
            }
        }
    }

    [Fact]
    public void What_moves_a_case_is_allowed_only_where_the_map_of_its_life_permits_it()
    {
        var moves = Acts.Where(a => Enum.TryParse<CaseAct>(a.ToString(), out _)).Append(StaffAct.RecordApproval).Append(StaffAct.RecordMinistryRefusal);
        foreach (var act in moves)
        {
            var move = act switch { StaffAct.RecordApproval => CaseAct.ApproveByMinistry, StaffAct.RecordMinistryRefusal => CaseAct.RefuseByMinistry, _ => Enum.Parse<CaseAct>(act.ToString()) };
            foreach (var stage in Stages.Where(s => Roles.Any(r => Permissions.Allows(r, act, s, Whose.Theirs))))
                Assert.True(ApplicationLife.Next(stage, move) is not null, $"{act} at {stage}");
        }
    }

    [Fact]
    public void The_table_for_people_is_the_table_of_the_code()
    {
        var path = Path.Combine(Docs(), "staff-permissions.md");
        var drawn = Drawn();
        if (!File.Exists(path) || File.ReadAllText(path) != drawn)
        {
            File.WriteAllText(path, drawn);
            Assert.Fail("docs/staff-permissions.md was drawn anew: read it, and commit it if it is right.");
        }
    }

    private static IEnumerable<(Role, StaffAct, Stage, Whose)> Cells() =>
        from line in Expected.ReplaceLineEndings("\n").Split('\n')
        let part = line.Split('|', StringSplitOptions.TrimEntries)
        from role in part[1].Split(' ')
        from stage in part[2] == "*" ? Stages : part[2].Split(' ').Select(Enum.Parse<Stage>)
        from whose in part[3]
        select (
            role switch { "P" => Role.Petugas, "V" => Role.Verifikator, "B" => Role.KepalaBidang, _ => Role.KepalaDinas },
            Enum.Parse<StaffAct>(part[0]),
            stage,
            whose switch { 't' => Whose.Theirs, 'a' => Whose.Anothers, _ => Whose.Nobodys });

    private static string Drawn()
    {
        var text = new StringBuilder("# Who may do what to which case\n\nDrawn from the table of the code; the test that compares it writes it anew. `t`: a case that they hold, `a`: that another holds, `n`: that nobody holds.\n"
            + "Nobody acts on a case of their own household. Who verified a case does not endorse it; who refused it does not hear the appeal. Admin and auditor open no case.\n");
        foreach (var act in Acts)
        {
            var stages = Stages.Where(s => Roles.Any(r => Letters(r, act, s).Length > 0)).ToList();
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {act}\n\n| stage | {string.Join(" | ", Roles)} |\n|---|{string.Concat(Roles.Select(_ => "---|"))}\n");
            foreach (var stage in stages) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {stage} | {string.Join(" | ", Roles.Select(r => Letters(r, act, stage)))} |\n");
        }

        text.Append("\n# Who may do what to which message for the officers\n\nWhat people wrote / what the bot reports. Nobody answers a message from their own chat.\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n| act | {string.Join(" | ", Roles)} |\n|---|{string.Concat(Roles.Select(_ => "---|"))}\n");
        foreach (var act in Enum.GetValues<TicketAct>()) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {act} | {string.Join(" | ", Roles.Select(r => $"{Letters(r, act, TicketKind.Message)} / {Letters(r, act, TicketKind.Report)}".Trim(' ', '/')))} |\n");
        text.Append("\n# Who may do what to which sealed report\n\nSomebody tells that money was asked for. Who is named in it does not read it, nor do their colleagues of the same role; where it is the head of the office, nor do the heads of division.\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n| act | {string.Join(" | ", Roles)} |\n|---|{string.Concat(Roles.Select(_ => "---|"))}\n");
        foreach (var act in Enum.GetValues<TicketAct>()) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {act} | {string.Join(" | ", Roles.Select(r => Letters(r, act, TicketKind.Levy)))} |\n");
        text.Append("\n# Who takes which lists in by chat\n\nWhose area is all the city. The verb is for whoever has the machine.\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n| list | {string.Join(" | ", Roles)} |\n|---|{string.Concat(Roles.Select(_ => "---|"))}\n");
        foreach (var use in Enum.GetValues<ListUse>()) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {use} | {string.Join(" | ", Roles.Select(r => ListPermissions.Allows(r, use) ? "yes" : ""))} |\n");
        return text.ToString();
    }

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));

    private static string Letters(Role role, TicketAct act, TicketKind kind) =>
        string.Concat(Enum.GetValues<Whose>().Where(w => TicketPermissions.Allows(role, act, kind, w)).Select(w => "tano"[(int)w]));

    private static string Letters(Role role, StaffAct act, Stage stage) =>
        string.Concat(Enum.GetValues<Whose>().Where(w => Permissions.Allows(role, act, stage, w)).Select(w => "tano"[(int)w]));
}
