using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary>What a case was filled in by, and the days that its programme promises.</summary>
internal static class CaseForm
{
    /// <summary>Null where its programme's file is gone.</summary>
    public static Flow? Of(Talk talk, Application a) => Applying(talk, a)?.Flow;

    /// <summary>Where its programme's file is gone, the usual one: <c>domain.md</c> section 3.</summary>
    public static ServiceStandard Standard(Talk talk, Application a) => Applying(talk, a)?.Programme.Standard ?? new(3, 14, 14);

    /// <summary>Null where its programme's file is gone.</summary>
    public static Programme? Programme(Talk talk, Application a) => Applying(talk, a)?.Programme;

    private static ApplyErrand? Applying(Talk talk, Application a) => Applying(talk, a.Programme);

    /// <summary>Null where its file is gone, or it takes no cases.</summary>
    public static ApplyErrand? Applying(Talk talk, string programme) => talk.Find(ApplyErrand.NameOf(programme)) as ApplyErrand;
}
