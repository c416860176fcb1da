namespace BansosBot.Domain;

/// <summary>The languages a chat can be held in. Only <see cref="Indonesian"/> is complete always; what another
/// language lacks is said in Indonesian.</summary>
public enum Language
{
    Indonesian,
    English,
    Sundanese,

    /// <summary>Jawa Serang, the Javanese of the city and its coast; not the Javanese of Central Java.</summary>
    JavaneseOfSerang,
}

/// <summary>The short names by which languages are stored and by which their files are named.</summary>
public static class LanguageCode
{
    /// <summary><c>id</c>, <c>en</c>, <c>su</c>, <c>jaseng</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Indonesian => "id",
        Language.English => "en",
        Language.Sundanese => "su",
        Language.JavaneseOfSerang => "jaseng",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of this bot"),
    };

    /// <returns>null: none of ours.</returns>
    public static Language? Read(string code) => code switch
    {
        "id" => Language.Indonesian,
        "en" => Language.English,
        "su" => Language.Sundanese,
        "jaseng" => Language.JavaneseOfSerang,
        _ => null,
    };
}
