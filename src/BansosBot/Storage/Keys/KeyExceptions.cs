namespace BansosBot.Storage.Keys;

/// <summary>The key folder cannot be used. The message is one line for the operator: what is wrong, what is expected, a cure.</summary>
public sealed class KeyFolderException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Stored bytes do not decrypt: changed, moved to another field or document, or encrypted with other keys.</summary>
/// <remarks>Names the place, never a value.</remarks>
public sealed class CannotDecryptException(string collection, string field, string why)
    : Exception($"Field '{field}' of a document in '{collection}' does not decrypt: {why}.");

/// <summary>The person's key was erased on purpose; what it encrypted is gone for good.</summary>
public sealed class ErasedException(KeySlot slot) : Exception($"The key in slot {slot.Number} was erased; what it encrypted is gone.");
