namespace BansosBot.Domain.Applications;

/// <summary>What an officer wrote down for whoever works on a case next.</summary>
/// <param name="By">Id of the officer.</param>
/// <param name="Due">The day on which they are reminded of it; null: none.</param>
public sealed record CaseNote(string Text, string By, DateTimeOffset At, DateOnly? Due);

/// <summary>A case goes before others, against the rule of its queue.</summary>
/// <param name="By">Id of the officer who decided so.</param>
public sealed record Precedence(PrecedenceReason Why, string By, DateTimeOffset At);

/// <summary>Why a case may go before others. None of them is who somebody knows.</summary>
public enum PrecedenceReason
{
    /// <summary>The child is not safe where it lives.</summary>
    ChildInDanger,

    /// <summary>Somebody of the household is gravely ill.</summary>
    GraveIllness,

    /// <summary>Flood, fire, an accident.</summary>
    Disaster,

    /// <summary>A court or a higher office ordered it in writing.</summary>
    WrittenOrder,

    /// <summary>It lay because the office made a mistake.</summary>
    OfficeMistake,
}
