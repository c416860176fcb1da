using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Schedules;

namespace BansosBot.Domain.Applications;

/// <summary>What the link "Lanjut di Telegram" opens, to who knows the child's birth date.</summary>
/// <param name="From">The conversation that offered it, as it is now.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Wishes">Of which hand-outs it wishes to hear, oldest first.</param>
/// <param name="Until">The link is good so long.</param>
public sealed record JoiningOffer(Conversation From, ImmutableArray<Application> Cases, ImmutableArray<Wish> Wishes, DateTimeOffset Until)
{
    /// <summary>Before the code in a start payload.</summary>
    public const string Prefix = "w_";

    /// <summary>How long a link is good: the person has both screens at hand.</summary>
    public static TimeSpan GoodFor { get; } = TimeSpan.FromMinutes(15);

    public override string ToString() => $"Offer of {From.Chat}";
}
