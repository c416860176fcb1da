using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary><c>/data_saya</c>: everything that is kept on a person, as text and as a file, at once (UU 27/2022 art. 32: within 3x24 hours).</summary>
/// <remarks>Of a case that is not this chat's own (<see cref="Application.IsOwnOf"/>) no more than its status tells, and where the rest can be had: who
/// overheard a receipt code and a birth date would else be handed every number of the family.</remarks>
public sealed class OwnDataErrand(AidNames aids) : Errand
{
    public override string Name => "mydata";

    public override Say MenuLabel(Conversation now) => new("Menu.Button.MyData");

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, Tickets = true, Wishes = true, Officer = before.Officer };

    public override void Open(Scene scene, string argument)
    {
        var isShared = scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel);       // what was masked when it was written is not shown by a file
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var lines = ImmutableArray.CreateBuilder<Say>();
        string Shown(string text) => isShared && ProofsInWords.Shows(text, scene.Today) ? "(berisi nomor; tidak ditampilkan di HP bersama, tanyakan petugas)" : text;
        foreach (var consent in scene.Now.Consents)
        {
            facts.Add(new("persetujuan", $"{consent.For} v{consent.Version}", Iso(consent.At) + (consent.WithdrawnAt is { } at ? $" dicabut {Iso(at)}" : "")));
            lines.Add(new("MyData.Consent", ("tanggal", scene.Talk.Office.DayOf(consent.At)), ("versi", consent.Version)));
        }

        foreach (var draft in scene.Now.Drafts.Values.Where(d => !d.Answers.IsEmpty))
        {
            facts.AddRange(Answers($"draf {draft.Flow}", draft.Answers));
            lines.Add(new("MyData.Draft", ("jumlah", draft.Answers.Count)));
        }

        foreach (var c in scene.Known.Cases)
        {
            facts.Add(new($"pengajuan {c.Number}", "tahap", c.Stage.ToString()));
            lines.Add(new("MyData.Case", ("nomor", c.Number!.ToString()), ("tahap", new Say($"Stage.{c.Stage}.Name")), ("rumah", c.Homes.Length)));
            if (!c.IsOwnOf(scene.Now.Chat)) continue;
            facts.AddRange(Answers($"pengajuan {c.Number}", c.Answers));
            facts.AddRange(OfTheOffice(c));
            facts.AddRange(c.Mended.Where(m => m.Was is not null).Select(m => new Fact($"pengajuan {c.Number}", $"{m.Step} sebelum {Iso(m.At)}", Plain(m.Was!))));
            if (c.ReceiptIsVoid) continue;
            facts.Add(new($"pengajuan {c.Number}", "kode tanda terima", c.Receipt.Reveal()));
            lines.Add(new("MyData.Code", ("nomor", c.Number!.ToString()), ("kode", c.Receipt.Reveal())));
        }

        foreach (var ticket in scene.Known.Tickets)
        {
            facts.Add(new("pesan untuk petugas", Iso(ticket.LeftAt), Shown(ticket.Text)));
            facts.AddRange(ticket.Lines.Select(l => new Fact(l.By is null ? "pesan untuk petugas" : "jawaban petugas", Iso(l.At), Shown(l.Text))));
            lines.Add(new("MyData.Ticket", ("tanggal", scene.Talk.Office.DayOf(ticket.LeftAt))));
        }

        foreach (var wish in scene.Known.Wishes)
        {
            facts.Add(new("kabar jadwal", Iso(wish.At), $"{wish.Programme ?? "semua bantuan"}, {wish.Area.Code}"));
            lines.Add(new("MyData.Wish", ("kabar", WishErrand.InWords(wish, aids))));
        }

        if (scene.Known.Officer is { } officer)
        {
            facts.Add(new("petugas", officer.Role.ToString(), $"{officer.CalledAs}, {Iso(officer.Since)}"));
            lines.Add(new("MyData.Officer", ("nama", officer.CalledAs), ("peran", new Say($"Role.{officer.Role}"))));
        }

        scene.Audit(Act.DataShown, "");
        if (lines.Count == 0) scene.Note(new Say("MyData.Nothing"));
        else
        {
            scene.Send(new()
            {
                To = scene.Now.Chat,
                Language = scene.Now.Language,
                Parts = [new Say("MyData.All", ("isi", new SayValue.Lines(lines.ToImmutable()))), .. Elsewhere(scene)],
                Attachment = new("data-saya.json", facts.ToImmutable()),
            });
        }

        scene.Ask(
            [new Say("MyData.Safe"), new Say("MyData.EraseQuestion")],
            [.. scene.Known.Wishes.IsEmpty ? (ImmutableArray<ImmutableArray<Choice>>)[] : [[new($"{Everywhere.Go}wish", new Say("MyData.Button.Wishes"))]],
             [new($"{Everywhere.Go}erase", new Say("MyData.Button.Erase"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    // What the office wrote down about it; who wrote it is the office's.
    private static IEnumerable<Fact> OfTheOffice(Application c) =>
    [
        .. c.Visits.Select(v => new Fact($"pengajuan {c.Number}", $"kunjungan {v.On:yyyy-MM-dd}", v.Found)),
        .. c.Interest is { } interest ? [new Fact($"pengajuan {c.Number}", $"dihubungi {Iso(interest.ContactedAt)}", "ya")] : (ReadOnlySpan<Fact>)[],
        .. c.Interest?.Referral is { } referral ? [new Fact($"pengajuan {c.Number}", $"dirujuk {referral.On:yyyy-MM-dd}", referral.To)] : (ReadOnlySpan<Fact>)[],
        .. c.Notes.Select(n => new Fact($"pengajuan {c.Number}", $"catatan petugas {Iso(n.At)}", n.Text)),
        .. c.GuardianChanges.Select(g => new Fact($"pengajuan {c.Number}", $"wali diganti {g.On:yyyy-MM-dd}", g.Why.ToString())),
        .. c.GoesFirst is { } first ? [new($"pengajuan {c.Number}", "didahulukan karena", first.Why.ToString())] : (ReadOnlySpan<Fact>)[],
        .. c.RefusedFor is { } why ? [new($"pengajuan {c.Number}", "belum disetujui karena", why.ToString())] : (ReadOnlySpan<Fact>)[],
        .. c.MinistryWhy is { } said ? [new($"pengajuan {c.Number}", "alasan kementerian", said)] : (ReadOnlySpan<Fact>)[],
        .. c.Payments.Select(p => new Fact($"pengajuan {c.Number}", $"pembayaran {p.Period.Year}/{p.Period.Round}", $"{p.Result} {p.Amount?.Amount} {p.Months} {p.Cause}".Trim())),
        .. c.Objection is { } objection ? [new($"pengajuan {c.Number}", "keberatan", objection)] : (ReadOnlySpan<Fact>)[],
    ];

    // A helper was told to give the code to the family alone; who joined what a family filed can ask at the counter, as that family.
    private static IEnumerable<Say> Elsewhere(Scene scene) =>
        scene.Known.Cases.Where(c => !c.IsOwnOf(scene.Now.Chat)).GroupBy(c => c.FiledForOthers).OrderBy(g => g.Key)
            .Select(g => new Say(g.Key ? "MyData.OfFamily" : "MyData.WhereFiled", ("nomor", Numbers([.. g]))));

    /// <summary>Numbers of cases, as they are named together.</summary>
    internal static SayValue.Together Numbers(ImmutableArray<Application> cases) =>
        new([.. cases.Select(c => new Say("MyData.Number", ("nomor", c.Number!.ToString())))]);

    private static IEnumerable<Fact> Answers(string section, ImmutableDictionary<string, Answer> answers) =>
        answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new Fact(section, a.Key, Plain(a.Value)));

    // Facts for a machine and for the person they belong to: whole values, in the spelling they are kept in.
    private static string Plain(Answer answer) => answer switch
    {
        Answer.Chosen(var choice) => choice,
        Answer.Day(var on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Answer.OwnNik(var nik) => nik.Reveal(),
        Answer.OwnKk(var kk) => kk.Reveal(),
        Answer.Name(var name) => name.Reveal(),
        Answer.Phone(var phone) => phone.Reveal(),
        Answer.InKelurahan(var kelurahan) => $"{kelurahan.Code} {kelurahan.Name}",
        Answer.Street(var address) => $"{address.Street} RT {address.Rt} RW {address.Rw}",
        Answer.Money(var money) => money.Amount.ToString(CultureInfo.InvariantCulture),
        Answer.Free(var text) => text,
        Answer.Receipt(var code) => code.Reveal(),
        Answer.KkEnd(var end) => end.ToString(),           // masked: it is half of what shows a case
        Answer.Joining(var code) => code.ToString(),       // its half of a key for somebody else's browser
        Answer.Papers(_, true) => "ditunjukkan di kantor",
        Answer.Papers(var pages, _) => string.Create(CultureInfo.InvariantCulture, $"{pages.Length} foto"),
        _ => throw new InvalidOperationException("An answer of a kind that nobody wrote."),
    };

    private static string Iso(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary><c>/hapus_data</c>: erases what is kept on a person. What was handed on to the ministry is kept as the law says, and said so.</summary>
public sealed class EraseErrand : Errand
{
    private const string Surely = "ya";

    public override string Name => "erase";

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, Siblings = true, Officer = before.Officer };

    public override void Open(Scene scene, string argument)
    {
        var chat = scene.Now.Chat;
        var running = scene.Known.Cases.Where(c => IsErased(c, chat)).ToImmutableArray();
        if (argument != Surely)
        {
            var kept = scene.Known.Cases.Where(c => !IsErased(c, chat)).ToLookup(IsHandedOn);
            var (handedOn, ofOthers) = (kept[true].ToImmutableArray(), kept[false].ToImmutableArray());
            ImmutableArray<Say> parts =
            [
                new("Erase.What"),
                .. running.IsEmpty ? (ReadOnlySpan<Say>)[] : [new("Erase.CasesGo", ("nomor", OwnDataErrand.Numbers(running)))],
                .. handedOn.IsEmpty ? (ReadOnlySpan<Say>)[] : [new("Erase.CasesStay", ("nomor", OwnDataErrand.Numbers(handedOn)))],
                .. ofOthers.IsEmpty ? (ReadOnlySpan<Say>)[] : [new("Erase.CasesOfOthers", ("nomor", OwnDataErrand.Numbers(ofOthers)))],
                .. scene.Known.NotOpened == 0 ? (ReadOnlySpan<Say>)[] : [new("Erase.CasesNotOpened")],
                .. scene.Known.Officer is { WorksHere: true } ? [new("Erase.DeskCloses")] : (ReadOnlySpan<Say>)[],
                new("Erase.ReportsStay"),
                new("Erase.Sure"),
            ];
            scene.Ask(parts, [[new($"{Everywhere.Go}{Name}:{Surely}", new Say("Erase.Button.Yes"))], [new(Everywhere.Menu, new Say("Erase.Button.No"))]]);
            return;
        }

        foreach (var c in scene.Known.Cases)
        {
            var others = c.Homes.RemoveAll(h => h.Chat == chat);
            if (running.Contains(c))
            {
                WithdrawErrand.Release(scene, c);
                scene.Write(new Write.EraseCase(c.Id));
                CaseClock.Stop(scene, c.Id);
                scene.Audit(Act.CaseErased, c.Id);
                if (c.Stage == Stage.Withdrawn) continue;        // they heard of it then
                foreach (var home in others) scene.TellOther(home.Chat, new Say("Withdraw.OtherDone", ("nomor", c.Number!.ToString())));
            }
            else
            {
                // The claim bears the chat, and would refuse this child for ever to whoever comes back from it.
                if (c.ChildNik is { } nik && c.Homes.Any(h => h.Chat == chat && h.IsFiler)) scene.Write(new Write.Free(new Claim.ChildFromChat(c.Programme, nik, chat), c.Id));
                scene.Write(new Write.PutCase(c with { Homes = others }));
                scene.Audit(Act.HomeRemoved, c.Id);
            }
        }

        DropPapers(scene, running);
        foreach (var draft in scene.Now.Drafts.Values) Papers.Drop(scene, draft);
        ListComes.Forget(scene);
        if (scene.Known.Officer is { WorksHere: true } officer)
        {
            scene.Write(new Write.PutOfficer(officer with { LeftAt = scene.At }));      // the chat forgets that it is theirs
            scene.Audit(Act.OfficerLeft, officer.Id, officer.Role.ToString());
        }

        scene.Audit(Act.DataErased, "");
        scene.ErasesChat = true;
        scene.Send(new() { To = scene.Now.Chat, Language = scene.Now.Language, Parts = [new("Erase.Done")], IsFarewell = true });
        scene.Now = new() { Chat = scene.Now.Chat, Revision = scene.Now.Revision, KeySlot = scene.Now.KeySlot, Seen = scene.Now.Seen };
    }

    /// <summary>The time for which a closed case is kept is over.</summary>
    internal static void ComesOfAge(Scene scene, string id)
    {
        if (scene.Known.Cases.IsEmpty && scene.Known.NotOpened == 0) return;        // erased before its time
        DropPapers(scene, scene.Known.Cases);
        scene.Write(new Write.EraseCase(id));
        scene.Audit(Act.CaseErased, id);
        scene.Now = scene.Now with { Cases = scene.Now.Cases.Remove(id) };
    }

    /// <summary>Kept files of cases that go, but for those that a sibling's case shares.</summary>
    internal static void DropPapers(Scene scene, ImmutableArray<Application> gone)
    {
        if (scene.Known.NotOpened > 0) return;      // a sibling that does not open may share them
        var ids = gone.Select(c => c.Id).ToHashSet();
        var shared = scene.Known.Cases.Concat(scene.Known.Siblings).Where(c => !ids.Contains(c.Id)).SelectMany(c => c.Documents()).ToHashSet();
        foreach (var document in gone.SelectMany(c => c.Documents()).Distinct().Where(d => !shared.Contains(d))) scene.FileGone(document);
    }

    // Not handed on yet, or at an end before it was: nothing obliges the office to keep it. Only for whom it is their own.
    private static bool IsErased(Application c, ChatKey chat) => !IsHandedOn(c) && c.IsOwnOf(chat);

    private static bool IsHandedOn(Application c) =>
        c.Stage is Stage.Proposed or Stage.ApprovedByMinistry or Stage.Active or Stage.Ended or Stage.RefusedByMinistry;
}
