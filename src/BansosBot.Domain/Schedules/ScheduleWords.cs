namespace BansosBot.Domain.Schedules;

/// <summary>One schedule in words: what it is and when, a line each. One that was cancelled or changed begins with that and why.</summary>
internal static class ScheduleWords
{
    /// <param name="asked">Of those that it is for, who lives here is named.</param>
    public static Say Of(Schedule s, AidNames aids, Area asked, TimeZoneInfo zone)
    {
        var title = aids.Of(s.Programme);
        return s.State switch
        {
            ScheduleState.Cancelled(var why) => new("Schedule.Cancelled", ("alasan", why.Text), ("bantuan", title), ("tanggal", s.On), ("untuk", s.For.InWords(asked))),
            ScheduleState.Changed(var why) => new("Schedule.Changed", ("alasan", why.Text), ("bantuan", title), ("isi", new SayValue.Lines([.. Lines(s, asked, zone)]))),
            _ => new("Schedule.Coming", ("bantuan", title), ("isi", new SayValue.Lines([.. Lines(s, asked, zone)]))),
        };
    }

    private static IEnumerable<Say> Lines(Schedule s, Area asked, TimeZoneInfo zone)
    {
        yield return new("Schedule.Day", ("tanggal", s.On), ("lama", new SayValue.Nearby(s.On)));
        yield return new("Schedule.Hours", ("jam", new SayValue.Hours(s.Begins(zone), s.Ends(zone))));
        if (s.How.Where is { } where)
        {
            yield return new(s.How switch { HandOut.AtBank => "Schedule.AtBank", HandOut.AtPost => "Schedule.AtPost", _ => "Schedule.AtOffice" }, ("nama", where.Name.Text));
            if (where.Address is { } address) yield return new("Schedule.Address", ("alamat", address.Text));
            if (where.Landmark is { } landmark) yield return new("Schedule.Landmark", ("patokan", landmark.Text));
        }
        else yield return new("Schedule.AtHome");

        yield return new("Schedule.For", ("warga", s.For.InWords(asked)));
        if (s.Round is { } round) yield return new("Schedule.Round", ("ke", round));
        if (s.Covers is { } months) yield return new("Schedule.Covers", ("bulan", new SayValue.Months(months.First, months.Last)));
        if (!s.Bring.IsEmpty) yield return new(s.How.Where is null ? "Schedule.Prepare" : "Schedule.Bring", ("daftar", new SayValue.Together([.. s.Bring.Select(b => new Say("Kind.Words", ("isi", b.Text)))])));
        if (s.Contact is { } contact) yield return new("Schedule.Contact", ("kontak", contact.Text));
        if (s.Note is { } note) yield return new("Schedule.Note", ("catatan", note.Text));
    }
}
