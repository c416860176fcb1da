using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Simulation;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Picture = BotApiServer.Picture;

namespace BansosBot.Tests.Documents;

/// <summary>Telegram's file server is away: photos wait for it, however long, and nobody has to send them again.</summary>
public sealed class PhotoOutageTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2025, 9, 23, 9, 0, 0, TimeSpan.Zero);       // outside the quiet hours

    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new(Morning);
    private BotApi api = null!;
    private TinyBot tiny = null!;
    private Person wali = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        wali = api.Person("Bu Aminah");
        tiny = await TinyBot.OpenAsync(folder.Path, api.Address, api.Token, clock, NullLoggerFactory.Instance, new PaperErrand());
        wali.Says("/daftar");
        await wali.NextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await tiny.DisposeAsync();
        await api.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Failures_of_the_file_server_use_up_no_try_and_their_pauses_grow()
    {
        api.Next("getFile").AnswersBadGateway();
        api.Next("file").AnswersServerError();
        api.Next("file").IsCutBefore();
        api.Next("file").IsTruncated();
        api.Next("file").AnswersTooManyRequests(retryAfterSeconds: 30);

        wali.SendsPhoto(new Picture(Pictures.Readable));
        await KeptAsync(pages: 1);

        Assert.InRange(clock.GetUtcNow() - Morning, TimeSpan.FromSeconds(5 + 10 + 20 + 40 + 80), TimeSpan.FromMinutes(10));
        Assert.Equal(2, wali.Saw().Count);       // the question, and that the page came
    }

    [Fact]
    public async Task Who_waits_long_is_told_once_for_all_their_photos()
    {
        api.Next("getFile", times: 20).AnswersBadGateway();

        wali.SendsPhoto(new Picture(Pictures.Readable));
        wali.SendsPhoto(new Picture(Pictures.Readable));
        await KeptAsync(pages: 2);

        Assert.Single(wali.Saw(), m => m.Text.Contains("Tidak perlu dikirim ulang", StringComparison.Ordinal));
        Assert.Equal(4, wali.Saw().Count);
    }

    [Theory]
    [InlineData("getFile", 401, "Unauthorized")]
    [InlineData("getFile", 404, "Not Found")]
    [InlineData("file", 404, "Not Found")]
    public async Task A_token_that_is_withdrawn_makes_no_photo_gone(string method, int code, string words)
    {
        api.Next(method, times: 2).Answers(code, words);
        api.Next("getMe", times: 2).Answers(401, "Unauthorized");

        wali.SendsPhoto(new Picture(Pictures.Readable));
        await KeptAsync(pages: 1);

        Assert.Equal(2, wali.Saw().Count);
    }

    [Theory]
    [InlineData("getFile", 400, "Bad Request: wrong file_id or the file is temporarily unavailable")]
    [InlineData("file", 404, "Not Found")]
    public async Task A_photo_that_is_gone_from_the_file_server_is_asked_for_again(string method, int code, string words)
    {
        api.Next(method).Answers(code, words);

        wali.SendsPhoto(new Picture(Pictures.Readable));

        await wali.WaitForAsync(m => m.Text.Contains("Tolong kirim foto itu sekali lagi", StringComparison.Ordinal));
    }

    private async Task KeptAsync(int pages)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await PapersAsync())?.Count(p => p.Document is not null) != pages)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "Not kept in time.");
            if (tiny.Bot.PhotoBacklog == 0) clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await wali.WaitUntilAsync(_ => tiny.Bot.Sender.Backlog == 0);
    }

    private async Task<IReadOnlyList<Page>?> PapersAsync()
    {
        var c = await tiny.Bot.Store.ConversationAsync(new("telegram", wali.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken);
        return c.Drafts.Values.FirstOrDefault()?.Answers.Values.OfType<Answer.Papers>().FirstOrDefault()?.Pages;
    }

    /// <summary>Asks for one document of up to three pages.</summary>
    private sealed class PaperErrand : Errand
    {
        public override string Name => "apply";

        public override Flow Flow { get; } = new()
        {
            Name = "apply",
            Version = 1,
            KeepsDraft = false,
            Steps = [new() { Name = "photo", Kind = new DocumentsKind(3, IsOptional: false), Part = Part.Form, TextKey = "Status.Code" }],
        };

        public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

        public override void Open(Scene scene, string argument)
        {
            scene.Keep(new() { Flow = Flow.Name, Version = 1, Id = scene.RandomId() });
            scene.Move(Move.Go(StepMap.At(Flow, "photo")));
            scene.Ask([new Say("Status.Code.Ask")], [[new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        }
    }
}
