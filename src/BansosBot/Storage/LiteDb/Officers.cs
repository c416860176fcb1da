using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Who works here, and the invitations that are out.</summary>
internal sealed class Officers(ILiteDatabase db, Rows rows)
{
    /// <summary>Also one who left; null: there is none, or it does not open.</summary>
    public Officer? Find(string id) => Reads.Find(db, Rows.Officers, id) is { } doc ? TryOpen(doc) : null;

    /// <summary>In the order in which they came; a city's office has some dozens.</summary>
    public IEnumerable<Officer> All() => db.GetCollection(Rows.Officers).FindAll().ToList().OrderBy(d => d["since"].AsInt64).Select(TryOpen).OfType<Officer>();

    /// <summary>Whether what was decided rests on what is so now.</summary>
    public bool Hold(Write write) => write switch
    {
        Write.PutOfficer(var officer) => IsAt(officer),
        Write.RestOn(var officer) => IsAt(officer),
        Write.UseInvitation(var code) => Reads.Find(db, Rows.Invitations, rows.Of(code)) is not null,
        _ => true,
    };

    private bool IsAt(Officer officer) => (Reads.Find(db, Rows.Officers, officer.Id)?["rev"].AsInt64 ?? 0) == officer.Revision;

    public void Take(Write write, KeyFolder keys, DateTimeOffset now)
    {
        switch (write)
        {
            case Write.PutOfficer(var officer):
                Put(officer, keys);
                break;
            case Write.Invite(var code, var invitation):
                Put(code, invitation, now);
                break;
            case Write.UseInvitation(var code):
                db.GetCollection(Rows.Invitations).Delete(rows.Of(code));
                break;
        }
    }

    private void Put(Officer officer, KeyFolder keys)
    {
        var slot = officer.KeySlot == 0 ? keys.Subjects.New().Number : officer.KeySlot;
        db.GetCollection(Rows.Officers).Upsert(new BsonDocument
        {
            ["_id"] = officer.Id,
            ["rev"] = officer.Revision + 1,
            ["slot"] = slot,
            ["since"] = officer.Since.UtcTicks,
            ["b"] = rows.Encrypt(officer with { Revision = 0, KeySlot = 0 }, StoredJson.Officer, slot, Rows.Officers, officer.Id),
        });
    }

    /// <summary>Null: it is used up, or never was.</summary>
    public Invitation? Find(LinkCode code) => Reads.Find(db, Rows.Invitations, rows.Of(code)) is { } doc ? Rows.Try(() => rows.Decrypt(doc, StoredJson.Invitation, Rows.Invitations)) : null;

    // Those that are too old go with the next one.
    private void Put(LinkCode code, Invitation invitation, DateTimeOffset now)
    {
        var invitations = db.GetCollection(Rows.Invitations);
        foreach (var old in Reads.Where(db, Rows.Invitations, "until <= @0", now.UtcTicks)) invitations.Delete(old["_id"]);
        var id = rows.Of(code);
        invitations.Insert(new BsonDocument
        {
            ["_id"] = id,
            ["slot"] = KeySlot.Office.Number,
            ["until"] = invitation.Until.UtcTicks,
            ["b"] = rows.Encrypt(invitation, StoredJson.Invitation, KeySlot.Office.Number, Rows.Invitations, id),
        });
    }

    private Officer? TryOpen(BsonDocument doc) =>
        Rows.Try(() => rows.Decrypt(doc, StoredJson.Officer, Rows.Officers) with { Revision = doc["rev"].AsInt64, KeySlot = doc["slot"].AsInt32 });
}
