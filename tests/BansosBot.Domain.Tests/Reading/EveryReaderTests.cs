using System.Diagnostics;
using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Reading;

public sealed class EveryReaderTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);

    private static readonly (string Name, Func<string, object?> Read)[] Readers =
    [
        ("nik", t => Nik.Read(t)), ("nik in a list", t => Nik.Parse(t)), ("kk", t => NomorKk.Read(t)), ("end of a kk", t => KkLastSix.Parse(t)), ("phone", t => PhoneNumber.Parse(t)),
        ("name", t => PersonName.Parse(t)), ("name key", t => NameKey.Of(t)), ("address", t => AddressReader.Read(t)),
        ("rest of an address", t => AddressReader.Read(t, new AddressParts("kp kebon", null, null))),
        ("place", t => PlaceReader.Read(t)), ("place within", t => PlaceReader.Read(t, Wilayah.AllKecamatan[0])),
        ("date of a child", t => DateReader.Read(t, Today, YearRule.Child)), ("date of an adult", t => DateReader.Read(t, Today, YearRule.Adult)),
        ("amount", t => RupiahReader.Read(t)), ("secret", t => SecretSpotter.Spot(t) ?? (object)"none"),
        ("receipt code", t => ReceiptCode.Parse(t)), ("case number", t => CaseNumber.Parse(t)),
    ];

    [Fact]
    public void Any_text_gets_an_answer() =>
        Gen.OneOf(
            Gen.String,
            Gen.Char.Array.Select(c => new string(c)),                                   // halves of surrogate pairs among them
            Gen.String["0123456789 -/.,'+:=()rtwOlIe"],
            Gen.Int[0, Fragments.Length - 1].Array[0, 6].Select(at => string.Join(' ', at.Select(i => Fragments[i]))))
        .Sample(text => Readers.All(reader => reader.Read(text) is not null), iter: 1000);

    [Theory]
    [InlineData("1")]
    [InlineData("rt 1")]
    [InlineData("dua ratus ribu ")]
    [InlineData("a, ")]
    [InlineData("rp")]
    [InlineData("kel unyur ")]
    [InlineData("1.")]
    [InlineData("pin ")]
    [InlineData("tgl ")]
    [InlineData("\uD83D")]
    public void A_text_without_end_is_read_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));
        foreach (var (name, read) in Readers)
        {
            var watch = Stopwatch.StartNew();
            Assert.NotNull(read(text));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{name} took {watch.ElapsedMilliseconds} ms");
        }
    }

    private static readonly string[] Fragments =
    [
        "tgl", "12", "bln", "maret", "th", "2014", "0", "99", "umur", "dua", "belas", "ratus", "ribu", "seribu", "puluh", "rt", "rw", "rt2/5",
        "kel", "kec", "kecamatan", "sukawana", "serang", "kota", "banten", "pabuaran", "otp", "pin", "sandi:", "kode", "123456", "juta", "rp",
        "1,5", "YAPI", "3673011203140001", "H.", "S.Pd.", "bin", ",", "-", "(alm)", "0812", "+62", "\u0663", "3\uFE0F\u20E3",
    ];
}
