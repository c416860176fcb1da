using BansosBot.Storage.Keys;
using CsCheck;

namespace BansosBot.Tests.Storage.Keys;

public sealed class FieldCipherTests : IDisposable
{
    private readonly TestKeys keys = new();

    public void Dispose() => keys.Dispose();

    [Fact]
    public void Reading_what_was_written_gives_it_back_in_its_place_only()
    {
        using var folder = keys.Open();
        var slot = folder.Subjects.New();
        var place = Gen.Select(Gen.String, Gen.String, Gen.String);

        Gen.Select(place, place, Gen.Byte.Array[0, 3000]).Sample((at, elsewhere, plain) =>
        {
            var closed = folder.Cipher.Encrypt(slot, at.Item1, at.Item2, at.Item3, plain);

            Assert.Equal(plain, folder.Cipher.Decrypt(at.Item1, at.Item2, at.Item3, closed));
            Assert.Equal(plain.Length + FieldCipher.OverheadBytes, closed.Length);
            Assert.Equal(slot, FieldCipher.SlotOf(closed));
            if (Utf8(at) != Utf8(elsewhere))
                Assert.Throws<CannotDecryptException>(() => folder.Cipher.Decrypt(elsewhere.Item1, elsewhere.Item2, elsewhere.Item3, closed));
        }, iter: 300);

        // half a surrogate pair becomes U+FFFD in UTF-8: two such names are the same place
        static string Utf8((string, string, string) at) =>
            string.Join('|', new[] { at.Item1, at.Item2, at.Item3 }.Select(part => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(part))));
    }

    [Fact]
    public void Any_changed_byte_any_cut_and_any_addition_is_noticed()
    {
        using var folder = keys.Open();
        var closed = folder.Cipher.Encrypt(folder.Subjects.New(), "cases", "k1", "name", "Bu Aminah"u8);
        folder.Subjects.New();

        for (var i = 0; i < closed.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])closed.Clone();
                changed[i] ^= (byte)(1 << bit);
                Refused(changed);
            }

            Refused(closed[..i]);
        }

        Refused([.. closed, 0]);

        void Refused(byte[] bytes) => Assert.Throws<CannotDecryptException>(() => folder.Cipher.Decrypt("cases", "k1", "name", bytes));
    }

    [Fact]
    public void Parts_of_a_place_do_not_run_into_one_another()
    {
        using var folder = keys.Open();
        var closed = folder.Cipher.Encrypt(KeySlot.Office, "ab", "c", "d", "x"u8);

        Assert.Throws<CannotDecryptException>(() => folder.Cipher.Decrypt("a", "bc", "d", closed));
        Assert.Throws<CannotDecryptException>(() => folder.Cipher.Decrypt("ab", "cd", "", closed));
    }

    [Fact]
    public void Refusing_names_the_place_and_never_the_value()
    {
        using var folder = keys.Open();
        var closed = folder.Cipher.Encrypt(KeySlot.Office, "cases", "3673014107150009", "name", "Bu Aminah"u8);

        var why = Assert.Throws<CannotDecryptException>(() => folder.Cipher.Decrypt("cases", "3673014107150008", "name", closed));

        Assert.Contains("'name'", why.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("36730141", why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forgotten_slot_encrypts_nothing()
    {
        using var folder = keys.Open();

        Assert.Throws<ArgumentException>(() => folder.Cipher.Encrypt(default, "cases", "k1", "name", "x"u8));
        Assert.Throws<ArgumentException>(() => folder.Cipher.Encrypt(new KeySlot(99), "cases", "k1", "name", "x"u8));
    }

    [Fact]
    public void Four_threads_read_and_write_for_more_people_than_are_cached()
    {
        using var folder = keys.Open();
        var slots = Enumerable.Range(0, 6000).Select(_ => folder.Subjects.New()).Append(KeySlot.Office).ToList();
        folder.Subjects.Flush();
        var done = 0;

        var threads = Enumerable.Range(0, 4).Select(seed => new Thread(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 5000; i++)
            {
                var slot = random.Next(4) == 0 ? KeySlot.Office : slots[random.Next(slots.Count)];
                var plain = BitConverter.GetBytes(random.NextInt64());
                var closed = folder.Cipher.Encrypt(slot, "cases", "k1", "name", plain);
                if (folder.Cipher.Decrypt("cases", "k1", "name", closed).AsSpan().SequenceEqual(plain)) Interlocked.Increment(ref done);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(20_000, done);
    }
}
