using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Sukinah", "Sukinah")]
    [InlineData("Rt. Nurhayati", "Rt. Nurhayati")]
    [InlineData("MUHAMAD MA'MUN, S.Pd.", "MUHAMAD MA'MUN, S.Pd.")]
    [InlineData("  Nur\u2019aini   binti\nSaleh ", "Nur\u2019aini binti Saleh")]
    [InlineData("Ahmad (Alm)", "Ahmad (Alm)")]
    [InlineData("Zoë Al-Bantani", "Zoë Al-Bantani")]
    [InlineData("U", "U")]
    public void A_name_is_kept_as_typed(string typed, string kept) => Assert.Equal(kept, Of(typed).Reveal());

    [Theory]
    [InlineData("Siti Aminah", "Siti Aminah")]
    [InlineData("Muhammad Ramdhani Alfatih Santoso", "Muhammad Ramdhani Alfatih")]
    [InlineData("Raden Mas Muhammad Ramdhanii, S.Pd.", "Raden Mas Muhammad Ramdhanii")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void In_a_question_a_long_name_is_cut_between_words(string typed, string called) => Assert.Equal(called, Of(typed).RevealAsCalled());

    [Theory]
    [InlineData("nama saya Sukinah", "Sukinah")]
    [InlineData("Namanya  Rani Puspita", "Rani Puspita")]
    [InlineData("saya Sukinah", "Sukinah")]
    [InlineData("nama lengkap anak adalah Ahmad Fauzi", "Ahmad Fauzi")]
    [InlineData("Sayati", "Sayati")]
    [InlineData("Maria Mau", "Maria Mau")]
    [InlineData("Yang Mei Salah", "Yang Mei Salah")]
    [InlineData("Sy. Fatimah", "Sy. Fatimah")]
    public void What_people_say_before_a_name_is_no_part_of_it(string typed, string kept) => Assert.Equal(kept, Of(typed).Reveal());

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "Siti 2", new NameHasDigits() },
        { "3673011203140001", new NameHasDigits() },
        { "Siti \U0001F600", new NameHasStrangeSign("\U0001F600") },
        { "Siti/Aminah", new NameHasStrangeSign("/") },
        { "", new NameEmpty() },
        { " . - ", new NameEmpty() },
        { "tidak tahu", new NameNotGiven() },
        { "gak tau", new NameNotGiven() },
        { "saya capek, mau lanjut di telegram", new NameHasTalk() },
        { "nama wali", new NameHasTalk() },
        { "Nama wali salah", new NameHasTalk() },
        { "Bukan itu", new NameHasTalk() },
        { new string('a', 101), new NameTooLong(101, 100) },
        { "Siti \uD83D", new NameHasStrangeSign("\uFFFD") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_name_is_refused(string typed, Refusal why) =>
        Assert.Equal(why, Assert.IsType<Outcome<PersonName>.No>(PersonName.Parse(typed)).Why);

    [Fact]
    public void Reading_what_was_written_gives_it_back_and_a_print_shows_one_letter() =>
        (from first in Gen.Char['A', 'Z'] from more in Gen.Char['a', 'z'].Array[1, 16] select first + new string(more) + "wati")       // "Blm" is no name
            .Array[1, 4].Select(words => string.Join(' ', words)).Where(name => name.Length <= 100).Sample(name =>
            {
                var read = Assert.IsType<Outcome<PersonName>.Ok>(PersonName.Parse(name)).Value;
                return read.Reveal() == name && read.ToString() == $"{name[0]}***" && !$"{PersonName.Parse(name)} {read.Key}".Contains(name)
                    && Of(read.Reveal()) == read;
            });

    internal static PersonName Of(string typed) => Assert.IsType<Outcome<PersonName>.Ok>(PersonName.Parse(typed)).Value;
}
