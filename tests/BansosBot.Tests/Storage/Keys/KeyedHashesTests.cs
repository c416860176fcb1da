using System.Text;
using BansosBot.Storage.Keys;
using CsCheck;

namespace BansosBot.Tests.Storage.Keys;

public sealed class KeyedHashesTests : IDisposable
{
    private readonly TestKeys keys = new();

    public void Dispose() => keys.Dispose();

    [Fact]
    public void The_same_value_has_the_same_22_letters_also_after_opening_again()
    {
        string first;
        using (var folder = keys.Open()) first = folder.Hashes.Hash(Hashed.Nik, "3673014107150009");

        using var again = keys.Open(dataExists: true);

        Assert.Equal(first, again.Hashes.Hash(Hashed.Nik, "3673014107150009"));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", first);
    }

    [Fact]
    public void Each_purpose_and_each_office_has_its_own()
    {
        using var folder = keys.Open();
        using var elsewhere = new TestKeys();
        using var other = elsewhere.Open();

        var all = Enum.GetValues<Hashed>().SelectMany(what => new[] { folder.Hashes.Hash(what, "1"), other.Hashes.Hash(what, "1") }).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void Text_is_hashed_as_utf8_however_long()
    {
        using var folder = keys.Open();

        Gen.String[0, 400].Sample(text =>
            Assert.Equal(folder.Hashes.Hash(Hashed.NameYear, Encoding.UTF8.GetBytes(text)), folder.Hashes.Hash(Hashed.NameYear, text)), iter: 200);
    }

    [Fact]
    public void A_purpose_that_a_newer_program_added_gets_its_key_and_the_others_keep_theirs()
    {
        using var master = MasterKey.Read("master", MasterKey.NewText());
        var before = KeyedHashes.Complete(null, out _);
        var written = before.Write(master);

        var read = KeyedHashes.Complete(KeyedHashes.Read("hashes.key", written, master), out var added);

        Assert.False(added);
        foreach (var what in Enum.GetValues<Hashed>()) Assert.Equal(before.Hash(what, "x"), read.Hash(what, "x"));
    }
}
