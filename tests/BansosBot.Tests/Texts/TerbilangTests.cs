using BansosBot.Texts;
using CsCheck;

namespace BansosBot.Tests.Texts;

public sealed class TerbilangTests
{
    [Theory]
    [InlineData(0, "nol")]
    [InlineData(10, "sepuluh")]
    [InlineData(11, "sebelas")]
    [InlineData(19, "sembilan belas")]
    [InlineData(20, "dua puluh")]
    [InlineData(100, "seratus")]
    [InlineData(111, "seratus sebelas")]
    [InlineData(1_000, "seribu")]
    [InlineData(1_436, "seribu empat ratus tiga puluh enam")]
    [InlineData(11_000, "sebelas ribu")]
    [InlineData(101_001, "seratus satu ribu satu")]
    [InlineData(200_000, "dua ratus ribu")]
    [InlineData(1_000_000, "satu juta")]
    [InlineData(1_001_000, "satu juta seribu")]
    [InlineData(2_000_000_000, "dua miliar")]
    public void Numbers_are_written_as_on_a_receipt(long n, string words)
    {
        Assert.Equal(words, Terbilang.Of(n));
    }

    [Fact]
    public void Reading_the_words_gives_the_number_back()
    {
        Gen.Long[0, Terbilang.Max].Sample(n => Assert.Equal(n, Read(Terbilang.Of(n))));
        Gen.Long[0, 9_999].Sample(n => Assert.Equal(n, Read(Terbilang.Of(n))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Terbilang.Max + 1)]
    public void Outside_its_range_it_refuses(long n)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Terbilang.Of(n));
    }

    /// <summary>Another way round than the writing: a running sum below a thousand, added up at each large name.</summary>
    private static long Read(string words)
    {
        string[] small = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
        long total = 0, group = 0, digit = 0;
        foreach (var word in words.Split(' '))
        {
            switch (word)
            {
                case "belas": group += digit + 10; digit = 0; break;
                case "puluh": group += digit * 10; digit = 0; break;
                case "ratus": group += digit * 100; digit = 0; break;
                case "sepuluh": group += 10; break;
                case "sebelas": group += 11; break;
                case "seratus": group += 100; break;
                case "seribu": total += 1_000; break;
                case "ribu": Close(1_000); break;
                case "juta": Close(1_000_000); break;
                case "miliar": Close(1_000_000_000); break;
                case "triliun": Close(1_000_000_000_000); break;
                default:
                    digit = Array.IndexOf(small, word);
                    Assert.InRange(digit, 0, 9);
                    break;
            }
        }
        return total + group + digit;

        void Close(long size)
        {
            total += (group + digit) * size;
            (group, digit) = (0, 0);
        }
    }
}
