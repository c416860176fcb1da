using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Storage;

/// <summary>Steps that were called otherwise when something was stored: read back under their present name, so that no answer is lost.</summary>
internal static class StoredNames
{
    // Until the interview for all programmes, every aid was for a child. Then adults with a disability came in by the same questions.
    private static readonly ImmutableArray<(string Was, string Is)> Renamed =
        [("child_birth_date", "birth_date"), ("child_name", "person_name"), ("child_nik", "person_nik")];

    public static Conversation Present(Conversation c) =>
        !c.Drafts.Values.Any(IsOld) && !IsOldPlace(c.Place) && !IsOldPlace(c.CameFrom) ? c
        : c with
        {
            Drafts = c.Drafts.ToImmutableDictionary(d => d.Key, d => d.Value with { Answers = Of(d.Value.Answers), Trail = [.. d.Value.Trail.Select(Of)] }),
            Place = OfPlace(c.Place)!,
            CameFrom = OfPlace(c.CameFrom),
        };

    public static Application Present(Application a) => a.Answers.Keys.Any(IsOld) ? a with { Answers = Of(a.Answers) } : a;

    private static bool IsOld(Draft d) => d.Answers.Keys.Any(IsOld) || d.Trail.Any(IsOld);

    // A key is the step's name, alone or with what follows it: "#2" for the second child.
    private static bool IsOld(string key) => Of(key) != key;

    private static string Of(string key)
    {
        foreach (var (was, @is) in Renamed)
        {
            if (key.StartsWith(was, StringComparison.Ordinal) && (key.Length == was.Length || !(char.IsAsciiLetterOrDigit(key[was.Length]) || key[was.Length] == '_'))) return @is + key[was.Length..];
        }

        return key;
    }

    private static ImmutableDictionary<string, Answer> Of(ImmutableDictionary<string, Answer> answers) => answers.ToImmutableDictionary(a => Of(a.Key), a => a.Value);

    private static bool IsOldPlace(string? place) => OfPlace(place) != place;

    // "yapi/child_name", "yapi/child_name!".
    private static string? OfPlace(string? place) =>
        place?.IndexOf('/', StringComparison.Ordinal) is > 0 and var i ? $"{place[..i]}/{Of(place[(i + 1)..])}" : place;
}
