using System.Buffers.Binary;
using LiteDB;
using LiteDB.Engine;

namespace BansosBot.Storage.LiteDb;

/// <summary>One LiteDB database whose <see cref="Commit"/> means: it is on the disk.</summary>
/// <remarks>
/// Two files: the data, and our own log beside it (<see cref="PageLog"/>); LiteDB's own <c>-log.db</c> is never there. Both
/// belong together; after a clean end of the store, which makes a checkpoint, the data file alone is whole. One thread writes (<see cref="Begin"/> to
/// <see cref="Commit"/>), any thread reads, shortly. Ids are compared by their bytes, instants come back as UTC.
/// </remarks>
public sealed class LiteDbFile : IDisposable
{
    private const int CreatedAtOffset = 68;         // HeaderPage.P_CREATION_TIME of LiteDB 5.0.20, 8 bytes; pinned by a test
    private readonly BlockFile data, logFile;
    private readonly PageLog log;
    private readonly WriterQueue queue;

    private LiteDbFile(BlockFile data, BlockFile logFile, Func<ILiteEngine, ILiteEngine> seen)
    {
        (this.data, this.logFile) = (data, logFile);
        log = new PageLog(logFile);
        log.Load();
        CheckTheyBelongTogether();

        LiteEngine? engine = null;
        try
        {
            engine = new LiteEngine(new EngineSettings
            {
                DataStream = new DataStream(data, log),
                LogStream = new LogStream(log),
                Collation = Collation.Binary,       // default: the machine's culture, ignoring case, also in ids
            });
            if (log.Owner != CreatedAt()) log.Begin(CreatedAt());
            queue = new WriterQueue(engine);
            Db = new LiteDatabase(seen(engine), new BsonMapper { EmptyStringToNull = false, TrimWhitespace = false });
            Db.UtcDate = true;                      // kept in the file; cannot be set inside a transaction
            queue.Drain();
            Checkpoint();                           // what a crash left is replayed once, and no transaction id is used twice
        }
        catch (Exception e)     // LiteDB throws anything over a broken disk: all of it means that nothing can be relied on
        {
            engine?.Dispose();
            throw Broken("cannot be opened", e);
        }
    }

    /// <summary>The database. Parameters only in queries (<c>"chat = @0"</c>); <c>ToList</c> at once; write on the writer thread.</summary>
    public LiteDatabase Db { get; }

    /// <summary>Bytes that wait for the next checkpoint.</summary>
    public long LogSize => log.Length;

    /// <summary>Flushes to the disk since it was opened, of both files.</summary>
    public long Flushes => data.Syncs + logFile.Syncs;

    /// <summary>Opens or creates <paramref name="path"/> (say <c>data/bansosbot.db</c>) and its log, <c>data/bansosbot.log</c>.</summary>
    /// <exception cref="StoreBusyException">Another process has it.</exception>
    /// <exception cref="StoreBrokenException">Not a database of ours, not its log, or damaged.</exception>
    public static LiteDbFile Open(string path)
    {
        try
        {
            FolderEntries.Create(Path.GetDirectoryName(Path.GetFullPath(path))!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreBrokenException($"The folder of '{path}' cannot be made: {e.Message} Name one that this user may write, e.g. --Storage:Path=/srv/bansosbot/data.", e);
        }

        var dataFile = DiskFile.Open(path);
        try
        {
            return Open(dataFile, DiskFile.Open(Path.ChangeExtension(path, ".log")));
        }
        catch       // whatever it is goes on up; the files are let go first
        {
            dataFile.Dispose();
            throw;
        }
    }

    /// <summary>Opens it over these two files, which belong to it from now on, also when it throws.</summary>
    public static LiteDbFile Open(BlockFile data, BlockFile log) => Open(data, log, engine => engine);

    /// <param name="seen">What stands between database and engine: a test that counts what is asked of it.</param>
    internal static LiteDbFile Open(BlockFile data, BlockFile log, Func<ILiteEngine, ILiteEngine> seen)
    {
        try
        {
            return new LiteDbFile(data, log, seen);
        }
        catch       // whatever it is goes on up; the files are let go first
        {
            data.Dispose();
            log.Dispose();
            throw;
        }
    }

    /// <summary>Begins the one transaction of the writer thread.</summary>
    public void Begin()
    {
        if (!Db.BeginTrans()) throw new StoreBrokenException("A transaction was begun inside another one. This is a mistake in the program; start again.");
    }

    /// <summary>Returns when the transaction is on the disk. Only now may anything be acknowledged.</summary>
    /// <exception cref="StoreBrokenException">It may or may not be there; the process must stop. Also when there is no transaction
    /// any more: a statement that throws ends it, and what came after was committed piece by piece.</exception>
    public void Commit()
    {
        bool committed;
        try
        {
            committed = Db.Commit();
        }
        catch (Exception e)     // LiteDB throws anything over a broken disk: all of it means that nothing can be relied on
        {
            throw Broken("did not commit", e);      // LiteDB keeps the locks then (its issue 2848): nothing can go on
        }

        if (!committed) throw new StoreBrokenException($"'{data.Name}': the transaction had ended before its commit. This is a mistake in the program; start again.");
        queue.Drain();
        log.Sync();
    }

    /// <summary>Gives the transaction up. Harmless when a statement that threw has ended it already.</summary>
    public void Rollback()
    {
        try
        {
            Db.Rollback();
        }
        catch (Exception e)     // LiteDB throws anything over a broken disk: all of it means that nothing can be relied on
        {
            throw Broken("did not roll back", e);
        }
    }

    /// <summary>Moves the log into the data file and empties it. Waits for readers, up to LiteDB's timeout of a minute.</summary>
    /// <returns>False: readers did not let it in. Nothing is lost, the log only grows.</returns>
    public bool Checkpoint()
    {
        try
        {
            Db.Checkpoint();
            return true;
        }
        catch (LiteException e) when (e.ErrorCode == LiteException.LOCK_TIMEOUT)
        {
            return false;
        }
        catch (Exception e)     // LiteDB throws anything over a broken disk: all of it means that nothing can be relied on
        {
            throw Broken("could not take its log in", e);
        }
    }

    /// <summary>Writes a whole database without a log into <paramref name="to"/>. On the writer thread, between transactions.</summary>
    /// <remarks>The only way to a live copy: the file is locked, and copying data and log while they are written tears them.</remarks>
    /// <returns>False: readers did not let the checkpoint in; nothing was written.</returns>
    public bool CopyTo(Stream to)
    {
        if (!Checkpoint() || LogSize > 0) return false;
        var buffer = new byte[128 * 1024];
        for (var at = 0L; data.Read(at, buffer) is var got and > 0; at += got) to.Write(buffer, 0, got);
        return true;
    }

    public void Dispose()
    {
        try
        {
            Db.Dispose();
        }
        finally
        {
            data.Dispose();         // the engine does not dispose streams it was given
            logFile.Dispose();
        }
    }

    private long CreatedAt()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        data.Read(CreatedAtOffset, bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    // A log of another database would be replayed into this one without any check (LiteDB issue 2785).
    private void CheckTheyBelongTogether()
    {
        if (log.Owner is null && data.Length <= PageLog.PageBytes)
            data.SetLength(0);          // creation was cut short, or this is the first start: nothing was ever acknowledged
        if (log.Length == 0 || (data.Length > 0 && log.Owner == CreatedAt())) return;
        throw new StoreBrokenException(
            $"'{logFile.Name}' is not the log of '{data.Name}'. Put back the two that belong together; for a backup, which has no log, delete '{logFile.Name}'.");
    }

    private StoreBrokenException Broken(string what, Exception e) =>
        e as StoreBrokenException ?? new StoreBrokenException($"'{data.Name}' {what}: {e.Message.ReplaceLineEndings(" ")} Look at the disk, then start again; if that fails, restore a backup.", e);
}
