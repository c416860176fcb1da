using BansosBot.Domain.Audit;

namespace BansosBot.Domain.Tests.Audit;

/// <summary>A thousand things an insider with the file in hand could do to the audit; none goes through.</summary>
public sealed class PlantedTests
{
    private const int Entries = 200, Plants = 1_000;
    private static readonly DateTimeOffset Start = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Act[] Acts = Enum.GetValues<Act>();

    /// <summary>What is done to a chain at an entry. Whoever does it may reckon the hash of the entry anew that they changed; not of all that follow, for
    /// those stand in receipts.</summary>
    private static readonly (string What, Func<List<AuditEntry>, int, Random, IEnumerable<AuditEntry>> Do)[] Ways =
    [
        ("edits a field", (chain, at, random) => Changed(chain, at, Edited(chain[at], random))),
        ("edits a field and its hash", (chain, at, random) => Changed(chain, at, Rehashed(Edited(chain[at], random)))),
        ("drops", (chain, at, _) => chain.Where((_, i) => i != at)),
        ("swaps two", (chain, at, _) => Changed(Changed(chain, at, chain[at + 1]), at + 1, chain[at])),
        ("swaps two and their numbers", (chain, at, _) => Changed(Changed(chain, at, Rehashed(chain[at + 1] with { Sequence = chain[at].Sequence, Previous = chain[at].Previous })), at + 1, chain[at] with { Sequence = chain[at + 1].Sequence })),
        ("dates back", (chain, at, random) => Changed(chain, at, Rehashed(chain[at] with { At = chain[at].At.AddMinutes(-random.Next(1, 100_000)) }))),
        ("puts one in between", (chain, at, _) => [.. chain.Take(at), Rehashed(chain[at] with { Subject = "case999" }), .. chain.Skip(at)]),
        ("does one twice", (chain, at, _) => [.. chain.Take(at), chain[at], .. chain.Skip(at)]),
        ("says that another did it", (chain, at, random) => Changed(chain, at, Rehashed(chain[at] with { By = chain[at].By.Length == 0 ? "officer9" : random.Next(2) == 0 ? "" : "officer9" }))),
    ];

    [Fact]
    public void None_of_a_thousand_goes_through()
    {
        var (random, chain) = (new Random(1945), Chain());
        Assert.Null(AuditChain.BreaksAt(chain));            // a control

        for (var n = 0; n < Plants; n++)
        {
            var (what, way) = Ways[n % Ways.Length];
            var at = random.Next(Entries - 2);              // behind it at least one entry stands as it was

            Assert.True(AuditChain.BreaksAt([.. way(chain, at, random)]) is not null, $"{what} at {at + 1} (plant {n})");
        }
    }

    [Fact]
    public void A_cut_tail_and_a_chain_written_anew_are_whole_by_themselves_and_lack_the_head_that_was_written_down()
    {
        var (random, chain) = (new Random(1945), Chain());
        var head = chain[^1];
        for (var n = 0; n < Plants; n++)
        {
            List<AuditEntry> planted = n % 2 == 0 ? [.. chain.Take(random.Next(Entries))] : [.. Anew(chain, random.Next(Entries))];

            Assert.Null(AuditChain.BreaksAt(planted));
            Assert.DoesNotContain(planted, e => (e.Sequence, e.Hash) == (head.Sequence, head.Hash));
        }
    }

    private static List<AuditEntry> Chain()
    {
        var random = new Random(2025);
        var chain = new List<AuditEntry>();
        for (var n = 0; n < Entries; n++)
        {
            var act = new AuditAct(Acts[random.Next(Acts.Length)], $"case{random.Next(40)}", random.Next(3) == 0 ? "TooOld" : "", random.Next(3) == 0 ? "" : $"officer{random.Next(5)}");
            chain.Add(AuditChain.Next(n, n == 0 ? AuditChain.Root : chain[^1].Hash, act, Start.AddMinutes(n)));
        }

        return chain;
    }

    // From there on as if something else had been done.
    private static IEnumerable<AuditEntry> Anew(List<AuditEntry> chain, int from)
    {
        var hash = from == 0 ? AuditChain.Root : chain[from - 1].Hash;
        foreach (var e in chain.Take(from)) yield return e;
        foreach (var e in chain.Skip(from))
        {
            var next = AuditChain.Next(e.Sequence - 1, hash, new(e.Act, e.Sequence == from + 1 ? "case999" : e.Subject, e.Detail, e.By), e.At);
            hash = next.Hash;
            yield return next;
        }
    }

    private static List<AuditEntry> Changed(List<AuditEntry> chain, int at, AuditEntry entry) => [.. chain.Take(at), entry, .. chain.Skip(at + 1)];

    private static AuditEntry Edited(AuditEntry e, Random random) => random.Next(5) switch
    {
        0 => e with { Subject = e.Subject + "1" },
        1 => e with { Detail = e.Detail + "x" },
        2 => e with { Act = Acts[(Array.IndexOf(Acts, e.Act) + 1) % Acts.Length] },
        3 => e with { At = e.At.AddTicks(1) },
        _ => e with { Previous = new string('1', 64) },
    };

    private static AuditEntry Rehashed(AuditEntry e) => e with { Hash = AuditChain.Hash(e.Sequence, e.At, new(e.Act, e.Subject, e.Detail, e.By), e.Previous) };
}
