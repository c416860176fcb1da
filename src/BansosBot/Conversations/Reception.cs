using System.Collections.Immutable;
using BansosBot.Configuration;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Figures;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Protection;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Surveys;
using BansosBot.Domain.Tickets;
using BansosBot.Domain.Understanding;

namespace BansosBot.Conversations;

/// <summary>What people can come for, in the order of the menu.</summary>
public static class Reception
{
    /// <param name="programmes">All there is to tell of, in order.</param>
    /// <param name="forms">Of those that take cases.</param>
    /// <param name="interview">The one for all of them; null where none asks anything.</param>
    /// <param name="labels">What stands on a button in a language.</param>
    /// <param name="hasTelegram">Whoever uses a shared channel can go on at Telegram.</param>
    /// <param name="shared">Channels on whose devices others may sit down after.</param>
    public static Talk Open(OfficeSettings office, ImmutableArray<Programme> programmes, ImmutableArray<Flow> forms, Flow? interview, Func<Say, Language, string> labels, bool hasTelegram, params ImmutableHashSet<string> shared)
    {
        ArgumentNullException.ThrowIfNull(office);
        ImmutableArray<ApplyErrand> applying = [.. forms.Select(f => new ApplyErrand(f.Programme!, f))];
        var aids = new AidNames(programmes);
        (PrecedenceDeskErrand First, HandOverErrand HandOver, PapersDeskErrand Papers, NoteDeskErrand Note, CodeDeskErrand Code, GuardianDeskErrand Guardian) withCases = (new(), new(), new(forms), new(), new(), new());
        var caseDesk = new CaseDeskErrand(programmes, forms, withCases);
        return new Talk(
            new Office(office.Name, TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone), office.QuietFrom, office.QuietUntil)
            {
                Holidays = office.Holidays,
                Contact = [.. Contact(office)],
                IsContactComplete = Contact(office).Count() == 3,
            },
            [
                .. applying,
                new ApplyDeskErrand(applying),
                .. interview is null ? (ImmutableArray<Errand>)[] : [new InterviewErrand(interview, [.. programmes.Where(p => p.Rules.IsEmpty)])],
                new ProgrammesErrand(programmes),
                new PapersErrand(programmes),
                new StandardErrand(programmes),
                new OfficeErrand(),
                new StatusErrand(programmes),
                new LookUpErrand(programmes),
                new CheckErrand(),
                new StoppedErrand(),
                new UnfairErrand(),
                .. forms.Where(f => f.Programme!.Service == Service.Application).Select(f => new CorrectErrand(f.Programme!, f)),
                new CorrectionsErrand(),
                new AppealErrand(),
                new WithdrawErrand(),
                .. hasTelegram ? (ImmutableArray<Errand>)[new GoOnInTelegramErrand(shared), new JoinErrand(shared)] : [],
                new ScheduleErrand(aids),
                new WishErrand(aids),
                new ProxyErrand(),
                new ProtectErrand(),
                new RatingErrand(),
                new LanguageErrand(Language.Indonesian, Language.English),
                new OfficialErrand(),
                new DeskErrand(),
                new QueueErrand(programmes),
                caseDesk,
                withCases.First,
                withCases.HandOver,
                withCases.Papers,
                withCases.Note,
                new CallDeskErrand(),
                withCases.Code,
                withCases.Guardian,
                new BatchDeskErrand(programmes),
                new ProposalFileErrand(),
                new InterestListErrand(programmes),
                new RecapErrand(),
                new ListDeskErrand(programmes),
                new CorrectionDeskErrand(caseDesk),
                new InterestDeskErrand(caseDesk),
                new EndDeskErrand(caseDesk),
                new FindCaseErrand(),
                new InviteErrand(),
                new InvitedErrand(shared),
                new ColleaguesErrand(),
                new LevyErrand(),
                new TicketListErrand(),
                new TicketDeskErrand(),
                new PledgeDeskErrand(),
                new HelpedErrand(),
                new OwnDataErrand(aids),
                new EraseErrand(),
                new MeantErrand(),
            ])
        {
            SharedChannels = shared,
            Labels = labels,
            Words = WordsOf(programmes),
        };
    }

    /// <summary>How the bot reads what people write, with the words of the office's own programmes.</summary>
    public static PhraseBook WordsOf(IEnumerable<Programme> programmes) => PhraseBook.Shipped(programmes.Select(p => new ProgrammeWords(p.Name, p.Called)));

    private static IEnumerable<Say> Contact(OfficeSettings office)
    {
        if (office.Address.Length > 0) yield return new("Office.Address", ("alamat", office.Address));
        if (office.Phone.Length > 0) yield return new("Office.Phone", ("telepon", office.Phone));
        if (office.Hours.Length > 0) yield return new("Office.Hours", ("jam", office.Hours));
    }
}
