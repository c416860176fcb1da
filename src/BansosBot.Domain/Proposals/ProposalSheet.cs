using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Proposals;

/// <summary>A complete batch as the ministry gets it: a row for each child, in the order in which it was signed. Holds who they are; prints its number.</summary>
/// <param name="Erased">Cases of the batch that a family had erased since: they have no row.</param>
public sealed record ProposalSheet(Batch Batch, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows, int Erased)
{
    /// <summary>SHA-256 over the heading and the rows: cells apart by a tab, each line ended by a line feed, UTF-8; lower-case hex. The same batch by the same columns has the same.</summary>
    public string Hash { get; } = HashOf(Headings, Rows);

    /// <param name="cases">Those of the batch that open; <see cref="Batch.Proposed"/> says which have a row.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="officers">All who work here or did.</param>
    public static Outcome<ProposalSheet> Of(Batch batch, IEnumerable<Application> cases, ImmutableArray<ProposalColumn> columns, IEnumerable<Officer> officers, Office office)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!batch.IsComplete) return new BatchNotComplete(batch.Number, batch.Moved, batch.Cases.Length);
        var (known, names) = (cases.ToDictionary(c => c.Id), officers.ToDictionary(o => o.Id, o => o.CalledAs));
        var row = new ProposalRow(batch, names, office);
        ImmutableArray<Application> there = [.. batch.Proposed().Where(known.ContainsKey).Select(id => known[id])];
        if (there.IsEmpty) return new BatchOfNobody(batch.Number);
        return new ProposalSheet(
            batch,
            [.. columns.Select(c => PlainCell.Of(c.Heading))],
            [.. there.Select((a, i) => columns.Select(c => PlainCell.Of(row.Cell(a, c, i + 1))).ToImmutableArray())],
            batch.Proposed().Count() - there.Length);
    }

    public override string ToString() => $"ProposalSheet {Batch.Number}";

    private static string HashOf(ImmutableArray<string> headings, ImmutableArray<ImmutableArray<string>> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in rows.Prepend(headings)) hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\t', line) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
