namespace BansosBot.Tests.Privacy;

/// <summary>A family that does not exist, with values that stand nowhere else in the program or its texts.</summary>
internal static class Family
{
    public const string Guardian = "Zubaidah Kartawinata", GuardianNik = "3604015508690017", Kk = "3673012509120297", Phone = "0812-9876-5541",
        Street = "Kp. Cempaka Ungu", Child = "Ruslan Prawirakusuma", BirthPlace = "Rangkasbitung Lor", ChildNik = "3673011203140023",
        Message = "Akta cucu saya terbakar di Cilowong", Otp = "746291", Long = "Suami saya meninggal di Walantaka", WrongNik = "367301120314002", WebName = "Darmawati Suryakancana",
        Report = "anak tetangga dipukuli di Kemanisan Babakan", ReportPlace = "Gang Melati Kaujon", ReportContact = "0819-5555-1234 tantenya", ReportOnPage = "adik saya disiksa di Lontarbaru";

    /// <summary>What is looked for: as it was typed, as it is kept, and the pieces by which somebody would be known.</summary>
    public static IReadOnlyList<string> Traces { get; } =
    [
        Guardian, Guardian.ToLowerInvariant(), Guardian.ToUpperInvariant(), "Kartawinata", GuardianNik, "3604 0155 0869 0017", Kk, "3673 0125 0912 0297", Phone, "081298765541", "+6281298765541",
        Street, Child, Child.ToLowerInvariant(), "Prawirakusuma", BirthPlace, ChildNik, "3673 0112 0314 0023", Message, "Cilowong", Otp, Long, WrongNik, WebName, "Suryakancana",
        Report, "Kemanisan", ReportPlace, "Kaujon", ReportContact, "0819-5555-1234", ReportOnPage, "Lontarbaru",
    ];
}
