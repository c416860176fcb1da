using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Registry;
using BansosBot.Tests.Staff;
using BansosBot.Tests.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Proposals;

/// <summary>Interests whose families were spoken with become a numbered list, whose file our own import reads as a list of recipients.</summary>
public sealed class InterestListTests : AtTheDesk
{
    private const string Programme = "sembako-anak-disabilitas";

    [Fact]
    public async Task Those_who_were_spoken_with_are_listed_once_frozen_and_the_file_feeds_the_list_of_recipients()
    {
        await PutAsync(Own, Interested(1), Interested(2), Interested(3) with { Interest = null, Stage = Stage.Submitted });
        var rina = await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await GoesAsync("7", "go:interestlist");
        Assert.Contains("2 nama", Last(await PressAsync("7", $"go:interestlist:{Programme}")), StringComparison.Ordinal);

        var told = await PressAsync("7", $"go:interestlist:{Programme}:take:2");

        var sent = Assert.Single(told, l => l.File is not null);
        Assert.Equal("PSD-M-2025-001.xlsx", sent.File!.Name);
        Assert.Contains("2 nama", sent.Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Putri", sent.Words.Text, StringComparison.Ordinal);
        using var folder = new TestFolder();
        var path = folder["daftar.xlsx"];
        await File.WriteAllBytesAsync(path, sent.File.Content, Stop);
        var read = ListReport.Read(path);
        Assert.Equal([Nik(1), Nik(2)], read.Rows.Select(r => r.Nik));
        Assert.Equal([Act.InterestsListed, Act.ProposalsExported], Audit.Where(e => e.By == rina && e.Act is Act.InterestsListed or Act.ProposalsExported).Select(e => e.Act));
        Assert.All(await CasesAsync(1, 2, 3), c => Assert.True(c.Stage is Stage.InVerification or Stage.Submitted));
    }

    [Fact]
    public async Task What_was_taken_can_be_had_again_and_stays_as_it_was()
    {
        await PutAsync(Own, Interested(1));
        await ComesInAsync("7", Role.KepalaBidang, "Pak Hadi");
        await GoesAsync("7", $"go:interestlist:{Programme}");
        var first = Assert.Single(await PressAsync("7", $"go:interestlist:{Programme}:take:1"), l => l.File is not null);
        await PutAsync(Own, Interested(2));

        Assert.Contains("2 nama", Last(await GoesAsync("7", $"go:interestlist:{Programme}")), StringComparison.Ordinal);
        var again = Assert.Single(await PressAsync("7", $"go:deskbatchfile:{first.File!.Name[..^5]}"), l => l.File is not null);

        Assert.Contains("1 nama", again.Words.Text, StringComparison.Ordinal);
        Assert.Equal(2, Audit.Count(e => e.Act == Act.ProposalsExported));
    }

    [Theory]
    [InlineData(Role.Petugas)]
    [InlineData(Role.KepalaDinas)]
    [InlineData(Role.Auditor)]
    public async Task Nobody_else_takes_it(Role role)
    {
        await PutAsync(Own, Interested(1));
        await ComesInAsync("7", role, "Bu Rina");

        var told = await GoesAsync("7", $"go:interestlist:{Programme}:take:1");

        Assert.All(told, l => Assert.Null(l.File));
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed && e.Detail.StartsWith("interestlist", StringComparison.Ordinal));
    }

    private static Application Interested(int n) => Put(n) with { Programme = Programme, NumberPrefix = "PSD", Stage = Stage.InVerification, Interest = new(Tuesday, "o1") };
}
