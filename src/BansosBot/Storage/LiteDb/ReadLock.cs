namespace BansosBot.Storage.LiteDb;

/// <summary>Reads side by side, and none while the log is taken in.</summary>
internal static class ReadLock
{
    public static T Read<T>(this ReaderWriterLockSlim readers, Func<T> read)
    {
        readers.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            readers.ExitReadLock();
        }
    }
}
