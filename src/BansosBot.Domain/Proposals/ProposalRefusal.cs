namespace BansosBot.Domain.Proposals;

/// <summary>Why there is no file of a batch.</summary>
public abstract record ProposalRefusal : Refusal
{
    private protected ProposalRefusal() { }
}

/// <summary>No batch has this number, or none was signed yet.</summary>
/// <param name="Number">As it was asked for; null: the latest was.</param>
public sealed record NoSuchBatch(string? Number) : ProposalRefusal
{
    public override Say Sentence => Number is null ? new("Refusal.NoSuchBatch") : new("Refusal.NoSuchBatch.Number", ("nomor", Number));
}

/// <summary>It is signed, and its cases are still being led on: half of it is no list.</summary>
/// <param name="Moved">How many are through.</param>
public sealed record BatchNotComplete(string Number, int Moved, int Of) : ProposalRefusal
{
    public override Say Sentence => new("Refusal.BatchNotComplete", ("nomor", Number), ("sudah", Moved), ("semua", Of));
}

/// <summary>Everybody of it was taken back or erased.</summary>
public sealed record BatchOfNobody(string Number) : ProposalRefusal
{
    public override Say Sentence => new("Refusal.BatchOfNobody", ("nomor", Number));
}

/// <summary>Keys are lost: a list without these children would be short, and nobody would see it.</summary>
public sealed record BatchDoesNotOpen(string Number, int Cases) : ProposalRefusal
{
    public override Say Sentence => new("Refusal.BatchDoesNotOpen", ("nomor", Number), ("jumlah", Cases));
}

/// <summary>The file that says which columns there are is wrong; the operator has the lines.</summary>
public sealed record ProposalColumnsWrong : ProposalRefusal
{
    public override Say Sentence => new("Refusal.ProposalColumnsWrong");
}

/// <summary>It was tried several times, and did not come to its end.</summary>
public sealed record ProposalFileFailed : ProposalRefusal
{
    public override Say Sentence => new("Refusal.ProposalFileFailed");
}
