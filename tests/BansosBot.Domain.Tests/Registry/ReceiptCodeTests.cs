using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry;

public sealed class ReceiptCodeTests
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly Gen<ReceiptCode> Codes = Gen.Byte.Array[ReceiptCode.RandomBytes].Select(bytes => ReceiptCode.Of(bytes));

    [Fact]
    public void Reading_what_was_written_gives_it_back_however_it_is_grouped() =>
        Codes.Sample(code => Read(code.Reveal()) == code && Read(code.Reveal().Replace("-", "").ToLowerInvariant()) == code
            && Read($" kode: {code.Reveal().Replace('-', ' ')}") == code);

    [Fact]
    public void A_code_given_years_ago_still_reads() => Assert.Equal("KX7P-9MQT-4HWE", Read("kx7p9mqt4hwe").Reveal());

    [Fact]
    public void Every_changed_character_is_noticed() =>
        Codes.Sample(code =>
        {
            var plain = code.Reveal().Replace("-", "");
            for (int at = 0; at < plain.Length; at++)
                foreach (var other in Alphabet.Where(c => c != plain[at]))
                    Assert.Equal(new ReceiptCodeMistyped(), Why(plain[..at] + other + plain[(at + 1)..]));
        }, iter: 100);

    [Fact]
    public void Every_swap_of_neighbours_is_noticed() =>
        Codes.Sample(code =>
        {
            var plain = code.Reveal().Replace("-", "");
            for (int at = 0; at + 1 < plain.Length; at++)
                if (plain[at] != plain[at + 1])
                    Assert.Equal(new ReceiptCodeMistyped(), Why(plain[..at] + plain[at + 1] + plain[at] + plain[(at + 2)..]));
        });

    [Fact]
    public void Fifty_five_bits_of_the_random_bytes_are_in_it()
    {
        var codes = Enumerable.Range(0, 55).Select(bit =>
        {
            var bytes = BitConverter.GetBytes(1UL << bit)[..ReceiptCode.RandomBytes];
            Array.Reverse(bytes);
            return ReceiptCode.Of(bytes);
        }).Append(ReceiptCode.Of(new byte[ReceiptCode.RandomBytes]));

        Assert.Equal(56, codes.Distinct().Count());
    }

    [Fact]
    public void It_has_three_groups_of_four_without_look_alikes() =>
        Codes.Sample(code => code.Reveal().Length == 14 && code.Reveal().All(c => c == '-' || Alphabet.Contains(c)));

    [Fact]
    public void No_print_shows_more_than_two_characters() =>
        Codes.Sample(code => code.ToString() == $"{code.Reveal()[..2]}**-****-****"
            && !$"{ReceiptCode.Parse(code.Reveal())}".Contains(code.Reveal()[2..]));

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "KX7P-9MQT", new ReceiptCodeWrongLength(8, 12) },
        { "KX7P-9MQT-4HWEA", new ReceiptCodeWrongLength(13, 12) },
        { "", new ReceiptCodeWrongLength(0, 12) },
        { "KX7P-9MQT-4HW0", new ReceiptCodeHasStrangeCharacter("0") },
        { "kx7p-9mqt-4hwi", new ReceiptCodeHasStrangeCharacter("I") },
        { "KX7P-9MQT-4HWF", new ReceiptCodeMistyped() },                    // the example of our texts opens nothing
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_wrong_length_and_a_slip_are_told_apart(string typed, Refusal why) => Assert.Equal(why, Why(typed));

    [Fact]
    public void Seven_bytes_and_no_other_number_make_a_code() =>
        Assert.Throws<ArgumentException>(() => ReceiptCode.Of(new byte[8]));

    private static ReceiptCode Read(string typed) => Assert.IsType<Outcome<ReceiptCode>.Ok>(ReceiptCode.Parse(typed)).Value;

    private static Refusal Why(string typed) => Assert.IsType<Outcome<ReceiptCode>.No>(ReceiptCode.Parse(typed)).Why;
}
