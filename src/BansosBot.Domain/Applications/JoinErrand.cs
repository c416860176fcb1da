using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Schedules;

namespace BansosBot.Domain.Applications;

/// <summary>The other end of "Lanjut di Telegram": link and birth date bring draft and cases of the chat that offered it into this one.</summary>
/// <remarks>A draft moves, for two would be filed; a wish for news of dates, for it would be told twice; a case is joined, for the browser is still its
/// home. Where there are only wishes no birth date is asked, for there is none. A wrong date uses the link up:
/// who sits before the browser gets a new one, and nobody else needs a second guess.</remarks>
/// <param name="from">Channels that offer the link: it is not taken there, where nobody is known and the next may sit down.</param>
public sealed class JoinErrand(IReadOnlySet<string> from) : Errand
{
    private const string Code = "joining_code";

    public override string Name => "join";

    public override Flow Flow { get; } = new()
    {
        Name = "joining",
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = FlowShape.ChildBirthDate, Kind = new DateKind(DateOf.ChildBirth), Part = Part.Form, TextKey = "Joining.Birth" }],
    };

    public override Needs NeedsToOpen(Conversation before, string argument) =>
        new() { Joining = LinkCode.Parse(argument), Wishes = true, RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (from.Contains(scene.Now.Chat.Channel)) End(scene, new Say("Joining.OpenElsewhere"));
        else if (LinkCode.Parse(argument) is { } only && scene.Known.Offer is { Wishes.IsEmpty: false } offer && offer.Until > scene.At && !Locking.Births(offer.From, offer.Cases).Any())
        {
            scene.Write(new Write.UseJoining(only));
            TakeWishes(scene, offer);
            Idle.ShowMenu(scene);
        }
        else if (LinkCode.Parse(argument) is { } code) Walking.Begin(scene, Flow, (Code, new Answer.Joining(code)));
        else End(scene, new Say("Joining.Gone"));
    }

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) =>
        draft.Answers.GetValueOrDefault(Code) is Answer.Joining(var code) ? new() { Joining = code, Cases = before.Cases, Wishes = true } : Needs.Nothing;

    /// <summary>Code and birth date are given. A link that is gone and a wrong date get the same answer.</summary>
    public override void Finish(Scene scene, Draft draft)
    {
        var code = ((Answer.Joining)draft.Answers[Code]).Code;
        var born = ((Answer.Day)draft.Answers[FlowShape.ChildBirthDate]).On;
        var offer = scene.Known.Offer is { } o && o.Until > scene.At ? o : null;
        if (scene.Now.TakesNoProofUntil(scene.At) is not null)
        {
            scene.Audit(Act.LookUpLocked, "");
            End(scene, new Say("Status.Locked"));
            return;
        }

        if (offer is null || !Locking.Births(offer.From, offer.Cases).Contains(born))
        {
            if (offer is not null)
            {
                scene.Now = scene.Now.WithWrongProof(scene.At);
                scene.Write(new Write.UseJoining(code));
            }

            End(scene, new Say("Joining.Gone"));
            return;
        }

        var coming = offer.From.Drafts.Values.Where(d => scene.Talk.FindFlow(d.Flow) is { KeepsDraft: true }).ToImmutableArray();
        if (coming.Any(Papers.AreOnTheirWay))
        {
            // A photo that is being fetched comes home to the chat that sent it.
            scene.Keep(draft with { Answers = draft.Answers.Remove(FlowShape.ChildBirthDate), Trail = [], Misses = 0 });
            scene.Note(new Say("Joining.PhotosComing"));
            Walking.AskHere(scene);
            return;
        }

        scene.Write(new Write.UseJoining(code));
        scene.Forget(Flow.Name);
        scene.Move(Move.Menu);
        JoinCases(scene, offer);
        TakeWishes(scene, offer);
        var moved = coming.RemoveAll(d => scene.Now.Drafts.ContainsKey(d.Flow));
        if (!moved.IsEmpty) Take(scene, offer.From, moved);
        if (moved.Length < coming.Length) scene.Note(new Say("Joining.DraftStays"));
        if (moved is [var first, ..]) scene.Talk.ErrandOf(first.Flow).Open(scene, "");
        else Idle.ShowMenu(scene);
    }

    private void End(Scene scene, Say why)
    {
        scene.Forget(Flow.Name);
        if (scene.Now.Place != StepMap.Idle) scene.Move(Move.Menu);
        scene.Note(why);
        Idle.ShowMenu(scene);
    }

    private static void TakeWishes(Scene scene, JoiningOffer offer)
    {
        var fresh = offer.Wishes.Where(w => !scene.Known.Wishes.Any(here => here.IsFor(w.Programme, w.Area))).ToList();
        var room = Wish.InChatMax - scene.Known.Wishes.Length;
        foreach (var wish in fresh.Take(room)) scene.Write(new Write.PutWish(wish));
        foreach (var wish in offer.Wishes.Except(fresh.Skip(room))) scene.Write(new Write.DropWish(wish.Programme, wish.Area, offer.From.Chat));
        if (!offer.Wishes.IsEmpty) scene.Note(new Say(fresh.Count > room ? "Joining.WishesStay" : "Joining.WishesHere"));
    }

    private static void JoinCases(Scene scene, JoiningOffer offer)
    {
        var joined = offer.Cases.Where(c => Here(scene, offer, c) is not null).ToImmutableArray();
        if (joined.IsEmpty) return;
        foreach (var c in joined)
        {
            var here = Here(scene, offer, c)!;
            scene.Write(new Write.PutCase(here));
            if (ApplicationLife.IsRunning(c.Stage))
                foreach (var claim in here.HeldClaims().Except(c.HeldClaims())) scene.Write(new Write.Take(claim, c.Id));
            scene.Audit(Act.HomeJoined, c.Id);
        }

        scene.Now = scene.Now with { Cases = [.. scene.Now.Cases.Union(joined.Select(c => c.Id))] };
        scene.Note(new Say("Joining.CasesHere", ("nomor", Numbers(joined))));
        foreach (var home in joined.SelectMany(c => c.Homes).Select(h => h.Chat).Distinct().Where(h => h != scene.Now.Chat))
            scene.TellOther(home, new Say("Joining.CasesThere", ("nomor", Numbers(joined.Where(c => c.Homes.Any(h => h.Chat == home))))));
    }

    /// <summary>The case with this chat among its homes: who filed it there files it here, for it is the same person, and the browser may
    /// be gone tomorrow. Null: nothing is new.</summary>
    private static Application? Here(Scene scene, JoiningOffer offer, Application c)
    {
        var filesHere = c.Homes.Any(h => h.Chat == offer.From.Chat && h.IsFiler) && !MayBeFiledHereToo(scene, c);
        return c.Homes.FirstOrDefault(h => h.Chat == scene.Now.Chat) is not { } home ? c with { Homes = c.Homes.Add(new(scene.Now.Chat, scene.At, filesHere)) }
            : filesHere && !home.IsFiler && !c.FiledForOthers ? c with { Homes = c.Homes.Replace(home, home with { IsFiler = true }) }      // of a helper's it is the guardian, who can do more
            : null;
    }

    // One running application for a child from one chat: the one that this chat filed itself stays the one. What does not open may be it.
    private static bool MayBeFiledHereToo(Scene scene, Application c) =>
        scene.Known.NotOpened > 0 || scene.Known.Cases.Any(own => own.Id != c.Id && own.Programme == c.Programme && own.ChildNik is { } nik && nik == c.ChildNik && ApplicationLife.IsRunning(own.Stage));

    private static string Numbers(IEnumerable<Application> cases) => string.Join(", ", cases.Select(c => c.Number));

    private static void Take(Scene scene, Conversation there, ImmutableArray<Draft> moved)
    {
        foreach (var draft in moved)
        {
            scene.Keep(draft);
            scene.Audit(Act.DraftMoved, draft.Id);
            Reminders.GoOn(scene, draft);
        }

        scene.Now = scene.Now with { Consents = [.. scene.Now.Consents, .. there.Consents.Where(c => c.WithdrawnAt is null && !scene.Now.Consents.Contains(c))] };

        // There the menu is what is left of it; who is writing to an officer goes on. Closed it cannot be: the link is over long before.
        var wasIn = moved.Any(d => there.IsIn(d.Flow));
        there = moved.Aggregate(there with { Drafts = there.Drafts.RemoveRange(moved.Select(d => d.Flow)) }, (c, d) => c.NotComingBackTo(d.Flow));
        if (wasIn) there = there with { Place = scene.Talk.Map.After(there.Place, Move.Expire)! };
        var isOpen = there.Place == StepMap.Idle;
        if (isOpen) there = there with { Question = there.Question + 1, Choices = [Everywhere.Menu], Labels = [] };
        scene.Leave(there);
        scene.Send(new()
        {
            To = there.Chat,
            Language = there.Language,
            Parts = [new Say("Joining.DraftWentOn")],
            Buttons = isOpen ? [[new(new Say("Anywhere.Button.Menu"), 0)]] : [],
            Question = there.Question,
        });
    }
}
