using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary>What a person holds in hand after sending: numbers, code, what comes next, by when, who will be told, and the audit's anchor.</summary>
internal static class Receipt
{
    /// <param name="toBring">Names of the papers that were promised to be shown at the office.</param>
    /// <param name="firstAudit">Place of the first case's entry among the audit acts of the scene.</param>
    public static ImmutableArray<Say> For(Programme programme, List<Application> cases, ImmutableArray<Say> toBring, DateOnly promised, int firstAudit, Office office)
    {
        var isInterest = programme.Service == Service.Interest;
        var lines = cases.Select((c, i) => new Say(
            "Receipt.Case", ("nomor", new SayValue.Assigned(Given.CaseNumber, i)), ("nama", c.ChildName.Reveal()))).ToImmutableArray();
        return
        [
            new Say(isInterest ? "Receipt.InterestNoted" : "Receipt.Received", ("kasus", new SayValue.Lines(lines))),
            new Say(cases[0].FiledForOthers ? "Receipt.CodeForOthers" : "Receipt.Code", ("kode", cases[0].Receipt.Reveal())),
            isInterest ? new Say("Receipt.InterestNext", ("tanggal", promised), ("bagian", programme.Says(ProgrammeTexts.HandledBy)))
            : new Say(cases[0].FiledForOthers ? "Receipt.NextForOthers" : "Receipt.Next", ("tanggal", promised), ("dinas", office.Name)),
            .. toBring.IsEmpty ? (ImmutableArray<Say>)[] : [new Say("Receipt.Bring", ("dinas", office.Name), ("surat", new SayValue.Lines(toBring))), .. office.Contact],
            new Say("Receipt.Anchor", ("catatan", new SayValue.Assigned(Given.AuditSequence, firstAudit)), ("sidik", new SayValue.Assigned(Given.AuditHash, firstAudit))),
        ];
    }
}
