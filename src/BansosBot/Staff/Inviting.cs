using System.Security.Cryptography;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Storage;

namespace BansosBot.Staff;

/// <summary>Invites somebody from the machine itself: the first of an office, whom nobody there can invite.</summary>
public static class Inviting
{
    /// <returns>What the invited write: <c>i_...</c>; it is kept as a hash only, and cannot be shown again.</returns>
    /// <exception cref="StoreBrokenException">It may or may not be kept.</exception>
    public static async Task<string> InviteAsync(IStore store, Role role, string calledAs, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        var code = LinkCode.Of(RandomNumberGenerator.GetBytes(LinkCode.RandomBytes));
        var now = clock.GetUtcNow();
        await store.ApplyAloneAsync(
            new Incoming.Command(ChatKey.Office, $"invite:{Guid.NewGuid():N}", "invite", ""),
            (office, _) => new Effects { After = office, Writes = [new Write.Invite(code, new(role, calledAs, [], By: "", now + Invitation.GoodFor))], Audit = [new(Act.OfficerInvited, "", role.ToString())] },
            now);
        return Invitation.Prefix + code.Reveal();
    }
}
