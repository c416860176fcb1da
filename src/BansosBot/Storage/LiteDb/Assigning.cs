using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Storage.LiteDb;

/// <summary>Fills in what only the store knows at the commit: case numbers, audit entries.</summary>
internal sealed class Assigning
{
    public List<Application> Cases { get; } = [];

    public List<AuditEntry> Entries { get; } = [];

    public static bool IsNeeded(Outgoing message) => message.Parts.Any(IsNeeded);

    public Outgoing Fill(Outgoing message) => IsNeeded(message) ? message with { Parts = [.. message.Parts.Select(Fill)] } : message;

    private static bool IsNeeded(Say say) => say.Values.Any(s => s.Value switch
    {
        SayValue.Assigned => true,
        SayValue.Text t => IsNeeded(t.Inner),
        SayValue.Lines l => l.Items.Any(IsNeeded),
        SayValue.Together t => t.Items.Any(IsNeeded),
        _ => false,
    });

    private Say Fill(Say say) => new(say.Key, say.Values.Select(s => new Slot(s.Name, s.Value switch
    {
        SayValue.Assigned(Given.CaseNumber, var i) => new SayValue.Words(Cases[i].Number!.ToString()),
        SayValue.Assigned(Given.AuditSequence, var i) => new SayValue.Number(Entries[i].Sequence),
        SayValue.Assigned(Given.AuditHash, var i) => new SayValue.Words(Entries[i].Hash[..12]),
        SayValue.Text t => new SayValue.Text(Fill(t.Inner)),
        SayValue.Lines l => l with { Items = [.. l.Items.Select(Fill)] },
        SayValue.Together t => new SayValue.Together([.. t.Items.Select(Fill)]),
        var other => other,
    })).ToImmutableArray());
}
