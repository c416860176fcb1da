using System.Text.Json.Serialization;

namespace BotApiServer;

/// <summary>What goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>A JSON refusal with the code, words and retry_after of the fault; nothing is executed.</summary>
    Refused,

    /// <summary>502 with a page of HTML, as a proxy in between answers; nothing is executed.</summary>
    BadGateway,

    /// <summary>The connection is cut; nothing is executed.</summary>
    CutBefore,

    /// <summary>Executed; then the connection is cut without a response.</summary>
    ResponseLost,

    /// <summary>Executed; the response comes only after the fault's delay.</summary>
    Delayed,

    /// <summary>Executed; half of the response comes, then the connection is cut.</summary>
    Truncated,
}

/// <summary>A fault that is planned.</summary>
/// <param name="Method">Null: any method; <c>file</c>: a download.</param>
/// <param name="ChatId">Null: any chat.</param>
/// <param name="Times">It happens so many times; each plan of a call uses up one.</param>
/// <param name="After">So many matching calls pass before.</param>
public sealed record Fault(FaultKind Kind, string? Method = null, long? ChatId = null, int Times = 1, int After = 0,
    int Code = 500, string Description = "Internal Server Error", int? RetryAfterSeconds = null, int DelayMilliseconds = 0);

/// <summary>Names the fault of the next calls: <c>api.Next("sendMessage").LosesItsResponse()</c>.</summary>
public sealed class Planned
{
    private readonly Action<Fault> plan;
    private readonly Fault pattern;

    internal Planned(Fault pattern, Action<Fault> plan) => (this.pattern, this.plan) = (pattern, plan);

    public void AnswersTooManyRequests(int retryAfterSeconds) => Answers(
        429, $"Too Many Requests: retry after {retryAfterSeconds}", retryAfterSeconds);

    public void AnswersBlocked() => Answers(Refusals.Blocked.Code, Refusals.Blocked.Description);

    public void AnswersServerError() => Answers(500, "Internal Server Error");

    /// <param name="description">With its first words: "Bad Request: chat not found".</param>
    public void Answers(int code, string description, int? retryAfterSeconds = null) => plan(pattern with
    {
        Kind = FaultKind.Refused,
        Code = code,
        Description = description,
        RetryAfterSeconds = retryAfterSeconds,
    });

    public void AnswersBadGateway() => plan(pattern with { Kind = FaultKind.BadGateway });

    public void IsCutBefore() => plan(pattern with { Kind = FaultKind.CutBefore });

    public void LosesItsResponse() => plan(pattern with { Kind = FaultKind.ResponseLost });

    public void IsDelayed(TimeSpan by) => plan(pattern with { Kind = FaultKind.Delayed, DelayMilliseconds = (int)by.TotalMilliseconds });

    public void IsTruncated() => plan(pattern with { Kind = FaultKind.Truncated });
}

/// <summary>Faults in the order they were planned; the first that matches is taken. Under the world's lock.</summary>
internal sealed class FaultPlan
{
    private readonly List<Fault> planned = [];

    public int Count => planned.Count;

    public void Add(Fault fault) => planned.Add(fault);

    public void Clear() => planned.Clear();

    public Fault? Take(string method, long chatId)
    {
        for (var i = 0; i < planned.Count; i++)
        {
            var fault = planned[i];
            if ((fault.Method is { } m && !m.Equals(method, StringComparison.OrdinalIgnoreCase)) || (fault.ChatId is { } c && c != chatId))
            {
                continue;
            }

            if (fault.After > 0)
            {
                planned[i] = fault with { After = fault.After - 1 };
                continue;
            }

            if (fault.Times > 1)
            {
                planned[i] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                planned.RemoveAt(i);
            }

            return fault;
        }

        return null;
    }
}
