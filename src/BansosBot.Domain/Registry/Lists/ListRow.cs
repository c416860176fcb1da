namespace BansosBot.Domain.Registry.Lists;

/// <summary>Which parent has died, as a list says it.</summary>
public enum OrphanOf
{
    /// <summary>Yatim.</summary>
    Father,

    /// <summary>Piatu.</summary>
    Mother,

    /// <summary>Yatim piatu.</summary>
    Both,
}

/// <summary>What became of a payment, as a list says it.</summary>
public enum Payment
{
    Paid,

    /// <summary>Gagal salur: the money went back.</summary>
    Failed,
}

/// <summary>A person of a list, as far as its columns tell. NIK and name are enough; null: the list does not say, or not readably.
/// Prints where it stands, nobody's name.</summary>
public sealed record ListRow(RowAt At, Nik Nik, PersonName Name)
{
    public NomorKk? Kk { get; init; }

    public DateOnly? Born { get; init; }

    public Sex? Sex { get; init; }

    public AddressParts Address { get; init; } = AddressParts.None;

    /// <summary>Null also where it is none of the city's, or one of two of that name.</summary>
    public Kelurahan? Kelurahan { get; init; }

    /// <summary>May be known where the kelurahan is not.</summary>
    public Kecamatan? Kecamatan { get; init; }

    public PersonName? GuardianName { get; init; }

    public Nik? GuardianNik { get; init; }

    public string? Relation { get; init; }

    public PhoneNumber? Phone { get; init; }

    public OrphanOf? Orphan { get; init; }

    public string? Programme { get; init; }

    /// <summary>Tahap, termin or months, as written.</summary>
    public string? Round { get; init; }

    public Rupiah? Amount { get; init; }

    public Payment? Payment { get; init; }

    public string? Remark { get; init; }

    public Ruling? Result { get; init; }

    public CaseNumber? CaseNumber { get; init; }

    /// <summary>What stands there looks like a number of ours, and is none.</summary>
    public bool IsCaseNumberUnread { get; init; }

    /// <summary>Number of the batch, as written.</summary>
    public string? Batch { get; init; }

    /// <summary>Months of a payment, as written.</summary>
    public string? Months { get; init; }

    /// <summary>The last day on which the money can be fetched.</summary>
    public DateOnly? FetchBy { get; init; }

    /// <summary>Where it can be fetched.</summary>
    public string? FetchAt { get; init; }

    /// <summary>The same person once more in the file: what this row lacks is taken from there.</summary>
    public ListRow FilledBy(ListRow later) => this with
    {
        Kk = Kk ?? later.Kk,
        Born = Born ?? later.Born,
        Sex = Sex ?? later.Sex,
        Address = later.Address.FilledBy(Address),
        Kelurahan = Kelurahan ?? later.Kelurahan,
        Kecamatan = Kecamatan ?? later.Kecamatan,
        GuardianName = GuardianName ?? later.GuardianName,
        GuardianNik = GuardianNik ?? later.GuardianNik,
        Relation = Relation ?? later.Relation,
        Phone = Phone ?? later.Phone,
        Orphan = Orphan ?? later.Orphan,
        Programme = Programme ?? later.Programme,
        Round = Round ?? later.Round,
        Amount = Amount ?? later.Amount,
        Payment = Payment ?? later.Payment,
        Remark = Remark ?? later.Remark,
        Result = Result ?? later.Result,
        CaseNumber = CaseNumber ?? later.CaseNumber,
        IsCaseNumberUnread = IsCaseNumberUnread || later.IsCaseNumberUnread,
        Batch = Batch ?? later.Batch,
        Months = Months ?? later.Months,
        FetchBy = FetchBy ?? later.FetchBy,
        FetchAt = FetchAt ?? later.FetchAt,
    };

    public override string ToString() => $"ListRow {At}";
}
