using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BansosBot.Domain.Audit;

namespace BansosBot.Domain.Tests.Audit;

/// <summary>What an entry's hash is made of.</summary>
public sealed class AuditChainTests
{
    private static readonly DateTimeOffset At = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    // Receipts of before there were officers bear such hashes.
    [Fact]
    public void What_no_officer_did_is_hashed_as_before_there_were_any()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"1\n{At.UtcTicks}\nApplicationSubmitted\ncase1\nyapi\n{AuditChain.Root}");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), AuditChain.Next(0, AuditChain.Root, new(Act.ApplicationSubmitted, "case1", "yapi"), At).Hash);
    }

    [Fact]
    public void Who_did_it_cannot_be_changed_or_taken_out()
    {
        var entry = AuditChain.Next(0, AuditChain.Root, new(Act.Verified, "case1", "", "officer1"), At);

        Assert.Null(AuditChain.BreaksAt([entry]));
        Assert.Equal(1, AuditChain.BreaksAt([entry with { By = "officer2" }]));
        Assert.Equal(1, AuditChain.BreaksAt([entry with { By = "" }]));
        Assert.Equal(1, AuditChain.BreaksAt([entry with { By = "", Detail = "officer1" }]));
        Assert.Equal(1, AuditChain.BreaksAt([entry with { By = "", Detail = "\nofficer1" }]));
    }
}
