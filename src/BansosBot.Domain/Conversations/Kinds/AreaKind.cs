using System.Collections.Immutable;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>A part of the city: as <see cref="KelurahanKind"/>, but a kecamatan alone will do, and so will all of it.</summary>
/// <remarks>The answer is a choice by the area's code (<see cref="Area.Code"/>).</remarks>
public sealed record AreaKind : QuestionKind
{
    private static readonly KelurahanKind Places = new();
    private static readonly Area.WholeCity City = new();

    private static readonly Choice AllOfIt = new(
        City.Code, new Say("Kind.Area.Button.City"), "semua", "semua kota", "semuanya", "seluruh kota", "kota serang", "semua kota serang", "seluruh kota serang", "serang kota", "semua kecamatan", "all", "whole city", "the whole city", "all of the city", "all of it", "everywhere");

    public override string Name => "area";

    /// <summary>The area of an answer of this kind; null: it is none any more.</summary>
    public static Area? Of(Answer? answer) => answer is Answer.Chosen(var code) ? Area.Read(code) : null;

    /// <summary>The choice that narrows the question to the kelurahan of a kecamatan: no button of its own, but of who asked for too much.</summary>
    public static string Which(Kecamatan kecamatan) => new Narrowing.In(kecamatan).Written;

    /// <summary>The area that something heard is the answer with; null: it is none yet. A place is read alike on any day and after any answers.</summary>
    public static Area? In(Heard heard, Step step, string? narrowed)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind.Hear(new(step, new Answers(ImmutableDictionary<string, Answer>.Empty, 0), default, narrowed), heard) is Reading.Taken(var answer, _) ? Of(answer) : null;
    }

    public override ImmutableArray<Choice> Choices(Asking q) =>
        Narrowing.Read(q.Narrowed) is null ? [.. Places.Choices(q), AllOfIt] : Places.Choices(q);

    public override Say? Ask(Asking q) => Places.Ask(q);

    public override Reading ReadChoice(Asking q, string choice) =>
        choice == City.Code ? Taken(City)
        : Narrowing.Read(choice) is Narrowing.In ? new Reading.Narrow(choice)
        : Widened(Places.ReadChoice(q, choice));

    public override Reading Read(Asking q, string text) => Area.Read(text.Trim()) is { } area ? Taken(area) : Widened(Places.Read(q, text));

    public override Say Shown(Step step, Answer answer) => Of(answer)?.InWords ?? new Say("Kind.NoLongerAChoice");

    private static Reading Widened(Reading ofKelurahan) => ofKelurahan switch
    {
        Reading.Taken(Answer.InKelurahan(var kelurahan), _) => Taken(new Area.OfKelurahan(kelurahan)),
        Reading.Narrow(var to, _) when Narrowing.Read(to) is Narrowing.In(var kecamatan) => Taken(new Area.OfKecamatan(kecamatan)),
        _ => ofKelurahan,
    };

    private static Reading.Taken Taken(Area area) => new(new Answer.Chosen(area.Code));
}
