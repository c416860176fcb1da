using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Demo;

/// <summary>How far an invented family comes.</summary>
internal enum DemoEnd
{
    /// <summary>Its application is sent, and stands at a stage.</summary>
    Sent,

    /// <summary>It breaks off in the middle; a draft is left.</summary>
    Draft,

    /// <summary>It leaves a message for the officers in the middle.</summary>
    Ticket,
}

/// <summary>An invented child.</summary>
internal sealed record DemoChild(string Name, DateOnly Born, bool IsGirl, int Serial);

/// <summary>An invented family and what it answers. Every name begins with "Contoh"; the numbers have the form of real ones and a kecamatan, 99, that no city has.</summary>
/// <param name="Number">From 1; its chat, its numbers and its telephone follow from it.</param>
/// <param name="DaysAgo">When it applies.</param>
/// <param name="Stage">Where its cases stand now, where they were sent.</param>
/// <param name="IsForOthers">A helper files for it; the guardian joins by the receipt code.</param>
internal sealed record DemoFamily(int Number, Kelurahan Kelurahan, ImmutableArray<DemoChild> Children, int DaysAgo, DemoEnd End, Stage Stage, bool IsForOthers)
{
    private const string NoSuchKecamatan = "367399";
    private static readonly ImmutableArray<string> Dead = ["ayah", "ayah", "ibu", "keduanya"];

    public string Guardian => $"Contoh {DemoNames.Guardians[(Number - 1) % DemoNames.Guardians.Length]}";

    /// <summary>The answer to a step, a choice's name or words; null: whatever is offered first.</summary>
    public string? Answer(string step, int child) => step switch
    {
        "parent_status" => Dead[Number % Dead.Length],
        "birth_date" => Children[child - 1].Born.ToString("d-M-yyyy", CultureInfo.InvariantCulture),
        "remarried" => "tidak",
        "resident" => "ya",
        "circumstances" => "tidak_ada",
        "desil" => Number % 9 == 0 ? "belum_terdata" : ((Number % 5) + 1).ToString(CultureInfo.InvariantCulture),
        "poor" => "ya",
        "state_job" => "tidak_ada",
        "pkh" => "tidak",
        "relation" => Number % 3 == 1 || Dead[Number % Dead.Length] == "keduanya" ? "kakek_nenek" : Number % 3 == 0 ? "orang_tua" : "paman_bibi",
        "consent" => "boleh",
        "for_whom" => IsForOthers ? "orang_lain" : "sendiri",
        "filer_name" => "Contoh Kader",
        "filer_role" => "kader",
        "guardian_name" => Guardian,
        "guardian_nik" => Nik(new(1960 + (Number % 30), 5, 1 + (Number % 28)), isFemale: true, Number),
        "kk_number" => $"{NoSuchKecamatan}010115{Number:D4}",
        "phone" => $"08120000{Number:D4}",
        "kelurahan" => Kelurahan.Name,
        "address" => $"Jl. Contoh No. {Number} RT 001 RW 002",
        "person_name" => Children[child - 1].Name,
        "child_sex" => Children[child - 1].IsGirl ? "perempuan" : "laki_laki",
        "child_birth_place" => "Serang",
        "person_nik" => Nik(Children[child - 1].Born, Children[child - 1].IsGirl, Children[child - 1].Serial),
        "more_children" => child < Children.Length ? "ya" : "tidak",
        _ => null,
    };

    private static string Nik(DateOnly born, bool isFemale, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{NoSuchKecamatan}{born.Day + (isFemale ? 40 : 0):D2}{born:MMyy}{9000 + serial:D4}");
}
