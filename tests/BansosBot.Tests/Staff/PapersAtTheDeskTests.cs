using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;

namespace BansosBot.Tests.Staff;

/// <summary>An officer sees the photos of a case when they ask for them, and the log knows of each time.</summary>
public sealed class PapersAtTheDeskTests : AtTheDesk
{
    private static Kecamatan Elsewhere => Wilayah.AllKecamatan.First(k => !k.Equals(Storage.Invented.Kelurahan.Kecamatan));

    private static readonly byte[] Photo = [0xFF, 0xD8, 1, 2, 3];

    [Fact]
    public async Task A_paper_comes_as_a_file_of_each_page_and_each_time_is_in_the_log()
    {
        await PutAsync(Own, WithPhoto());
        var rina = await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");

        await PressAsync("7", "go:deskpapers:case1");
        var sent = await PressAsync("7", "go:deskpapers:case1:kk_photo");

        Assert.Equal(2, sent.Count);
        Assert.Equal(Photo, sent[0].File!.Content);
        Assert.EndsWith("-kk_photo-1.jpg", sent[0].File!.Name, StringComparison.Ordinal);
        Assert.Contains("lembar 1 dari 1", sent[0].Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Putri", sent[0].Words.Text + sent[0].File!.Name, StringComparison.Ordinal);
        await PressAsync("7", "go:deskpapers:case1:kk_photo");
        Assert.Equal([(rina, "kk_photo"), (rina, "kk_photo")], Audit.Where(e => e is { Act: Act.DocumentSeen, Subject: "case1" }).Select(e => (e.By, e.Detail)));
    }

    [Fact]
    public async Task Of_a_photo_that_was_erased_it_is_said_so()
    {
        var filed = WithPhoto();
        await PutAsync(Own, filed);
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskpapers:case1");
        Hall.Bot.Documents.Erase(((Answer.Papers)filed.Answers["kk_photo"]).Pages[0].Document!);

        var sent = await PressAsync("7", "go:deskpapers:case1:kk_photo");

        Assert.Null(sent[0].File);
        Assert.Contains("sudah dihapus", sent[0].Words.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    public async Task Who_opens_no_case_sees_no_paper(Role role)
    {
        await PutAsync(Own, WithPhoto());
        await ComesInAsync("7", role, "Pak Adi");

        var told = await GoesAsync("7", "go:deskpapers:case1:kk_photo");

        Assert.All(told, l => Assert.Null(l.File));
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Subject: "case1" } && e.Detail.StartsWith("SeeDocument", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_works_elsewhere_or_whose_own_household_it_is_sees_none()
    {
        await PutAsync(Own, WithPhoto());
        await ComesInAsync("7", Role.Petugas, "Pak Dedi", Elsewhere);
        await ComesInAsync("1", Role.Petugas, "Bu Siti");

        foreach (var person in (string[])["7", "1"])
            Assert.All(await GoesAsync(person, "go:deskpapers:case1:kk_photo"), l => Assert.Null(l.File));
        Assert.DoesNotContain(Audit, e => e.Act == Act.DocumentSeen);
    }


    private Application WithPhoto()
    {
        var filed = Filed(Own);
        return filed with { Answers = filed.Answers.SetItem("kk_photo", new Answer.Papers([new("w1", Hall.Bot.Documents.Keep(Photo))], AtOffice: false)) };
    }
}
