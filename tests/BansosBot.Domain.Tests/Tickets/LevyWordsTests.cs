using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Tests.Tickets;

/// <summary>What tells of money that was asked for, and what only asks whether something costs money or asks for aid.</summary>
public sealed class LevyWordsTests
{
    [Theory]
    [InlineData("pungli")]
    [InlineData("ada pungutan liar di kelurahan")]
    [InlineData("saya diminta uang sama pak rt")]
    [InlineData("ada yang minta bayar biar cepat cair")]
    [InlineData("ada yg minta uang rokok katanya biar cepet cair, sdh sy kasih")]
    [InlineData("Pak RT minta 50 ribu tiap ambil beras")]
    [InlineData("petugasnya... maksud saya petugas Rina minta amplop")]
    [InlineData("dimintain duit 100rb")]
    [InlineData("disuruh bayar 20 ribu oleh kader")]
    [InlineData("bantuan anak saya dipotong 50rb sama oknum")]
    [InlineData("an officer asked me for money")]
    [InlineData("dipenta duit ku pa rt")]
    public void These_tell_of_it(string words) => Assert.True(LevyWords.AreIn(words));

    [Theory]
    [InlineData("saya mau minta uang bantuan")]
    [InlineData("bisa minta bantuan uang sekolah")]
    [InlineData("apakah daftar harus bayar")]
    [InlineData("katanya bayar 100rb biar masuk daftar, beneran?")]
    [InlineData("ada yang telepon minta uang ngaku dari dinsos")]
    [InlineData("ada yg minta transfer 50 ribu buat admin, katanya dari dinsos")]
    [InlineData("kapan uang anak yatim cair")]
    [InlineData("diminta KK sama petugas, harus yang asli?")]
    [InlineData("petugas minta foto KK")]
    [InlineData("uang bantuan saya kurang")]
    [InlineData("minta nomor petugas")]
    [InlineData("ada biaya pendaftaran gak")]
    [InlineData("beras kurang 2 kilo")]
    [InlineData("")]
    public void These_do_not(string words) => Assert.False(LevyWords.AreIn(words));

    [Theory]
    [InlineData("Bu Rina minta uang", "rina")]
    [InlineData("namanya rina marlina", "rina")]
    [InlineData("Pak Dedi dan Rina", "rina dedi")]
    [InlineData("Ibu itu minta uang, Pak", "")]
    [InlineData("Karina minta uang", "")]
    [InlineData("Sari minta uang", "left")]         // she may come back
    public void Who_works_here_is_found_by_any_of_their_names(string words, string named)
    {
        Officer[] officers = [Called("rina", "Bu Rina"), Called("dedi", "Pak Dedi Kurnia"), Called("left", "Bu Sari") with { LeftAt = DateTimeOffset.UnixEpoch }];
        Assert.Equal(named, string.Join(' ', NamedOfficer.In(words, officers).Select(n => n.Officer)));
    }

    private static Officer Called(string id, string name) => new() { Id = id, Chat = new("telegram", id), CalledAs = name, Role = Role.Petugas, Since = DateTimeOffset.UnixEpoch };
}
