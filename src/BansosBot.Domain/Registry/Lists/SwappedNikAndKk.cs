namespace BansosBot.Domain.Registry.Lists;

/// <summary>NIK and KK number in each other's column for a stretch of rows. Both look alike; the birth date or the sex that the row states is the
/// referee, and without one nothing is swapped.</summary>
internal static class SwappedNikAndKk
{
    internal enum Verdict
    {
        /// <summary>Nothing in the row speaks for or against.</summary>
        NoReferee,
        AsTheyStand,
        Swapped,
    }

    /// <param name="born">As stated; null: not stated.</param>
    /// <param name="sex">As stated; null: not stated.</param>
    public static Verdict Judge(RawCell nik, RawCell kk, DateOnly? born, Sex? sex)
    {
        if (Nik.Parse(kk.Kind == CellKind.Text ? kk.AsText : "") is not Outcome<Nik>.Ok { Value: var other }) return Verdict.AsTheyStand;
        var own = nik.Kind == CellKind.Text && Nik.Parse(nik.AsText) is Outcome<Nik>.Ok ok ? ok.Value : null;
        if (born is { } date)
        {
            bool isOwn = own is not null && Agrees(own, date), isOther = Agrees(other, date) && (sex is null || other.Sex == sex);
            return isOwn ? Verdict.AsTheyStand : isOther ? Verdict.Swapped : Verdict.NoReferee;
        }
        // A KK number has no day above 31: if the child is a girl, it is hers.
        return sex switch
        {
            Registry.Sex.Female when other.Sex == Registry.Sex.Female => own?.Sex == Registry.Sex.Female ? Verdict.AsTheyStand : Verdict.Swapped,
            Registry.Sex.Female when own?.Sex == Registry.Sex.Female => Verdict.AsTheyStand,
            _ => Verdict.NoReferee,
        };
    }

    /// <summary>Either way round: month-first dates have their own rule.</summary>
    private static bool Agrees(Nik nik, DateOnly born) => nik.BirthYearTwoDigits == born.Year % 100
        && ((nik.BirthDay, nik.BirthMonth) == (born.Day, born.Month) || (nik.BirthDay, nik.BirthMonth) == (born.Month, born.Day));
}
