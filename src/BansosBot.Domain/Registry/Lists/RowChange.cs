namespace BansosBot.Domain.Registry.Lists;

/// <summary>What became of somebody between a list and the one before it.</summary>
public enum Moved
{
    Came,
    Left,
    Changed,
}

/// <summary>What two lists say differently of one person.</summary>
[Flags]
public enum Differs
{
    None = 0,
    Name = 1,
    Kk = 1 << 1,
    BirthDate = 1 << 2,
    Sex = 1 << 3,
    Address = 1 << 4,
    Place = 1 << 5,
    Guardian = 1 << 6,
    Phone = 1 << 7,
    Orphan = 1 << 8,
    Programme = 1 << 9,
    Payment = 1 << 10,
    Remark = 1 << 11,
}

/// <summary>One person of the difference of two lists, by the numbers of their rows: it names nobody.</summary>
/// <param name="Row">Of the new list; of one who left: the row that may be the same person under another NIK. Null: none.</param>
/// <param name="OldRow">Of the list before; of one who came: the row that may be the same person. Null: none.</param>
/// <param name="Why">Of one who changed: in what.</param>
public sealed record RowChange(Moved Moved, int? Row, int? OldRow, Differs Why = Differs.None)
{
    /// <summary>In what two rows of one person differ, as far as it is kept.</summary>
    public static Differs Between(Recipient old, Recipient now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        RowDetails a = old.Details ?? new(), b = now.Details ?? new();
        return If(old.Name != now.Name, Differs.Name)
            | If(old.Kk != now.Kk, Differs.Kk)
            | If(a.Born != b.Born, Differs.BirthDate)
            | If(a.Sex != b.Sex, Differs.Sex)
            | If((a.Street, a.Rt, a.Rw) != (b.Street, b.Rt, b.Rw), Differs.Address)
            | If(old.Kelurahan != now.Kelurahan || a.Kecamatan != b.Kecamatan, Differs.Place)
            | If(a.GuardianName != b.GuardianName || a.GuardianNik != b.GuardianNik || a.Relation != b.Relation, Differs.Guardian)
            | If(a.Phone != b.Phone, Differs.Phone)
            | If(a.Orphan != b.Orphan, Differs.Orphan)
            | If(a.Programme != b.Programme || a.Round != b.Round, Differs.Programme)
            | If(a.Amount != b.Amount || a.Payment != b.Payment, Differs.Payment)
            | If(a.Remark != b.Remark, Differs.Remark);
    }

    private static Differs If(bool holds, Differs what) => holds ? what : Differs.None;
}
