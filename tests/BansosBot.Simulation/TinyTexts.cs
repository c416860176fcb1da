using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Simulation;

/// <summary>The shipped texts, and those of <see cref="TinyErrand"/>.</summary>
internal static class TinyTexts
{
    private static readonly (string Key, string Text)[] Own =
    [
        ("Tiny.First.Ask", "Kata pertama?"), ("Tiny.Child.Ask", "Sesudah {kata}: NIK anak?"), ("Tiny.Last.Ask", "Sesudah {kata}: kata terakhir?"),
        ("Tiny.NotANik", "Itu bukan NIK."), ("Tiny.Filed", "Tercatat {nomor} untuk {kata}, catatan {catatan}."), ("Tiny.FiledDouble", "Tercatat {nomor} untuk {kata}, catatan {catatan}; mungkin ganda."),
    ];

    // Texts that a conversation says and that this program may not have yet.
    private static readonly string[] Elsewhere =
    [
        "Menu.WhatDoYouNeed", "Menu.NotUnderstood", "Menu.Button.Officer", "Anywhere.OurMistake", "Anywhere.OldButton", "Anywhere.NotUnderstood", "Anywhere.Button.Back",
        "Anywhere.Button.Help", "Anywhere.Button.Menu", "Anywhere.Button.Officer", "Anywhere.Button.Cancel", "Group.OnlyPrivate", "Odd.PictureNotAsked", "Odd.Sticker", "Odd.Edited", "Tiny.First.Again",
        "Tiny.Child.Again", "Tiny.Last.Again",
    ];

    public static Wording Wording()
    {
        var shipped = TextBook.Shipped().Keys.ToHashSet();
        var more = Own.Concat(Elsewhere.Where(key => !shipped.Contains(key)).Select(key => (key, key.Replace('.', ' '))));
        return new(TextBook.Shipped(more.Select((t, i) => new TextEntry(Language.Indonesian, t.Item1, t.Item2, $"TinyTexts:{i}"))), OfficeTime.Wib);
    }
}
