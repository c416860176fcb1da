using BansosBot.Documents;
using BansosBot.Storage.Keys;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Documents;

public sealed class DocumentKeeperTests : IDisposable
{
    private const int SlotAt = 1, SlotBytes = 4;        // in the head of a ciphertext: FieldCipher
    private readonly TestFolder folder = new();
    private readonly KeyFolder keys;
    private readonly DocumentKeeper keeper;

    public DocumentKeeperTests()
    {
        keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        keeper = new(new DocumentFiles(folder["data/documents"], TimeProvider.System), keys);
    }

    [Fact]
    public void An_erased_document_is_gone_and_the_others_are_not()
    {
        var (gone, other) = (keeper.Keep("a page"u8.ToArray()), keeper.Keep("another"u8.ToArray()));

        keeper.Erase(gone);
        keeper.Erase(gone);

        Assert.Throws<FileNotFoundException>(() => keeper.Read(gone));
        Assert.Equal("another"u8.ToArray(), keeper.Read(other));
    }

    [Fact]
    public void A_damaged_head_that_names_another_key_does_not_erase_that_one()
    {
        var (damaged, other) = (keeper.Keep("a page"u8.ToArray()), keeper.Keep("another"u8.ToArray()));
        var (path, bytes) = (PathOf(damaged), File.ReadAllBytes(PathOf(damaged)));
        File.ReadAllBytes(PathOf(other)).AsSpan(SlotAt, SlotBytes).CopyTo(bytes.AsSpan(SlotAt));
        File.WriteAllBytes(path, bytes);

        keeper.Erase(damaged);

        Assert.False(File.Exists(path));
        Assert.Equal("another"u8.ToArray(), keeper.Read(other));
    }

    public void Dispose()
    {
        keys.Dispose();
        folder.Dispose();
    }

    private string PathOf(string document) => Directory.EnumerateFiles(folder["data/documents"], document, SearchOption.AllDirectories).Single();
}
