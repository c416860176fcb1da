using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Registry;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("MUHAMAD MA'MUN, S.Pd.", "M. Mamun")]
    [InlineData("Tb. Akhmad", "TUBAGUS AHMAD")]
    [InlineData("M.Makmun", "Mohammad Ma\u2019mun")]
    [InlineData("H.Abd. Rohman", "Abdul Rohman")]
    [InlineData("Hj. St. Aminah", "SITI AMINAH")]
    [InlineData("Soekarno", "Sukarno")]
    [InlineData("Djamilah", "Jamilah")]
    [InlineData("Tjitra", "Citra")]
    [InlineData("Suryadi Hady", "Suryadi Hadi")]
    [InlineData("NUR'AINI", "Nuraini")]
    [InlineData("Rt. Nurhayati", "Ratu Nurhayati")]
    [InlineData("E. Suherman", "Entol Suherman")]
    [InlineData("Ahmad (Alm)", "Ahmad")]
    [InlineData("Alm. Ahmad", "AHMAD")]
    [InlineData("Ahmad bin Saleh", "Ahmad")]
    [InlineData("Drs. H. Saleh, M.Si., S.H.", "Saleh")]
    [InlineData("Zoë", "Zoe")]
    [InlineData("Moch. Ikbal", "MHD IKBAL")]
    public void Two_spellings_of_one_name_have_one_key(string one, string other) =>
        Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Siti Ma", "SITI MA")]
    [InlineData("Ratu", "RATU")]
    [InlineData("Akmal", "AKMAL")]
    [InlineData("H.", "H")]
    public void A_name_is_not_folded_away(string name, string key) => Assert.Equal(key, NameKey.Of(name).Value);

    [Theory]
    [InlineData("Siti Aminah", "Siti Amina", true)]
    [InlineData("Siti Aminah", "Aminah Siti", true)]
    [InlineData("Siti Nur Aminah", "Nur Aminah", true)]
    [InlineData("Nurhayati", "Nurhayani", true)]
    [InlineData("Ani", "Adi", false)]
    [InlineData("Siti Aminah", "Budi Santoso", false)]
    [InlineData("Sukinah", "Sukaesih", false)]
    public void Perhaps_the_same_is_a_hint(string one, string other, bool maybe)
    {
        Assert.Equal(maybe, NameKey.Of(one).MaybeSame(NameKey.Of(other)));
        Assert.Equal(maybe, NameKey.Of(other).MaybeSame(NameKey.Of(one)));
    }
}
