namespace BansosBot.Storage.Keys;

/// <summary>What may be found by a keyed hash, and nothing else. Each has a key of its own, so that no two columns can be joined.</summary>
/// <remarks>The names stand in <c>hashes.key</c>: never rename one, add new ones freely.</remarks>
public enum Hashed
{
    Nik,
    Kk,
    Phone,
    ReceiptCode,
    Chat,
    NameYear,
    NameKelurahan,
    Token,

    /// <summary>NIK, end of the KK number and kelurahan together: what a look-up proves is found or not, and no part of it by itself.</summary>
    LookUp,

    /// <summary>End of the KK number and kelurahan, without the NIK: for counting what is guessed of it.</summary>
    Household,

    /// <summary>All that a row of a list says: whether the next list says the same.</summary>
    ListRow,

    /// <summary>Name key and birth date of a row of a list: whether somebody comes back under another NIK.</summary>
    NameBirth,
}
