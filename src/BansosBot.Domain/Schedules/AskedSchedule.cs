using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Schedules;

/// <summary>What a button, a command or a poster asks of the schedules.</summary>
/// <remarks>Written <c>place</c>, <c>programme</c> or <c>programme@place</c>; the place is a code or what people call it, and a <c>?</c>
/// behind a kecamatan's code asks which kelurahan of it. Nothing before the @: of any aid.</remarks>
/// <param name="Programme">Null: of any aid.</param>
/// <param name="Area">Null: it is to be asked.</param>
/// <param name="Within">The kecamatan of which a kelurahan is to be asked; null: none.</param>
/// <param name="Said">A place as somebody called it that is not clear yet; empty: nothing was said.</param>
internal sealed record AskedSchedule(string? Programme, Area? Area, Kecamatan? Within, string Said)
{
    private const char At = '@', Which = '?';

    public static string Written(string? programme, Area area) => $"{programme}{At}{area.Code}";

    /// <summary>Asks which kelurahan of a kecamatan, or which kecamatan.</summary>
    public static string WrittenNarrower(string? programme, Area area) => area is Area.OfKecamatan ? Written(programme, area) + Which : programme + At;

    /// <summary>What the schedules that were told last were of, by the buttons below them; empty: of any aid. Null: none were told last.</summary>
    public static string? ToldLast(Conversation now)
    {
        string? told = null;
        foreach (var choice in now.Choices)
        {
            if (!Written(choice, out var programme)) continue;
            told = told is null || told == programme ? programme : "";
        }

        return told;
    }

    private static bool Written(string choice, out string programme)
    {
        var (colon, at) = (choice.LastIndexOf(':'), choice.IndexOf(At, StringComparison.Ordinal));
        var isOne = at > colon && colon > Everywhere.Go.Length;
        programme = isOne ? choice[(colon + 1)..at].TrimStart(WishErrand.TakeBack) : "";
        return isOne;
    }

    /// <summary>Of what stood in words of one's own, with the colon before it; empty: nothing that narrows it. A place that is not clear is asked back by its name.</summary>
    public static string Mentioned(string? programme, PlaceReading? place)
    {
        var where = place switch
        {
            PlaceReading.Found(var kelurahan) => kelurahan.Code,
            PlaceReading.OnlyKecamatan(var kecamatan) => kecamatan.Code,
            PlaceReading.Which(var all, _) when all.All(p => p is Registry.Place.InKecamatan) => new Area.WholeCity().Code,
            PlaceReading.Which([Registry.Place.InKelurahan(var first), ..], _) => first.Name,
            PlaceReading.Which([Registry.Place.InKecamatan(var first), ..], _) => first.Name,
            PlaceReading.Outside(var outside, _) => outside.Name,
            _ => "",
        };
        return !string.IsNullOrEmpty(programme) ? $":{programme}{At}{where}" : where.Length > 0 ? ":" + where : "";
    }

    public static AskedSchedule Read(string argument, AidNames aids)
    {
        var at = argument.IndexOf(At, StringComparison.Ordinal);
        var programme = at > 0 ? argument[..at] : at < 0 && aids.Has(argument) ? argument : null;
        var place = at >= 0 ? argument[(at + 1)..] : programme is null ? argument : "";
        if (place.EndsWith(Which) && Area.Read(place.TrimEnd(Which)) is Area.OfKecamatan(var within)) return new(programme, null, within, "");
        return AreaOf(place) is { } area ? new(programme, area, null, "") : new(programme, null, null, place);
    }

    private static Area? AreaOf(string place) => place.Length == 0 ? null : AreaKind.In(new Heard.Text(place), ScheduleErrand.Asked, narrowed: null);
}
