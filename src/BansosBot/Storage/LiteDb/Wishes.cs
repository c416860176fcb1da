using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Who wishes to hear of which hand-outs. The id, <c>programme|area|chat</c>, brings those together who are told together.</summary>
internal sealed class Wishes(ILiteDatabase db, Rows rows)
{
    private const int PageMax = 500;

    // Before and behind every letter of a chat's hash. Between, and not two comparisons: see Timetable.
    private const string JustBehind = "!", Last = "~";

    public void Put(string chat, Wish wish) => db.GetCollection(Rows.Wishes).Upsert(new BsonDocument
    {
        ["_id"] = Id(wish.Programme, wish.Area, chat),
        ["chat"] = chat,
        ["prog"] = wish.Programme ?? "",
        ["area"] = wish.Area.Code,
        ["at"] = wish.At.UtcTicks,
    });

    public void Drop(string chat, string? programme, Area area) => db.GetCollection(Rows.Wishes).Delete(Id(programme, area, chat));

    /// <summary>A chat's own, oldest first.</summary>
    public IEnumerable<Wish> Of(string chat) => Reads.Where(db, Rows.Wishes, "chat = @0", chat)
        .Select(d => (Area: Area.Read(d["area"].AsString), Doc: d)).Where(w => w.Area is not null)
        .Select(w => new Wish(w.Doc["prog"].AsString is { Length: > 0 } programme ? programme : null, w.Area!, new(w.Doc["at"].AsInt64, TimeSpan.Zero)))
        .OrderBy(w => w.At).ThenBy(w => w.Programme, StringComparer.Ordinal).ThenBy(w => w.Area.Code, StringComparer.Ordinal);

    public WishersPage Page(string programme, Kelurahan kelurahan, string? after, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(most, Math.Clamp(most, 1, PageMax));
        var chats = Area.Around(kelurahan).SelectMany(area => (string?[])[programme, null], (area, of) => Id(of, area, ""))
            .SelectMany(start => db.GetCollection(Rows.Wishes).Query().Where("_id between @0 and @1", start + (after is null ? "" : after + JustBehind), start + Last).OrderBy("_id").Limit(most).ToList())
            .Select(d => d["chat"].AsString).Distinct().Order(StringComparer.Ordinal).Take(most).ToList();
        return new([.. chats.Select(Wisher).OfType<Wisher>()], chats.Count == most ? chats[^1] : null);
    }

    // Null: who blocked the bot is not written to, and what does not open is for the staff.
    private Wisher? Wisher(string chat) =>
        Reads.Find(db, Rows.Chats, chat) is { } doc && Rows.Try(() => rows.Chat(doc, Reads.Nobody)) is { IsErased: false, IsReachable: true } c ? new(c.Chat, c.Language) : null;

    private static string Id(string? programme, Area area, string chat) => $"{programme}|{area.Code}|{chat}";
}
