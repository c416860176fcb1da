using BotApiServer;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class FilesTests : IAsyncLifetime
{
    private static readonly byte[] Jpeg = [0xff, 0xd8, 0xff, 1, 2, 3, 4, 5];

    private BotApi api = null!;
    private TelegramBotClient bot = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        bot = Client.Of(api);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task A_photo_comes_in_several_sizes_and_its_largest_is_downloaded()
    {
        api.Person("Bu Aminah").SendsPhoto(new Picture(Jpeg, 960, 1280, "KK", Small: [9]));

        var message = Assert.Single(await bot.GetUpdates(cancellationToken: Stop)).Message!;

        Assert.Equal("KK", message.Caption);
        Assert.Equal([(67, 90), (240, 320), (960, 1280)], message.Photo!.Select(p => (p.Width, p.Height)));
        Assert.Equal(Jpeg, await DownloadAsync(message.Photo![^1].FileId));
        Assert.Equal([9], await DownloadAsync(message.Photo![0].FileId));
    }

    [Fact]
    public async Task A_photo_as_a_file_keeps_its_name_and_kind()
    {
        api.Person("Bu Aminah").SendsFile(Jpeg, "KTP ibu é.jpg", "image/jpeg", "ktp");

        var message = Assert.Single(await bot.GetUpdates(cancellationToken: Stop)).Message!;

        Assert.Equal(("KTP ibu é.jpg", "image/jpeg", 8), (message.Document!.FileName, message.Document.MimeType, (int)message.Document.FileSize!));
        Assert.Equal(Jpeg, await DownloadAsync(message.Document.FileId));
    }

    [Fact]
    public async Task A_file_that_claims_more_than_20_MB_cannot_be_fetched()
    {
        api.Person("Bu Aminah").SendsFile(Jpeg, "film.mp4", "video/mp4", sizeClaimed: 20 * 1024 * 1024 + 1);
        var message = Assert.Single(await bot.GetUpdates(cancellationToken: Stop)).Message!;

        await Client.RefusedAsync(400, "Bad Request: file is too big", bot.GetFile(message.Document!.FileId, Stop));
    }

    [Theory]
    [InlineData(AlbumArrives.Together, 3)]
    [InlineData(AlbumArrives.OnePerPoll, 1)]
    public async Task An_album_is_an_update_for_each_photo_under_one_id(AlbumArrives arrives, int inFirstPoll)
    {
        var ids = api.Person("Bu Aminah").SendsAlbum([new(Jpeg, Caption: "KK"), new(Jpeg), new(Jpeg)], arrives);

        var got = new List<Update>();
        while (got.Count < 3)
        {
            var poll = await bot.GetUpdates(got.Count == 0 ? 0 : got[^1].Id + 1, cancellationToken: Stop);
            Assert.Equal(inFirstPoll, poll.Length);
            got.AddRange(poll);
        }

        Assert.Equal(ids, got.Select(u => u.Id));
        Assert.Single(got.Select(u => u.Message!.MediaGroupId).Distinct(), id => id is not null);
    }

    [Fact]
    public async Task What_the_bot_uploads_is_seen_and_can_be_sent_again_by_its_id()
    {
        var wali = await bot.MetAsync(api);
        using var pdf = new MemoryStream("%PDF-1.7"u8.ToArray());
        using var chart = new MemoryStream(Jpeg);

        var document = await bot.SendDocument(wali.Id, InputFile.FromStream(pdf, "tanda terima é.pdf"), "Simpan ini", cancellationToken: Stop);
        var photo = await bot.SendPhoto(wali.Id, InputFile.FromStream(chart, "bagan.jpg"), cancellationToken: Stop);
        await bot.SendPhoto(wali.Id, InputFile.FromFileId(photo.Photo![^1].FileId), cancellationToken: Stop);

        Assert.Equal(("tanda terima é.pdf", "application/pdf"), (document.Document!.FileName, document.Document.MimeType));
        Assert.Equal("%PDF-1.7"u8.ToArray(), await DownloadAsync(document.Document.FileId));
        var seen = wali.Saw();
        Assert.Equal(["document", "photo", "photo"], seen.Select(m => m.Kind));
        Assert.Equal("Simpan ini", seen[0].Text);
        Assert.Equal(seen[1].FileId, seen[2].FileId);
    }

    [Fact]
    public async Task A_download_can_be_cut_in_the_middle()
    {
        api.Person("Bu Aminah").SendsFile(Jpeg, "a.jpg", "image/jpeg");
        var message = Assert.Single(await bot.GetUpdates(cancellationToken: Stop)).Message!;
        api.Next("file").IsTruncated();

        await Assert.ThrowsAnyAsync<Exception>(() => DownloadAsync(message.Document!.FileId));
        Assert.Equal(Jpeg, await DownloadAsync(message.Document!.FileId));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<byte[]> DownloadAsync(string fileId)
    {
        using var bytes = new MemoryStream();
        await bot.GetInfoAndDownloadFile(fileId, bytes, Stop);
        return bytes.ToArray();
    }
}
