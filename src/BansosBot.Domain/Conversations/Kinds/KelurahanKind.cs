using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>A kelurahan of the city: by buttons, kecamatan first, or typed in any spelling. A name that means several is asked
/// back; a place outside the city is referred to its own office.</summary>
public sealed record KelurahanKind : QuestionKind
{
    /// <summary>None of the places offered.</summary>
    private const string Other = "lain";

    public override string Name => "kelurahan";

    public override ImmutableArray<Choice> Choices(Asking q) => Narrowing.Read(q.Narrowed) switch
    {
        null => [.. Wilayah.AllKecamatan.Select(k => Button(new Place.InKecamatan(k)))],
        Narrowing.In(var kecamatan) => [.. Wilayah.Of(kecamatan).Select(k => new Choice(PlaceCode.Of(k), new Say("Kind.Words", ("isi", k.Name))))],
        Narrowing.Among(_, var places) => [.. places.Select(Button), new Choice(Other, new Say("Kind.Kelurahan.Button.Other"))],
        _ => throw new InvalidOperationException("A narrowing that nobody wrote."),
    };

    public override Say? Ask(Asking q) => Narrowing.Read(q.Narrowed) switch
    {
        null => null,
        Narrowing.In(var kecamatan) => new Say("Kind.Kelurahan.WhichIn", ("kecamatan", kecamatan.Name)),
        Narrowing.Among(NarrowedBy.Guess, _) => new Say("Place.UnknownButNear"),
        Narrowing.Among(_, var places) => new Say(places.All(p => p is Place.InKecamatan) ? "Place.WhichKecamatan" : "Place.Which"),
        _ => throw new InvalidOperationException("A narrowing that nobody wrote."),
    };

    public override Reading ReadChoice(Asking q, string choice) => choice == Other ? new Reading.Narrow("") : PlaceCode.Read(choice) switch
    {
        Place.InKelurahan(var kelurahan) => new Reading.Taken(new Answer.InKelurahan(kelurahan)),
        Place.InKecamatan(var kecamatan) => new Reading.Narrow(new Narrowing.In(kecamatan).Written),
        Place.Elsewhere elsewhere => new Reading.Miss(Outside(elsewhere)),
        _ => new Reading.Miss(new Say("Place.Unknown")),
    };

    public override Reading Read(Asking q, string text) => Picked(q, text) is { } picked
        ? new Reading.Taken(new Answer.InKelurahan(picked))
        : PlaceReader.Read(text, Narrowing.Read(q.Narrowed) is Narrowing.In(var within) ? within : null) switch
        {
            PlaceReading.Found(var kelurahan) => new Reading.Taken(new Answer.InKelurahan(kelurahan)),
            PlaceReading.OnlyKecamatan(var kecamatan) => new Reading.Narrow(new Narrowing.In(kecamatan).Written),
            PlaceReading.Which(var places, _) => new Reading.Narrow(new Narrowing.Among(NarrowedBy.Name, places).Written),
            PlaceReading.Outside(_, var sentence) => new Reading.Miss(sentence),
            PlaceReading.Unknown({ IsEmpty: false } near, _) => new Reading.Narrow(new Narrowing.Among(NarrowedBy.Guess, near).Written),
            PlaceReading.Unknown(_, var sentence) => new Reading.Miss(sentence),
            _ => throw new InvalidOperationException("A reading of a place that nobody wrote."),
        };

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.InKelurahan(var kelurahan) ? new Place.InKelurahan(kelurahan).InWords : new Say("Kind.NoLongerAChoice");

    /// <summary>"Yang di Curug": of those that were offered, the one in the kecamatan that is named.</summary>
    private static Kelurahan? Picked(Asking q, string text)
    {
        if (Narrowing.Read(q.Narrowed) is not Narrowing.Among(_, var offered)) return null;
        var said = $" {Everywhere.Plain(text)} ";
        var fitting = offered.OfType<Place.InKelurahan>().Select(p => p.Kelurahan)
            .Where(k => said.Contains($" {Everywhere.Plain(k.Kecamatan.Name)} ", StringComparison.Ordinal)).ToList();
        return fitting is [var one] ? one : null;
    }

    private static Choice Button(Place place) => new(PlaceCode.Of(place), place.InWords);

    private static Say Outside(Place.Elsewhere place) =>
        new("Place.Outside", ("tempat", place.InWords), ("wilayah", place.Outside.Belongs));
}
