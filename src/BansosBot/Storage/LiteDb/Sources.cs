using BansosBot.Domain.Conversations;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Rows of the store that messages come from, a due, a work order: each is taken once, by the commit of its effect.</summary>
internal sealed class Sources(ILiteDatabase db, Group group)
{
    public bool Stand(Incoming message, string chat, DateTimeOffset at)
    {
        switch (message)
        {
            case Incoming.Due due:
                return Reads.Find(db, Rows.Dues, Rows.DueId(chat, due.Kind, due.About)) is { } row && row["at"].AsInt64 <= at.UtcTicks;
            case Incoming.FileKept kept:
                if (Reads.Find(db, Rows.Work, kept.Work) is not null) return true;
                group.FilesGone.Add(kept.Document);
                return false;
            case Incoming.FileDelayed delayed:
                return Reads.Find(db, Rows.Work, delayed.Work) is not null;
            case Incoming.FileRefused refused:
                return Reads.Find(db, Rows.Work, refused.Work) is not null;
            case Incoming.ProposalsDrawn drawn:
                if (Reads.Find(db, Rows.Work, drawn.Work) is not null) return true;
                group.FilesGone.Add(drawn.Document);
                return false;
            case Incoming.RecapDrawn recap:
                if (Reads.Find(db, Rows.Work, recap.Work) is not null) return true;
                group.FilesGone.AddRange([recap.Image, recap.Sheet]);
                return false;
            case Incoming.NotDrawn notDrawn:
                return Reads.Find(db, Rows.Work, notDrawn.Work) is not null;
            default:
                return true;
        }
    }

    public void Consume(Incoming message, string chat)
    {
        switch (message)
        {
            case Incoming.Due due:
                db.GetCollection(Rows.Dues).Delete(Rows.DueId(chat, due.Kind, due.About));
                break;
            case Incoming.FileKept kept:
                db.GetCollection(Rows.Work).Delete(kept.Work);
                break;
            case Incoming.FileRefused refused:
                db.GetCollection(Rows.Work).Delete(refused.Work);
                break;
            case Incoming.ProposalsDrawn drawn:
                db.GetCollection(Rows.Work).Delete(drawn.Work);
                break;
            case Incoming.RecapDrawn recap:
                db.GetCollection(Rows.Work).Delete(recap.Work);
                break;
            case Incoming.NotDrawn notDrawn:
                db.GetCollection(Rows.Work).Delete(notDrawn.Work);
                break;
        }
    }
}
