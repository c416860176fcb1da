using System.Globalization;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Understanding;

namespace BansosBot.Commands.Understand;

/// <summary>What was understood of one phrase, in plain words.</summary>
internal static class Explanation
{
    public static IEnumerable<string> Of(PhraseBook book, string text)
    {
        var understood = book.Read(text);
        yield return understood.Meaning switch
        {
            Meaning.ChildInDanger => "A child in danger is told of: emergency numbers and an officer, before everything else.",
            Meaning.Clear { Wants: [var one] } => $"{one.Label()}: acts at once.",
            Meaning.Clear { Wants: var two } => $"{string.Join(", then ", two.Select(i => i.Label()))}: two questions, answered in turn.",
            Meaning.Unsure { Candidates: var some } => $"Unsure: asks with buttons for {string.Join(", ", some.Select(i => i.Label()))}.",
            Meaning.Nothing => "Nothing to go by: the menu.",
            _ => throw new InvalidOperationException($"No such meaning: {understood.Meaning.GetType().Name}"),
        };
        yield return string.Create(CultureInfo.InvariantCulture, $"certainty  {understood.Certainty:F2} of {understood.Best.Label()}");
        yield return $"language   {understood.Mentions.Language}";
        if (understood.Mentions.Place is { } place) yield return $"place      {Named(place)}";
        if (understood.Mentions.Programme is { } programme) yield return $"programme  {programme}";
        if (understood.Mentions.Case is { } number) yield return $"case       {number}";
        if (understood.Mentions.Link is { } link) yield return $"link       {link}";
        yield return $"words      {book.Explained(text)}";
    }

    private static string Named(PlaceReading place) => place switch
    {
        PlaceReading.Found found => found.Kelurahan.ToString(),
        PlaceReading.OnlyKecamatan only => only.Kecamatan.ToString(),
        PlaceReading.Which which => $"one of {which.Candidates.Length} places of that name",
        PlaceReading.Outside outside => $"{outside.Place.Name}, of {outside.Place.Belongs}",
        PlaceReading.Unknown => "not known",
        _ => throw new InvalidOperationException($"No such reading: {place.GetType().Name}"),
    };
}
