using System.CommandLine;
using System.Globalization;
using BansosBot.Domain.Staff;
using BansosBot.Staff;

namespace BansosBot.Commands;

/// <summary>Invites somebody to work at the office, the first of all by this. Beside a running bot it goes through it.</summary>
/// <example><c>bansosbot invite --role admin --name "Bu Rina"</c></example>
internal static class InviteCommand
{
    private const int NameLettersMax = 40;

    private static readonly (string Word, Role Role)[] Roles =
    [
        ("admin", Role.Admin), ("petugas", Role.Petugas), ("verifikator", Role.Verifikator), ("kepala-bidang", Role.KepalaBidang), ("kepala-dinas", Role.KepalaDinas), ("auditor", Role.Auditor),
    ];

    public static Command New(Call call)
    {
        var role = new Option<string>("--role") { HelpName = "ROLE", Description = $"What they are to be: {string.Join(", ", Roles.Select(r => r.Word))}." };
        var name = new Option<string>("--name") { HelpName = "NAME", Description = "As residents are to read it, such as \"Bu Rina\"; without it, the role." };
        var command = new Command(
            "invite",
            """
            Lets one person in to work at the office: prints what they write to the bot, once, within 24 hours.

            The first one is an admin, who invites the others in the chat (/petugas). Whoever has the line comes in: hand it over
            in person.
            """)
        {
            role,
            name,
        };
        command.SetAction((parsed, stop) => RunAsync(call, parsed.GetValue(role), parsed.GetValue(name), stop));
        return command;
    }

    private static async Task<int> RunAsync(Call call, string? word, string? name, CancellationToken stop)
    {
        var at = Array.FindIndex(Roles, r => r.Word == word);
        if (at < 0) throw new WrongUseException([$"--role: {(word is null ? "missing" : "no such role")}; one of {string.Join(", ", Roles.Select(r => r.Word))}. Example: bansosbot invite --role admin"]);
        var role = Roles[at].Role;
        var called = string.IsNullOrWhiteSpace(name) ? role.ToString() : name.Trim();
        if (called.Length > NameLettersMax || called.Any(char.IsControl)) throw new WrongUseException([$"--name: at most {NameLettersMax} letters on one line. Example: --name \"Bu Rina\""]);

        await using var place = (await StorePlace.OpenAsync(call, makesStore: true, stop))!;
        var code = place.Store is { } store ? await Inviting.InviteAsync(store, role, called, call.Clock) : await ThroughTheBotAsync(place.Bot!, role, called, stop);
        await call.Out.WriteLineAsync($"/start {code}");
        await call.Notes.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"For one {Roles[at].Word}, once, until {call.Clock.GetUtcNow() + Invitation.GoodFor:yyyy-MM-dd HH:mm} UTC. They write the line above to the bot in Telegram; in a link: https://t.me/<name of the bot>?start={code}"));
        return Verbs.Done;
    }

    private static async Task<string> ThroughTheBotAsync(HttpClient bot, Role role, string name, CancellationToken stop)
    {
        using var answer = await bot.PostAsync(new Uri($"invite?role={role}&name={Uri.EscapeDataString(name)}", UriKind.Relative), content: null, stop);
        BotCall.Must(answer);
        return await answer.Content.ReadAsStringAsync(stop);
    }
}
