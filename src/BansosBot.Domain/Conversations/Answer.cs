using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations;

/// <summary>An answer that was taken, by the kind of question. Kept by step name, so that it outlives a new version of a flow.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>One of the choices, by its name in the programme file; <see cref="DoNotKnow"/> where allowed.</summary>
    public sealed record Chosen(string Choice) : Answer;

    public sealed record Day(DateOnly On) : Answer;

    public sealed record OwnNik(Nik Nik) : Answer;

    public sealed record OwnKk(NomorKk Kk) : Answer;

    public sealed record KkEnd(KkLastSix Digits) : Answer;

    public sealed record Name(PersonName Called) : Answer;

    public sealed record Phone(PhoneNumber Number) : Answer;

    public sealed record InKelurahan(Kelurahan Kelurahan) : Answer;

    public sealed record Street(Address At) : Answer;

    public sealed record Money(Rupiah Amount) : Answer;

    public sealed record Free(string Text) : Answer;

    public sealed record Receipt(ReceiptCode Code) : Answer;

    public sealed record Joining(LinkCode Code) : Answer;

    /// <summary>Pages of a document, or the promise to show it at the office.</summary>
    public sealed record Papers(ImmutableArray<Page> Pages, bool AtOffice) : Answer
    {
        /// <summary>By its pages: the array's own equality asks whether it is the same array.</summary>
        public bool Equals(Papers? other) =>
            other is not null && AtOffice == other.AtOffice && Pages.AsSpan().SequenceEqual(other.Pages.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Pages.Length, AtOffice);
    }

    /// <summary>The choice "tidak tahu", allowed for every criterion: never blocks, an officer looks.</summary>
    public const string DoNotKnow = "tidak_tahu";
}

/// <summary>One photo of a document on its way or kept.</summary>
/// <param name="Work">The work order that fetches it.</param>
/// <param name="Document">Name of the kept file; null while it is on its way.</param>
public sealed record Page(string Work, string? Document);
