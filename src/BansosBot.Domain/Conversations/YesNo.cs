using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>Yes and no as people write them, whatever language the chat is held in: <c>domain.md</c> section 8.</summary>
public static class YesNo
{
    public static readonly ImmutableArray<string> YesWords = ["ya", "iya", "y", "yaa", "iyaa", "betul", "benar", "bener", "ok", "oke", "sip", "boleh", "setuju", "yes", "yeah", "yep", "yup", "sure", "right", "correct", "true", "that is right", "that s right", "thats right", "that is correct", "that s correct", "i agree", "yes i agree", "enya", "muhun", "nggih", "inggih"];

    public static readonly ImmutableArray<string> NoWords = ["tidak", "tdk", "enggak", "engga", "nggak", "ngga", "gak", "ga", "g", "gk", "kaga", "ndak", "bukan", "salah", "no", "nope", "wrong", "incorrect", "that is wrong", "that s wrong", "thats wrong", "not right", "henteu", "teu", "ore", "mboten"];

    /// <summary>True for yes, false for no, null for neither.</summary>
    public static bool? Of(string typed)
    {
        var plain = Everywhere.Plain(typed);
        return YesWords.Contains(plain) ? true : NoWords.Contains(plain) ? false : null;
    }
}
