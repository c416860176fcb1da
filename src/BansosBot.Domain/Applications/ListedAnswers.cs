using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Applications;

/// <summary>What a list says of somebody, as answers to the questions of the programme's form: an officer reads both alike. What the form does not ask is left out.</summary>
internal static class ListedAnswers
{
    public static ImmutableDictionary<string, Answer> Of(Recipient person, Flow form)
    {
        var said = ImmutableDictionary.CreateBuilder<string, Answer>();
        var details = person.Details;
        Put<NikKind>(FlowShape.PersonNik, person.Nik is { } nik ? new Answer.OwnNik(nik) : null);
        Put<PersonNameKind>(FlowShape.ChildName, new Answer.Name(person.Name));
        Put<DateKind>(FlowShape.ChildBirthDate, details?.Born is { } born ? new Answer.Day(born) : null);
        Put<KkKind>(FlowShape.Kk, person.Kk is { } kk ? new Answer.OwnKk(kk) : null);
        Put<KelurahanKind>(FlowShape.Kelurahan, person.Kelurahan is { } kelurahan ? new Answer.InKelurahan(kelurahan) : null);
        Put<PersonNameKind>(FlowShape.GuardianName, details?.GuardianName is { } guardian ? new Answer.Name(guardian) : null);
        Put<NikKind>(FlowShape.GuardianNik, details?.GuardianNik is { } theirs ? new Answer.OwnNik(theirs) : null);
        Put<PhoneKind>(FlowShape.Phone, details?.Phone is { } phone ? new Answer.Phone(phone) : null);
        Choose(FlowShape.ParentStatus, details?.Orphan switch { OrphanOf.Father => "ayah", OrphanOf.Mother => "ibu", OrphanOf.Both => "keduanya", _ => null });
        Choose(FlowShape.Relation, details?.Relation);
        return said.ToImmutable();

        void Put<TKind>(string step, Answer? answer)
            where TKind : QuestionKind
        {
            if (answer is not null && form.Find(step) is { Kind: TKind }) said[step] = answer;
        }

        // Where the form offers no such choice, nothing is said.
        void Choose(string step, string? words)
        {
            if (words is not null && form.Find(step) is { Kind: ChoiceKind kind } && kind.Options.FirstOrDefault(o => o.Name == words || o.IsMeantBy(words)) is { } choice) said[step] = new Answer.Chosen(choice.Name);
        }
    }
}
