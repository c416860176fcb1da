using System.Text;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>Whom <c>/data_saya</c> gives what is written in a case: whose own it is; everybody else no more than its status.</summary>
public sealed class OwnDataTests : CasesAtHand
{
    private static readonly string[] OfTheFamily =
        [Nik(1).Reveal(), "3673010101100001", "Putri", "1234567890", "Kp. Baru", "36.73.01", "baris satu", Code(1).Reveal()];

    [Fact]
    public async Task Who_joined_by_code_and_birth_date_is_given_nothing_of_what_the_family_wrote()
    {
        await PutAsync(Own, WithoutKkEnd(Filed(Own)));
        await JoinsByCodeAsync("2");

        var (said, file) = await ExportAsync("2");

        Assert.Contains("tahap", file, StringComparison.Ordinal);
        Assert.Contains("hanya bisa dibuka dari HP yang mendaftarkannya", said, StringComparison.Ordinal);
        Assert.All(OfTheFamily, secret => Assert.DoesNotContain(secret, said + file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_filed_it_is_given_all_of_it_whoever_joined_meanwhile()
    {
        await PutAsync(Own, WithoutKkEnd(Filed(Own)));
        await JoinsByCodeAsync("2");

        var (said, file) = await ExportAsync("1");

        Assert.All(OfTheFamily, own => Assert.Contains(own, file, StringComparison.Ordinal));
        Assert.DoesNotContain("tidak ada di berkas itu", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_a_helper_filed_the_family_that_joined_is_given_all_and_the_helper_the_stage()
    {
        await PutAsync(Own, WithoutKkEnd(Filed(Own)) with { FiledForOthers = true });
        await JoinsByCodeAsync("2");

        var (_, toTheFamily) = await ExportAsync("2");
        var (said, toTheHelper) = await ExportAsync("1");

        Assert.All(OfTheFamily, own => Assert.Contains(own, toTheFamily, StringComparison.Ordinal));
        Assert.Contains("hanya bisa dibuka oleh keluarga yang dibantu", said, StringComparison.Ordinal);
        Assert.All(OfTheFamily, secret => Assert.DoesNotContain(secret, said + toTheHelper, StringComparison.Ordinal));
    }

    // No form asks for the end of a number alone.
    private static Application WithoutKkEnd(Application filed) => filed with { Answers = filed.Answers.Remove("kk_end") };

    private async Task JoinsByCodeAsync(string person)
    {
        await CommandsAsync(person, "status");
        await SaysAsync(person, Code(1).Reveal());
        await SaysAsync(person, "12 Maret 2014");
        Assert.Contains("Data cocok", Assert.Single(await SaysAsync(person, "benar")).Words.Text, StringComparison.Ordinal);
    }

    private async Task<(string Said, string File)> ExportAsync(string person)
    {
        var letter = Assert.Single(await CommandsAsync(person, "data_saya"), l => l.File is not null);
        return (letter.Words.Text, Encoding.UTF8.GetString(letter.File!.Content));
    }
}
