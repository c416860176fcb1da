using System.Collections.Immutable;

namespace BansosBot.Domain.Understanding;

/// <summary>What somebody who writes of themselves wants.</summary>
/// <remarks>The labels of data/utterances.csv; what each means: <c>domain.md</c> section 8.</remarks>
public enum Intent
{
    /// <summary>What the bot can do, or back to the beginning.</summary>
    Menu,

    /// <summary>Which aid there is, or what one of them is.</summary>
    Programmes,

    /// <summary>"Bisa dapat gak": may this person or this child have it.</summary>
    Eligibility,

    /// <summary>"Udah sampai mana", and why an aid stopped.</summary>
    Status,

    /// <summary>To apply for an orphaned child.</summary>
    ApplyOrphan,

    /// <summary>When and where aid is handed out or paid.</summary>
    Schedule,

    /// <summary>Which papers to prepare or to bring.</summary>
    DocumentsNeeded,

    /// <summary>Something went wrong: money was taken, goods were bad, somebody was unfriendly.</summary>
    Complaint,

    /// <summary>A person instead of a machine; also where a child in danger is told of.</summary>
    TalkToOfficer,

    /// <summary>To stop, or to take an application back.</summary>
    Cancel,

    /// <summary>Something in one's own data is wrong or has changed.</summary>
    CorrectData,

    /// <summary>Where the office is and when it is open.</summary>
    WhereOffice,

    /// <summary>How much money or rice.</summary>
    Amount,

    /// <summary>A company or a community that wants to give.</summary>
    Csr,

    /// <summary>To see or erase what is kept on oneself, to withdraw consent.</summary>
    PrivacyDelete,

    /// <summary>To speak another language.</summary>
    Language,

    Thanks,

    Greeting,

    /// <summary>Whether a link, a call, a fee is real.</summary>
    ScamQuestion,

    /// <summary>The matter of another office, or of none.</summary>
    OutOfScope,
}

/// <summary>The labels by which lists and scripts call the intents: <c>apply_orphan</c>.</summary>
public static class IntentLabel
{
    public static ImmutableArray<Intent> All { get; } = [.. Enum.GetValues<Intent>()];

    private static readonly ImmutableArray<string> Labels = [.. All.Select(i => Snake(i.ToString()))];

    /// <summary><c>apply_orphan</c>.</summary>
    public static string Label(this Intent intent) => Labels[(int)intent];

    /// <returns>null: none of them.</returns>
    public static Intent? Read(string label) => Labels.IndexOf(label) is >= 0 and var at ? All[at] : null;

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
