using System.Globalization;
using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>The names of days and months and the thousands separator of each language, from the machine's ICU.</summary>
public static class Cultures
{
    private const string Expected = "Selasa, 23 September 2025; 200.000";

    /// <summary>Asked once at the start: a machine without ICU would write "Tuesday, 23 September 2025" to everybody.</summary>
    /// <returns>null: all is well. Otherwise one line that says what is wrong and what to do.</returns>
    public static string? Check()
    {
        try
        {
            return Compare(Of(Language.Indonesian));
        }
        catch (CultureNotFoundException)
        {
            return Complaint("bahasa id-ID tidak ada");
        }
    }

    internal static string? Compare(CultureInfo culture)
    {
        var given = $"{ValueWords.Day(new DateOnly(2025, 9, 23), culture)}; {ValueWords.Number(200_000, culture)}";
        return given == Expected ? null : Complaint($"\"{given}\", seharusnya \"{Expected}\"");
    }

    internal static CultureInfo Of(Language language) => CultureInfo.GetCultureInfo(language switch
    {
        Language.English => "en-GB",    // day before month, as here
        Language.Sundanese => "su-ID",
        _ => "id-ID",                   // CLDR's jv-ID gives Indonesian names anyway
    });

    private static string Complaint(string what) =>
        $"Tanggal dan angka Indonesia tidak dapat ditulis: {what}. Pasang ICU (Debian: libicu-dev; Alpine: icu-libs "
        + "icu-data-full) dan hapus DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.";
}
