using BansosBot.Domain.Conversations;

namespace BansosBot.Storage;

/// <summary>How much room the data's disk has left. Below the limit photos are refused, below a fifth of it whatever is new: in words, before the disk is full and the process must stop.</summary>
/// <param name="folder">Of the data; it need not be there yet.</param>
/// <param name="megabytesMin">In units of 1,000,000 bytes; 0: never refuses.</param>
/// <param name="freeBytes">Reads the bytes free at a folder; null: <see cref="BytesAt"/>.</param>
public sealed partial class FreeSpace(string folder, int megabytesMin, TimeProvider clock, ILogger<FreeSpace> log, Func<string, long>? freeBytes = null)
{
    private const int NothingNewBelow = 5;          // a fifth of the limit
    private const long Megabyte = 1_000_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private long? looked;           // a timestamp and not the wall's time: set back, that would stand still
    private Room room;

    /// <summary>As of ten seconds ago at most.</summary>
    public Room Room
    {
        get
        {
            if (megabytesMin == 0) return Room.Plenty;
            lock (gate)
            {
                if (looked is { } at && clock.GetElapsedTime(at) < LookEvery) return room;
                looked = clock.GetTimestamp();
                var free = (freeBytes ?? BytesAt)(folder);
                var now = free < megabytesMin * Megabyte / NothingNewBelow ? Room.NothingNew : free < megabytesMin * Megabyte ? Room.NoFiles : Room.Plenty;
                if (now != room) Tell(now, free / Megabyte);
                return room = now;
            }
        }
    }

    /// <summary>Bytes free on the disk of a folder that need not be there yet.</summary>
    public static long BytesAt(string folder)
    {
        var there = Path.GetFullPath(folder);
        while (!Directory.Exists(there)) there = Path.GetDirectoryName(there)!;
        return new DriveInfo(there).AvailableFreeSpace;
    }

    private void Tell(Room now, long freeMegabytes)
    {
        if (now == Room.Plenty) LogRoomAgain(freeMegabytes);
        else if (now == Room.NoFiles) LogNoFiles(freeMegabytes);
        else LogNothingNew(freeMegabytes);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Free} MB are free for the data again; everything is taken.")]
    private partial void LogRoomAgain(long free);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Only {Free} MB are free for the data: photos are refused. Make room; Storage:FreeMegabytesMin is the limit.")]
    private partial void LogNoFiles(long free);

    [LoggerMessage(Level = LogLevel.Error, Message = "Only {Free} MB are free for the data: photos and new conversations are refused. Make room now.")]
    private partial void LogNothingNew(long free);
}
