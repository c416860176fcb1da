using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>A code that an officer gave to a guardian at the counter: with the child's birth date their chat joins the case, once.</summary>
/// <param name="By">Id of the officer.</param>
public sealed record HandedCode(ReceiptCode Code, string By, DateTimeOffset At)
{
    /// <summary>Who is at the counter today has a phone that works within a week.</summary>
    public static TimeSpan GoodFor { get; } = TimeSpan.FromDays(7);

    /// <summary>From this instant on it opens nothing.</summary>
    public DateTimeOffset Until => At + GoodFor;
}
