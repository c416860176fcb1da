using System.Net;
using BansosBot.Documents;
using BansosBot.Domain.Conversations;
using BansosBot.Tests.Documents;

namespace BansosBot.Tests.Channels.WebChat;

public sealed class WebPhotoTests
{
    private const string Got = "Terima kasih, 1 foto";

    [Fact]
    public async Task A_photo_is_kept_and_its_upload_is_gone()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await AskedForAPhotoAsync(siti);

        page = await siti.SendPhotoAsync(page, TestPictures.Jpeg());
        await counter.PhotosAreDoneAsync();

        Assert.Equal("> Foto", page.Bubbles[^2]);
        Assert.StartsWith(Got, page.Bubbles[^1], StringComparison.Ordinal);
        Assert.Equal(1, counter.FilesIn("documents"));
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task A_photo_sent_twice_by_one_form_is_one_page()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await AskedForAPhotoAsync(siti);
        var once = await siti.SendPhotoAsync(page, TestPictures.Jpeg());

        var twice = await siti.SendPhotoAsync(page, TestPictures.Jpeg());
        await counter.PhotosAreDoneAsync();

        Assert.Equal(once.Bubbles, twice.Bubbles);
        Assert.Equal(1, counter.FilesIn("documents"));
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task A_photo_that_nobody_asked_for_is_not_kept()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();

        var page = await siti.SendPhotoAsync(await siti.BeginAsync(), TestPictures.Jpeg());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("> Foto", page.Bubbles[^2]);
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task A_file_of_another_kind_gets_one_sentence_and_the_question_stays()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await AskedForAPhotoAsync(siti);

        page = await siti.SendPhotoAsync(page, [.. "%PDF-1.7"u8, .. new byte[2_000]]);

        Assert.Contains("PDF", page.Bubbles[^1], StringComparison.Ordinal);
        Assert.Contains("Kirim fotonya.", page.Bubbles[^1], StringComparison.Ordinal);
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task A_photo_over_the_limit_gets_one_sentence_and_nothing_is_lost()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await AskedForAPhotoAsync(siti);

        var refused = await siti.SendPhotoAsync(page, new byte[PhotoLimits.BytesMax + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("10 MB", refused.Text, StringComparison.Ordinal);
        Assert.Equal(page.Bubbles, refused.Bubbles);
        Assert.Equal(0, counter.FilesIn("uploads"));
        Assert.StartsWith(Got, (await siti.SendPhotoAsync(refused, TestPictures.Jpeg())).Bubbles[^1], StringComparison.Ordinal);
        await counter.PhotosAreDoneAsync();
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_is_named_as_the_reason()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await AskedForAPhotoAsync(siti);
        counter.Room = Room.NoFiles;

        var refused = await siti.SendPhotoAsync(page, TestPictures.Jpeg());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("Tempat penyimpanan kami hampir penuh", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Banyak foto", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task A_form_without_a_photo_says_what_to_do()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();

        var page = await siti.SendPhotoAsync(await AskedForAPhotoAsync(siti), []);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("belum dipilih", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_without_our_token_is_not_kept()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        using var stranger = counter.Visitor();
        await AskedForAPhotoAsync(siti);

        var refused = await siti.SendPhotoAsync(await stranger.BeginAsync(), TestPictures.Jpeg());

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_swept_after_an_hour_and_not_before()
    {
        await using var counter = await Counter.OpenAsync();
        using var photo = new MemoryStream(TestPictures.Jpeg());
        var stop = TestContext.Current.CancellationToken;
        await counter.Uploads.TakeAsync(photo, stop);

        counter.Clock.Advance(UploadedFiles.UnorderedKept);
        Assert.Equal(0, await counter.Uploads.SweepOnceAsync(counter.Bot.Store, stop));
        counter.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await counter.Uploads.SweepOnceAsync(counter.Bot.Store, stop));

        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    [Fact]
    public async Task A_slow_photo_that_comes_in_after_the_person_has_left_is_not_taken()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await AskedForAPhotoAsync(siti);
        using var slow = siti.Copied();

        var answer = await slow.SendPhotoAsync(page, TestPictures.Jpeg(), halfWay: () => siti.SendAsync(page, "/keluar"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        await counter.PhotosAreDoneAsync();
        Assert.Equal(0, counter.FilesIn("documents"));
        Assert.Equal(0, counter.FilesIn("uploads"));
    }

    private static async Task<Page> AskedForAPhotoAsync(Visit visit) =>
        await visit.WriteAsync(await visit.PressAsync(await visit.BeginAsync(), "Kirim surat"), "surat kematian");
}
