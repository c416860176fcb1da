using System.Collections.Immutable;
using BansosBot.Configuration;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Conversations;

/// <summary>What people can come for, in the order of the menu.</summary>
public static class Reception
{
    /// <param name="apply">The programme that can be applied for, with its questions.</param>
    /// <param name="hasTelegram">Whoever uses a shared channel can go on at Telegram.</param>
    /// <param name="shared">Channels on whose devices others may sit down after.</param>
    public static Talk Open(OfficeSettings office, Programme programme, Flow apply, bool hasTelegram, params ImmutableHashSet<string> shared)
    {
        ArgumentNullException.ThrowIfNull(office);
        return new Talk(
            new Office(office.Name, TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone), office.QuietFrom, office.QuietUntil)
            {
                Holidays = office.Holidays,
                Contact = [.. Contact(office)],
            },
            [
                new ApplyErrand(programme, apply),
                new ConditionsErrand(programme),
                new PapersErrand(programme),
                new OtherAidErrand(),
                new StatusErrand(ImmutableArray.Create(programme)),
                new CheckErrand(),
                new WithdrawErrand(),
                .. hasTelegram ? (ImmutableArray<Errand>)[new GoOnInTelegramErrand(shared), new JoinErrand(shared)] : [],
                new ScheduleErrand(),
                new LanguageErrand(),
                new OfficialErrand(),
                new OwnDataErrand(),
                new EraseErrand(),
            ])
        {
            SharedChannels = shared,
        };
    }

    private static IEnumerable<Say> Contact(OfficeSettings office)
    {
        if (office.Address.Length > 0) yield return new("Office.Address", ("alamat", office.Address));
        if (office.Phone.Length > 0) yield return new("Office.Phone", ("telepon", office.Phone));
        if (office.Hours.Length > 0) yield return new("Office.Hours", ("jam", office.Hours));
    }
}
