namespace BansosBot.Texts;

/// <summary>The office's time zone (<c>Office:TimeZone</c>): whose calendar days count, and how its hours are called.</summary>
public sealed class OfficeTime(TimeZoneInfo zone)
{
    /// <summary>Asia/Jakarta, UTC+7 without summer time.</summary>
    public static OfficeTime Wib { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    /// <summary>"WIB", "WITA", "WIT"; elsewhere "UTC+9".</summary>
    public string Name(DateTimeOffset at) => zone.Id switch
    {
        "Asia/Jakarta" or "Asia/Pontianak" => "WIB",
        "Asia/Makassar" => "WITA",
        "Asia/Jayapura" => "WIT",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"UTC{zone.GetUtcOffset(at).TotalHours:+0.##;-0.##;+0}"),
    };

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>Its first instant.</summary>
    public DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }
}
