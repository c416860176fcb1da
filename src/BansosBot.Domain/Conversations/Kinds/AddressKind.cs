using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Street or kampung with RT and RW; what is missing is asked for, and may be left to the officer.</summary>
public sealed record AddressKind : QuestionKind
{
    private const char Between = ';';                 // the street comes last, so that it may hold any sign

    private static readonly Choice DoNotKnow = new(Answer.DoNotKnow, new Say("Kind.Address.Button.DontKnow"), DoNotKnowWords.All);

    public override string Name => "address";

    public override ImmutableArray<Choice> Choices(Asking q) => Parts(q) is { Street: not null } ? [DoNotKnow] : [];

    public override Say? Ask(Asking q) =>
        Parts(q) is { } parts && AddressReader.Read("", parts) is AddressReading.Lacking(_, var sentence) ? sentence : null;

    public override Reading Read(Asking q, string text)
    {
        var before = Parts(q);
        return AddressReader.Read(text, before) switch
        {
            AddressReading.Whole(var address) => new Reading.Taken(new Answer.Street(address)),
            AddressReading.Lacking(var parts, _) when parts == before => new Reading.Miss(new Say("Kind.Address.NotUnderstood")),
            AddressReading.Lacking(var parts, _) => new Reading.Narrow(Written(parts)),
            AddressReading.Refused(var why) => new Reading.Miss(why.Sentence),
            _ => throw new InvalidOperationException("A reading of an address that nobody wrote."),
        };
    }

    /// <summary>"Tidak tahu" the RT or RW: an officer fills it in.</summary>
    public override Reading ReadChoice(Asking q, string choice) => choice == Answer.DoNotKnow && Parts(q) is { } parts && Address.Of(parts) is { } address
        ? new Reading.Taken(new Answer.Street(address), new Say("Kind.Address.OfficerFillsIn"))
        : new Reading.Miss(new Say("Kind.Address.NotUnderstood"));

    public override Say Shown(Step step, Answer answer) => answer switch
    {
        Answer.Street({ Rt: { } rt, Rw: { } rw } address) => new Say("Kind.Address.Shown", ("jalan", address.Street), ("rt", rt), ("rw", rw)),
        Answer.Street(var address) => new Say("Kind.Address.ShownWithGaps", ("jalan", address.Street), ("rt", address.Rt ?? "-"), ("rw", address.Rw ?? "-")),
        _ => new Say("Kind.NoLongerAChoice"),
    };

    private static string Written(AddressParts parts) => $"{parts.Rt}{Between}{parts.Rw}{Between}{parts.Street}";

    private static AddressParts? Parts(Asking q) => q.Narrowed?.Split(Between, 3) is [var rt, var rw, var street]
        ? new AddressParts(Said(street), Said(rt), Said(rw))
        : null;

    private static string? Said(string part) => part.Length == 0 ? null : part;
}
