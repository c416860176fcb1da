namespace BansosBot.Domain.Conversations;

/// <summary>Words for what only this bot has, and no office: going on here or at Telegram, its receipt code, its way to look into a list.</summary>
internal static class OwnWords
{
    /// <summary>What they open; null: none of them.</summary>
    public static string? Of(string typed)
    {
        var words = Everywhere.Plain(typed).Split(' ');
        bool Any(params ReadOnlySpan<string> some)
        {
            foreach (var word in words)
                if (some.Contains(word)) return true;
            return false;
        }

        var goesOn = Any("lanjut", "lanjutkan", "lanjutin", "teruskan", "terusin", "continue", "resume") || string.Join(' ', words).Contains("go on", StringComparison.Ordinal);
        return (Any("kode") && Any("tanda", "terima", "pengajuan", "status")) || (Any("code") && Any("receipt", "application", "status")) ? Everywhere.Go + "status:code"
            : (Any("nama", "namaku", "namanya") && Any("daftar", "daftarnya", "terdaftar", "list")) || (Any("name") && Any("list")) ? $"{Everywhere.Go}lookup:{Applications.LookUpErrand.List}"
            : Any("telegram") && (goesOn || Any("pindah", "sambung")) ? Everywhere.Go + "telegram"
            : goesOn && words.Length <= 3 ? Everywhere.Go + "apply"
            : null;
    }
}
