using System.Collections.Immutable;
using System.Security.Cryptography;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Texts;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>All reading of a turn. Short, with parameters, nothing lazy: a long read keeps the log from being taken in.</summary>
internal sealed class Reads(ILiteDatabase db, Rows rows, CheckingQueue queue, ProposingQueue line)
{
    // A child has a case or two; of more, an officer needs the latest.
    private const int PortionMax = 200, CasesOfChildMax = 6;

    /// <summary>For a conversation that is found by its name in the store: whose it is stands inside.</summary>
    public static readonly ChatKey Nobody = new("", "");

    private readonly LookUps lookUps = new(db, rows);
    private readonly Officers officers = new(db, rows);

    /// <summary>Documents of a collection by a condition with parameters: <c>"code = @0"</c>.</summary>
    public static List<BsonDocument> Where(ILiteDatabase db, string collection, string condition, params BsonValue[] values) =>
        db.GetCollection(collection).Find(BsonExpression.Create(condition, values)).ToList();

    public static BsonDocument? Find(ILiteDatabase db, string collection, BsonValue id) => db.GetCollection(collection).FindById(id);

    public BsonDocument? Find(string collection, BsonValue id) => Find(db, collection, id);

    public Conversation Conversation(ChatKey chat) => Conversation(rows.Of(chat), chat);

    /// <param name="name">The chat's name in the store.</param>
    public Conversation Conversation(string name, ChatKey chat) => rows.Chat(Find(Rows.Chats, name), chat);

    public Known LookUp(ChatKey chat, Needs needs, DateTimeOffset now)
    {
        var notOpened = 0;
        var batch = needs.Batch is { } named ? new Batches(db).Find(named) : null;
        var found = needs.Cases.Concat(batch?.Next() ?? []).Select(id => Find(Rows.Cases, id)).OfType<BsonDocument>().ToList();
        var cases = Opened(found, ref notOpened);
        ImmutableArray<Application> byReceipt = [], siblings = [];
        if (needs.Siblings)
        {
            siblings = Opened(
                found.Select(d => d["code"]).Where(c => !c.IsNull).Distinct().SelectMany(c => Where(db, Rows.Cases, "code = @0", c))
                    .Where(d => !needs.Cases.Contains(d["_id"].AsString)),
                ref notOpened);
        }

        ImmutableArray<DateTimeOffset> wrong = [];
        if (needs.Receipt is { } code)
        {
            // Each by an index of its own; both are asked whatever is found.
            var byCode = Where(db, Rows.Cases, "code = @0", rows.Of(code)).Concat(Where(db, Rows.Cases, "hand = @0", rows.Of(code)));
            byReceipt = [.. Opened(byCode.DistinctBy(d => d["_id"].AsString), ref notOpened).OrderBy(c => c.QueueNumber)];
            wrong = WrongProofs.Of(db, rows.Of(code), now);
        }

        JoiningOffer? offer = null;
        if (needs.Joining is { } joining && Find(Rows.Joinings, rows.Of(joining)) is { } link && Find(Rows.Chats, link["chat"]) is { } offering
            && Rows.Try(() => rows.Chat(offering, Nobody)) is { IsErased: false } from)
            offer = new(from, Opened(from.Cases.Select(id => Find(Rows.Cases, id)).OfType<BsonDocument>(), ref notOpened), [.. new Wishes(db, rows).Of(link["chat"].AsString)], new(link["until"].AsInt64, TimeSpan.Zero));

        var byChild = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ChildCase>>();
        foreach (var nik in needs.Rivals ? needs.Children.AddRange(cases.Select(c => c.ChildNik).OfType<Nik>()) : needs.Children)
        {
            // Nothing is decrypted: one that does not open still makes another one a double.
            byChild[nik.Reveal()] = [.. Where(db, Rows.Cases, "child = @0", rows.Of(nik))
                .Where(d => !d["b"].IsNull && ApplicationLife.IsRunning(Enum.Parse<Stage>(d["stage"].AsString)))
                .Select(d => new ChildCase(d["prog"].AsString, d["_id"].AsString))];
        }

        var (places, standings) = (ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, Standing>.Empty);
        if (needs.Places)
        {
            foreach (var c in cases.Concat(byReceipt))
            {
                if (queue.PlaceOf(c.QueueNumber) is { } place) places = places.SetItem(c.Id, place);
                if (line.StandingOf(c.Id) is { } standing) standings = standings.SetItem(c.Id, standing);
            }
        }

        var ticket = needs.Ticket is { } left && Find(Rows.Tickets, left) is { } message ? TicketLists.TryOpen(rows, message) : null;
        var officer = (needs.Officer ?? batch?.By) is { } who ? officers.Find(who) : null;
        var counts = needs.LookUps || needs.Proof is not null ? WrongProofs.OfAll(db, chat.Channel) : LookUpCounts.None;
        return new()
        {
            LookUpCounts = counts,
            LookUp = needs.Proof is { } proof ? lookUps.Of(proof, counts, now) : null,
            HasLists = needs.LookUps && lookUps.AnyList(),
            Cases = cases,
            Siblings = siblings,
            Homes = needs.Homes ? [.. cases.SelectMany(c => c.Homes).Select(h => h.Chat).Distinct().Select(HomeOf)] : [],
            NotOpened = notOpened,
            ByReceipt = byReceipt,
            WrongProofsForReceipt = wrong,
            Offer = offer,
            ByChild = byChild.ToImmutable(),
            Places = places,
            Standings = standings,
            Tickets = needs.Tickets ? [.. Where(db, Rows.Tickets, "chat = @0", rows.Of(chat)).Select(d => TicketLists.TryOpen(rows, d)).OfType<Ticket>().OrderBy(t => t.LeftAt)] : [],
            Ticket = ticket,
            Holder = ticket?.HeldBy(now) is { } holder && officers.Find(holder) is { WorksHere: true } answers ? answers : null,
            TicketPage = needs.TicketList is { } list && officer is { WorksHere: true } && TicketPermissions.Lists(officer.Role).Contains(list) ? new TicketLists(db, rows).Page(new(list, officer), now) : TicketPage.Empty,
            Schedules = needs.Schedules is { } query ? new Timetable(db).Find(query, OfficeTime.Wib.Day(now)) : SchedulesFound.None,
            Wishes = needs.Wishes ? [.. new Wishes(db, rows).Of(rows.Of(chat))] : [],
            Officer = officer,
            Officers = needs.Officers ? [.. officers.All()] : [],
            Loads = needs.Loads ? new Queues(db).Loads(now) : ImmutableDictionary<string, int>.Empty,
            Invitation = needs.Invitation is { } invitation ? officers.Find(invitation) : null,
            Queue = needs.Queue is { } of && officer is { WorksHere: true } && !Turns.Of(officer.Role).IsEmpty ? new Queues(db).Page(QueueQuery.By(officer, of, OfficeTime.Wib.Day(now)), now) : QueuePage.Empty,
            Late = needs.Late && officer is { WorksHere: true } ? new Queues(db).LateIn(officer.Kecamatan(), OfficeTime.Wib.Day(now)) : LateCases.None,
            Figures = needs.Figures && officer is { WorksHere: true } ? CaseFigures.Of(db, officer.Kecamatan(), OfficeTime.Wib.Day(now)) : [],
            AuditHead = needs.AuditHead ? Head(db) : AuditHead.Empty,
            BeforeIt = needs.BeforeIt is { } turn && officer is { WorksHere: true } ? new Queues(db).Before(turn, officer, now)?["no"].AsString : null,
            ByNumber = needs.Number is { } number ? Where(db, Rows.Cases, "no = @0", number.ToString()).Where(d => !d["b"].IsNull).Select(rows.TryCase).FirstOrDefault() : null,
            Report = needs.Report is { } report ? new Reports(db, rows).Find(report) : null,
            Batch = batch,
            Proposable = needs.Proposable is { } programme ? new Batches(db).Proposable(programme, line.LineOf(programme), QuotaUsed()) : Domain.Proposals.Proposable.Nothing,
            Interests = needs.Interests is { } wanted && officer is { WorksHere: true } ? new(new Queues(db).Interested(wanted, officer.Kecamatan()), new Batches(db).All(wanted)) : Interested.Nobody,
            QuotaUsed = needs.Places ? QuotaUsed() : 0,
            OfChild = needs.OfChild is { } child ? [.. Where(db, Rows.Cases, "child = @0", rows.Of(child)).Where(d => !d["b"].IsNull).OrderByDescending(d => d["q"].AsInt64).Take(CasesOfChildMax).Select(rows.TryCase).OfType<Application>()] : [],
            ListRows = needs.ListRows is { } next ? RowsOf(next) : null,
            Random = needs.RandomBytes == 0 ? [] : ImmutableArray.Create(RandomNumberGenerator.GetBytes(needs.RandomBytes)),
        };
    }

    /// <summary>Documents with ids from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <remarks>LiteDB 5.0.20 walks the index to its very end for "_id >= a and _id &lt; b"; only "between" ends at b. LiteDbFactsTests.</remarks>
    public static List<BsonDocument> Between(ILiteDatabase db, string collection, BsonValue first, BsonValue last) => Where(db, collection, "_id between @0 and @1", first, last);

    /// <summary>Documents whose ids begin with this and a colon: a chat's rows, the counters of a month.</summary>
    public static List<BsonDocument> Under(ILiteDatabase db, string collection, string prefix) => Between(db, collection, prefix + ":", prefix + ";");        // ';' comes next after ':', and no id ends in it

    /// <summary>The end of the audit chain.</summary>
    public static AuditHead Head(ILiteDatabase db) =>
        db.GetCollection(Rows.Audit).Query().OrderByDescending("_id").Limit(1).FirstOrDefault() is { } last ? AuditHead.Empty with { Entry = last["_id"].AsInt64, Hash = last["hash"].AsString } : AuditHead.Empty;

    /// <summary>The next documents of a collection behind an id, in the order of their ids.</summary>
    public List<BsonDocument> Portion(string collection, string after) =>
        db.GetCollection(collection).Query().Where("_id > @0", after).OrderBy("_id").Limit(PortionMax).ToList();

    private ImmutableArray<Application> Opened(IEnumerable<BsonDocument> docs, ref int notOpened)
    {
        var cases = ImmutableArray.CreateBuilder<Application>();
        foreach (var doc in docs.Where(d => !d["b"].IsNull))
        {
            if (rows.TryCase(doc) is { } c) cases.Add(c);
            else notOpened++;
        }

        return cases.ToImmutable();
    }

    private HomeReached HomeOf(ChatKey chat) =>
        Find(Rows.Chats, rows.Of(chat)) is { } doc && Rows.Try(() => rows.Chat(doc, chat)) is { } c ? new(chat, c is { IsErased: false, IsReachable: true, LeftAt: null }, c.TouchedAt) : new(chat, Is: false, default);

    // Nothing of a case is decrypted: one that does not open still is one.
    private RowsOfList? RowsOf(RowsQuery query)
    {
        if (Find(Rows.Lists, query.List) is not { } list) return null;
        var found = db.GetCollection(Rows.Recipients).Query().Where("_id between @0 and @1", Rows.RowId(query.List, query.After + 1), query.List + ";").Limit(RowsQuery.Most).ToList();
        return new(Rows.List(list), Rows.StateOf(list), [.. found.Select(d => PersonOf(d, list["prog"].AsString))]);
    }

    private PersonOfList PersonOf(BsonDocument row, string programme)
    {
        var person = Rows.Try(() => rows.Recipient(row));
        return new(Rows.NumberOf(row), person, person?.Nik is not { } nik ? [] :
            [.. Where(db, Rows.Cases, "child = @0", rows.Of(nik)).Where(d => !d["b"].IsNull && d["prog"].AsString == programme).Select(d => Enum.Parse<Stage>(d["stage"].AsString))]);
    }

    private int QuotaUsed() => ApplicationLife.HoldingQuota
        .Select(stage => Find(Rows.Counters, $"stage:{stage}")).Sum(d => d is null ? 0 : checked((int)d["n"].AsInt64));
}
