using BansosBot.Channels.WebChat;
using BansosBot.Configuration;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Protection;
using BansosBot.Tests.Storage;
using BansosBot.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>The whole bot over a real store behind a real web server, with two small errands of the test's own.</summary>
public sealed class Counter : IAsyncDisposable
{
    private readonly TestFolder folder;
    private readonly WebApplication web;

    private Counter(WebApplication web, Bot bot, UploadedFiles uploads, FakeTimeProvider clock, TestFolder folder)
    {
        (this.web, Bot, Uploads, Clock, this.folder) = (web, bot, uploads, clock, folder);
    }

    public Bot Bot { get; }

    public UploadedFiles Uploads { get; }

    public FakeTimeProvider Clock { get; }

    public Uri Site => new(web.Urls.First());

    /// <summary>What the disk has room for, as the page's uploads see it.</summary>
    public Room Room { get; set; }

    public string Data => folder["data"];

    /// <summary>Files of the store and its keys, with their sizes and the time of the last write.</summary>
    public IEnumerable<string> Stored() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => new FileInfo(f)).Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}");

    public int FilesIn(string name) => Directory.Exists(Path.Combine(Data, name)) ? Directory.EnumerateFiles(Path.Combine(Data, name), "*", SearchOption.AllDirectories).Count() : 0;

    public static async Task<Counter> OpenAsync(int newSessionsPerHour = 0, Rate? session = null, Rate? address = null)
    {
        var place = new TestFolder();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var settings = new Settings { Storage = new(place["data"]), KeysPath = place["keys"] };
        Directory.CreateDirectory(place["data"]);
        UploadedFiles? uploads = null;
        Counter? counter = null;
        var talk = new Talk(
            new Office("Dinas Sosial Kota Serang", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new(20, 0), new(7, 0)) { Contact = [new Say("Office.Phone", ("telepon", "0254-000000"))] },
            new CheckErrand(), new OfficialErrand(), new PaperErrand(), new FileErrand(), new ChildErrand(), new AgreeErrand(), new EraseErrand(), new ProtectErrand())
        {
            SharedChannels = [WebChatDoor.ChannelName],
        };
        var bot = await Bot.OpenAsync(settings, talk, new Wording(Texts(), OfficeTime.Wib), (keys, _) =>
        {
            uploads = new UploadedFiles(WebChatDoor.ChannelName, Path.Combine(settings.Storage.Path, "uploads"), keys, () => counter?.Room ?? Room.Plenty, clock);
            return new([], [WebChatDoor.ChannelName], [uploads]);
        }, clock, NullLoggerFactory.Instance);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel();
        builder.Logging.ClearProviders();
        builder.Services.AddWebChat(Path.Combine(place["keys"], "web"));
        var site = builder.Build();
        site.MapWebChat(new ChatDesk(bot.Talk, bot.Intake, bot.Store, bot.Letters, uploads!, new("Dinas Sosial Kota Serang", new(newSessionsPerHour, session ?? Crowding.Usual.Session, address ?? Crowding.Usual.Address)), clock, site.Services));
        await site.StartAsync(TestContext.Current.CancellationToken);
        return counter = new(site, bot, uploads!, clock, place);
    }

    public Visit Visitor() => new(Site);

    public async Task PhotosAreDoneAsync()
    {
        for (var i = 0; i < 20_000 && Bot.PhotoBacklog > 0; i++) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(0, Bot.PhotoBacklog);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await Bot.DisposeAsync();
        folder.Dispose();
    }

    private static TextBook Texts()
    {
        (string Key, string Text)[] ofTheErrands =
        [
            ("Test.Button.Paper", "Kirim surat"), ("Test.Button.Child", "Anak saya"), ("Test.Button.Agree", "Saya setuju"), ("Test.Birth.Ask", "Kapan lahirnya?"), ("Test.Button.File", "Berkas saya"), ("Test.Why.Ask", "Surat *apa* itu?"),
            ("Test.Photo.Ask", "Kirim fotonya."), ("Test.Done", "Terima kasih."), ("Test.File", "Ini berkasnya."),
        ];
        return TextBook.Shipped(ofTheErrands.Select(t => new TextEntry(Language.Indonesian, t.Key, t.Text, "test")));
    }

    /// <summary>Asks what it is and for its photo.</summary>
    private sealed class PaperErrand : Errand
    {
        public override string Name => "paper";

        public override Flow Flow { get; } = new()
        {
            Name = "paper",
            Version = 1,
            KeepsDraft = false,
            Steps =
            [
                new() { Name = "why", Kind = new FreeTextKind(200), Part = Part.Form, TextKey = "Test.Why" },
                new() { Name = "photo", Kind = new DocumentsKind(3, IsOptional: false), Part = Part.Form, TextKey = "Test.Photo" },
            ],
        };

        public override Say MenuLabel(Conversation now) => new("Test.Button.Paper");

        public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

        public override void Open(Scene scene, string argument)
        {
            scene.Keep(new() { Flow = Flow.Name, Version = 1, Id = scene.RandomId() });
            scene.Move(Move.Go(StepMap.At(Flow, "why")));
            scene.Ask([new Say("Test.Why.Ask")], [[new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        }

        public override void Finish(Scene scene, Draft draft)
        {
            scene.Forget(Flow.Name);
            scene.Move(Move.Menu);
            scene.Tell(new Say("Test.Done"));
        }
    }

    /// <summary>Asks for a child's birth date, and then goes on asking.</summary>
    private sealed class ChildErrand : Errand
    {
        public override string Name => "child";

        public override Flow Flow { get; } = new()
        {
            Name = "child",
            Version = 1,
            KeepsDraft = true,
            Steps =
            [
                new() { Name = FlowShape.ChildBirthDate, Kind = new DateKind(DateOf.ChildBirth), Part = Part.Form, TextKey = "Test.Birth" },
                new() { Name = "why", Kind = new FreeTextKind(200), Part = Part.Form, TextKey = "Test.Why" },
                new() { Name = "photo", Kind = new DocumentsKind(3, IsOptional: false), Part = Part.Form, TextKey = "Test.Photo" },
            ],
        };

        public override Say MenuLabel(Conversation now) => new("Test.Button.Child");

        public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

        public override void Open(Scene scene, string argument)
        {
            scene.Keep(new() { Flow = Flow.Name, Version = 1, Id = scene.RandomId() });
            scene.Move(Move.Go(StepMap.At(Flow, FlowShape.ChildBirthDate)));
            scene.Ask([new Say("Test.Birth.Ask")], [[new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        }
    }

    /// <summary>Takes consent.</summary>
    private sealed class AgreeErrand : Errand
    {
        public override string Name => "agree";

        public override Say MenuLabel(Conversation now) => new("Test.Button.Agree");

        public override void Open(Scene scene, string argument)
        {
            scene.Now = scene.Now with { Consents = scene.Now.Consents.Add(new("test", 1, scene.At, WithdrawnAt: null)) };
            scene.Tell(new Say("Test.Done"));
        }
    }

    /// <summary>Answers with a file.</summary>
    private sealed class FileErrand : Errand
    {
        public override string Name => "file";

        public override Say MenuLabel(Conversation now) => new("Test.Button.File");

        public override void Open(Scene scene, string argument) => scene.Send(new()
        {
            To = scene.Now.Chat,
            Language = scene.Now.Language,
            Parts = [new Say("Test.File")],
            Attachment = new("data-saya.json", [new("draf", "nama", "Siti Contoh")]),
        });
    }
}
