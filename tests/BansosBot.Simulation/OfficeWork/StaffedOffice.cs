using BansosBot.Configuration;
using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Staff;
using BansosBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>The whole bot on a folder, with the people of an office and applications that lie there.</summary>
internal sealed class StaffedOffice : IAsyncDisposable
{
    public const string Channel = "office";

    private static readonly (Role Role, Kecamatan[] Area)[] Staff =
    [
        (Role.Petugas, [Wilayah.AllKecamatan[0]]), (Role.Petugas, [Wilayah.AllKecamatan[1], Wilayah.AllKecamatan[2]]), (Role.Petugas, []), (Role.Petugas, []),
        (Role.Verifikator, []), (Role.Verifikator, []), (Role.KepalaBidang, []), (Role.KepalaDinas, []),
    ];

    private readonly TimeProvider clock;

    private StaffedOffice(Bot bot, TimeProvider clock) => (Bot, this.clock) = (bot, clock);

    public Bot Bot { get; }

    /// <param name="channel">Where letters go; its name is <see cref="Channel"/>.</param>
    public static async Task<StaffedOffice> OpenAsync(string data, string keys, IChannel channel, TimeProvider clock)
    {
        var settings = new Settings { Storage = new(data), KeysPath = keys, Telegram = new("1:simulated", MessagesPerSecond: 0, MessagesPerSecondPerChat: 0) };
        var composition = Composition.Of(settings);
        return new(await Bot.OpenAsync(settings, composition.Talk, composition.Wording, (_, _) => new([channel], [], []), clock, NullLoggerFactory.Instance), clock);
    }

    /// <summary>They come in by invitations, once.</summary>
    public async Task ComeInAsync()
    {
        foreach (var (index, (role, area)) in Staff.Index())
        {
            var worker = new Worker(Bot, ChatOf(index), role, new(index), "in-");
            await worker.SaysAsync("start", await Inviting.InviteAsync(Bot.Store, role, $"Petugas {index}", clock));
            if (area.Length == 0) continue;
            var officer = (await Bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = (await Bot.Store.ConversationAsync(ChatOf(index), CancellationToken.None)).Officer }, CancellationToken.None)).Officer!;
            await ApplyAsync("area" + officer.Id, [new Write.PutOfficer(officer with { Area = [.. area] })]);
        }
    }

    /// <param name="run">Distinguishes their messages from those of another run on the same folder.</param>
    /// <param name="acknowledged">Told of each message that was taken, by chat and id.</param>
    public List<Worker> Workers(Random random, string run = "", Action<string>? acknowledged = null) =>
        [.. Staff.Select((s, index) => new Worker(Bot, ChatOf(index), s.Role, new(random.Next()), run, acknowledged))];

    public Task FileAsync(params Application[] cases) => ApplyAsync(cases[0].Id, [.. cases.Select(a => new Write.PutCase(a))]);

    /// <summary>By the hand of nobody: written past the desk.</summary>
    public async Task ApplyAsync(string id, Write[] writes, params AuditAct[] audit)
    {
        Applied applied;
        do
        {
            var office = await Bot.Store.ConversationAsync(ChatKey.Office, CancellationToken.None);
            applied = await Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, id, ""), new() { After = office, Writes = [.. writes], Audit = [.. audit] }, clock.GetUtcNow());
        }
        while (applied == Applied.Stale);        // a batch goes on in the same chat of nobody
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static ChatKey ChatOf(int officer) => new(Channel, $"officer{officer}");
}
