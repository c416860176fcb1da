namespace BansosBot.Storage;

/// <summary>Another process has the file open. Expected when a verb is run beside the bot.</summary>
/// <remarks>The message is one line for the operator.</remarks>
public sealed class StoreBusyException(string path, Exception? inner = null) : Exception(
    $"'{path}' is open in another process, probably the running bot. Stop that one first, or give this one another folder, e.g. --Storage:Path=data2 --Keys:Path=keys2.",
    inner);

/// <summary>What is on the disk, or the disk itself, cannot be relied on. The process stops; nothing more is acknowledged.</summary>
/// <remarks>The message is one line for the operator: what is wrong and the cure.</remarks>
public sealed class StoreBrokenException(string message, Exception? inner = null) : Exception(message, inner);
