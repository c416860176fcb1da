using System.Reflection;

namespace BansosBot.Domain.Tests;

public sealed class SayTests
{
    [Fact]
    public void What_is_said_prints_its_key_and_names_but_never_a_value()
    {
        var say = new Say("Status.Ask", ("nama", "Rahasia"), ("lahir", new SayValue.PaperDay(new DateOnly(2014, 3, 12))));

        Assert.Equal("Status.Ask(nama, lahir)", say.ToString());
        Assert.Equal("nama", say.Values[0].ToString());
        Assert.Equal("PaperDay", say.Values[1].Value.ToString());
        Assert.Equal("7 characters, 0 bold", Worded.Plain("Rahasia").ToString());
    }

    [Fact]
    public void No_kind_of_value_prints_what_it_holds()
    {
        Type[] kinds = typeof(SayValue).GetNestedTypes();

        Assert.True(kinds.Length > 10);
        Assert.All(kinds, k => Assert.Equal(typeof(SayValue), k.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, [])!.DeclaringType));
    }

    [Fact]
    public void Every_language_is_found_again_by_its_code()
    {
        Assert.All(Enum.GetValues<Language>(), l => Assert.Equal(l, LanguageCode.Read(l.Code())));
        Assert.Null(LanguageCode.Read("fr"));
    }
}
