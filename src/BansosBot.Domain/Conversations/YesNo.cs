using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>Yes and no as people write them: <c>domain.md</c> section 8.</summary>
public static class YesNo
{
    public static readonly ImmutableArray<string> YesWords = ["ya", "iya", "y", "yaa", "iyaa", "betul", "benar", "bener", "ok", "oke", "sip", "boleh", "setuju", "yes", "enya", "muhun", "nggih", "inggih"];

    public static readonly ImmutableArray<string> NoWords = ["tidak", "tdk", "enggak", "engga", "nggak", "ngga", "gak", "ga", "g", "gk", "kaga", "ndak", "bukan", "salah", "no", "henteu", "teu", "ore", "mboten"];

    /// <summary>True for yes, false for no, null for neither.</summary>
    public static bool? Of(string typed)
    {
        var plain = Everywhere.Plain(typed);
        return YesWords.Contains(plain) ? true : NoWords.Contains(plain) ? false : null;
    }
}
