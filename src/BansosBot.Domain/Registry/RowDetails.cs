using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Registry;

/// <summary>What a list says of somebody besides who they are and where they live. Null: it does not say, or not readably. Prints nothing of it.</summary>
public sealed record RowDetails
{
    public DateOnly? Born { get; init; }

    public Sex? Sex { get; init; }

    public string? Street { get; init; }

    /// <summary><c>002</c>.</summary>
    public string? Rt { get; init; }

    /// <summary><c>005</c>.</summary>
    public string? Rw { get; init; }

    public Kecamatan? Kecamatan { get; init; }

    public PersonName? GuardianName { get; init; }

    public Nik? GuardianNik { get; init; }

    public string? Relation { get; init; }

    public PhoneNumber? Phone { get; init; }

    public OrphanOf? Orphan { get; init; }

    public string? Programme { get; init; }

    public string? Round { get; init; }

    public Rupiah? Amount { get; init; }

    public Payment? Payment { get; init; }

    public string? Remark { get; init; }

    internal static RowDetails Of(ListRow row) => new()
    {
        Born = row.Born,
        Sex = row.Sex,
        Street = row.Address.Street,
        Rt = row.Address.Rt,
        Rw = row.Address.Rw,
        Kecamatan = row.Kecamatan,
        GuardianName = row.GuardianName,
        GuardianNik = row.GuardianNik,
        Relation = row.Relation,
        Phone = row.Phone,
        Orphan = row.Orphan,
        Programme = row.Programme,
        Round = row.Round,
        Amount = row.Amount,
        Payment = row.Payment,
        Remark = row.Remark,
    };

    public override string ToString() => nameof(RowDetails);
}
