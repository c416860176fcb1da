using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>Invented families whose applications lie at the office.</summary>
internal static class Applicants
{
    private static readonly string[] Names = ["Putri Ayu", "Budi Santoso", "Siti Nuraini", "Agus Salim", "Dewi Lestari", "Rizky Maulana"];

    public static string IdOf(int n) => string.Create(CultureInfo.InvariantCulture, $"case{n:D6}");

    public static Application Of(int n, Random random, DateTimeOffset at)
    {
        var born = new DateOnly(2009, 1, 1).AddDays(random.Next(14 * 365));
        var kelurahan = Wilayah.AllKelurahan[random.Next(Wilayah.AllKelurahan.Length)];
        var code = new byte[ReceiptCode.RandomBytes];
        random.NextBytes(code);
        return new()
        {
            Id = IdOf(n),
            NumberPrefix = "YAPI",
            Programme = "yapi",
            ProgrammeVersion = 1,
            Stage = Stage.Submitted,
            StageSince = at,
            SubmittedAt = at,
            Receipt = ReceiptCode.Of(code),
            Answers = ImmutableDictionary.CreateRange<string, Answer>(
            [
                new("desil", new Answer.Chosen(random.Next(7) is var desil and > 0 ? desil.ToString(CultureInfo.InvariantCulture) : Answer.DoNotKnow)),
                new("parent_status", new Answer.Chosen(((string[])["ayah", "ibu", "keduanya"])[random.Next(3)])),
                new("birth_date", new Answer.Day(born)),
            ]),
            ChildNik = Read(Nik.Parse(string.Create(CultureInfo.InvariantCulture, $"{kelurahan.Kecamatan.Code.Replace(".", "", StringComparison.Ordinal)}{born:ddMMyy}{(n % 9_999) + 1:D4}"))),
            ChildName = Read(PersonName.Parse(Names[random.Next(Names.Length)])),
            ChildBorn = born,
            Kelurahan = kelurahan,
            Homes = [new(new(StaffedOffice.Channel, "family" + n.ToString(CultureInfo.InvariantCulture)), at, IsFiler: true)],
            FiledForOthers = false,
            Consent = new("yapi", 1, at, null),
            History = [new(Stage.Submitted, at)],
        };
    }

    /// <summary>The written order, reckoned here anew from the programme's words: desil 1 to 5, both parents dead, the eldest, who came first.</summary>
    public static (int, int, DateOnly, DateTimeOffset, long) PlaceOf(Application a) => (
        a.Answers["desil"] is Answer.Chosen(var desil) && int.TryParse(desil, CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 5 ? d : 6,
        a.Answers["parent_status"] is Answer.Chosen("keduanya") ? 0 : 1,
        a.ChildBorn, a.SubmittedAt, a.QueueNumber);

    private static T Read<T>(Outcome<T> outcome) => outcome is Outcome<T>.Ok(var value) ? value : throw new InvalidOperationException("An invented value that nobody would accept.");
}
