using System.Collections.Immutable;
using BansosBot.Configuration;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Conversations;

/// <summary>What people can come for, in the order of the menu.</summary>
public static class Reception
{
    /// <param name="apply">The programme that can be applied for, with its questions.</param>
    /// <param name="shared">Channels on whose devices others may sit down after.</param>
    public static Talk Open(OfficeSettings office, Programme programme, Flow apply, params ImmutableHashSet<string> shared)
    {
        ArgumentNullException.ThrowIfNull(office);
        return new Talk(
            new Office(office.Name, TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone), office.QuietFrom, office.QuietUntil) { Holidays = office.Holidays },
            [
                new ApplyErrand(programme, apply),
                new StatusErrand(ImmutableArray.Create(programme)),
                new CheckErrand(),
                new WithdrawErrand(),
                new OfficialErrand(),
                new OwnDataErrand(),
                new EraseErrand(),
            ])
        {
            SharedChannels = shared,
        };
    }
}
