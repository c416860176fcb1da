using System.Security.Cryptography;
using BansosBot.Documents;
using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Documents;

public sealed class UploadedFilesTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly KeyFolder keys;
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly UploadedFiles files;

    public UploadedFilesTests()
    {
        keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        files = new("web", folder["data"], keys, () => Room.Plenty, clock);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(PhotoLimits.BytesMax)]
    public async Task What_was_taken_is_fetched_and_stands_nowhere_in_the_clear(int bytes)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);

        var taken = await TakeAsync(content);

        Assert.Equal(content, await FetchAsync(taken.Name!));
        var stored = await File.ReadAllBytesAsync(Path.Combine(folder["data"], taken.Name!), TestContext.Current.CancellationToken);
        if (bytes > 16) Assert.Equal(-1, stored.AsSpan().IndexOf(content.AsSpan(0, 16)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PhotoLimits.BytesMax + 1)]
    public async Task Nothing_is_kept_of_what_is_empty_or_too_large(int bytes)
    {
        var taken = await TakeAsync(new byte[bytes]);

        Assert.Null(taken.Name);
        Assert.Equal(bytes, taken.Bytes);
        Assert.Empty(Directory.EnumerateFiles(folder["data"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70_000)]
    public async Task A_file_that_was_cut_off_is_gone_rather_than_half(int cut)
    {
        var taken = await TakeAsync(RandomNumberGenerator.GetBytes(150_000));
        using (var file = File.OpenWrite(Path.Combine(folder["data"], taken.Name!))) file.SetLength(file.Length - cut);

        Assert.Null(await FetchAsync(taken.Name!));
    }

    [Fact]
    public async Task Pieces_cannot_change_places()
    {
        var taken = await TakeAsync(RandomNumberGenerator.GetBytes(200_000));
        var path = Path.Combine(folder["data"], taken.Name!);
        var stored = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        const int Piece = 65_536 + FieldCipher.OverheadBytes;
        await File.WriteAllBytesAsync(path, [.. stored[Piece..(2 * Piece)], .. stored[..Piece], .. stored[(2 * Piece)..]], TestContext.Current.CancellationToken);

        Assert.Null(await FetchAsync(taken.Name!));
    }

    [Fact]
    public async Task A_sender_who_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => files.TakeAsync(new BrokenOff(), TestContext.Current.CancellationToken));

        Assert.Empty(Directory.EnumerateFiles(folder["data"]));
    }

    [Fact]
    public async Task What_is_done_is_gone_a_second_time_too()
    {
        var taken = await TakeAsync([1, 2, 3]);

        files.Done(Named(taken.Name!));
        files.Done(Named(taken.Name!));

        Assert.Null(await FetchAsync(taken.Name!));
        Assert.Empty(Directory.EnumerateFiles(folder["data"]));
    }

    [Fact]
    public async Task A_damaged_head_that_names_another_key_does_not_erase_that_one()
    {
        var (damaged, other) = ((await TakeAsync([1, 2, 3])).Name!, (await TakeAsync([4, 5, 6])).Name!);
        var path = Path.Combine(folder["data"], damaged);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        (await File.ReadAllBytesAsync(Path.Combine(folder["data"], other), TestContext.Current.CancellationToken)).AsSpan(1, 4).CopyTo(bytes.AsSpan(1));      // the slot: FieldCipher
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        files.Done(Named(damaged));

        Assert.False(File.Exists(path));
        Assert.Equal([4, 5, 6], await FetchAsync(other));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200_000)]
    public async Task With_a_file_its_key_goes(int bytes)
    {
        var name = (await TakeAsync(new byte[bytes])).Name!;
        var slot = FieldCipher.SlotOf(await File.ReadAllBytesAsync(Path.Combine(folder["data"], name), TestContext.Current.CancellationToken))!.Value;
        Assert.True(keys.Subjects.Exists(slot));

        files.Done(Named(name));

        Assert.False(keys.Subjects.Exists(slot));
    }

    [Fact]
    public async Task What_waits_long_for_its_work_is_not_swept()
    {
        await using var store = new LiteDbStore(LiteDbFile.Open(folder["store/bansosbot.db"]), KeyFolder.Open(folder["keys2"], folder["store"], dataExists: false), new HashSet<string>(), clock);
        files.Watch(store);
        var taken = await TakeAsync([1, 2, 3]);
        var chat = new ChatKey("web", "1");
        await store.ApplyAsync(new Incoming.Words(chat, "1", ""), new() { After = new() { Chat = chat }, Orders = [new("w1", chat, Named(taken.Name!))] }, clock.GetUtcNow());

        clock.Advance(3 * UploadedFiles.UnorderedKept);

        Assert.Equal(0, await files.SweepOnceAsync(store, TestContext.Current.CancellationToken));
        Assert.NotNull(await FetchAsync(taken.Name!));
    }

    [Theory]
    [InlineData("../keys/master.key")]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_name_that_is_none_of_ours_is_not_there(string name)
    {
        Assert.Null(await FetchAsync(name));
    }

    public void Dispose()
    {
        keys.Dispose();
        folder.Dispose();
    }

    private static FileRef Named(string name) => new(name, 0, SentAs.File, null);

    private async Task<Uploaded> TakeAsync(byte[] content)
    {
        using var from = new MemoryStream(content);
        return await files.TakeAsync(from, TestContext.Current.CancellationToken);
    }

    private async Task<byte[]?> FetchAsync(string name)
    {
        using var into = new MemoryStream();
        return await files.FetchAsync(Named(name), into, TestContext.Current.CancellationToken) ? into.ToArray() : null;
    }

    private sealed class BrokenOff : MemoryStream
    {
        private bool gave;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (gave) throw new IOException("The connection is gone.");
            gave = true;
            return ValueTask.FromResult(Math.Min(buffer.Length, 100));
        }
    }
}
