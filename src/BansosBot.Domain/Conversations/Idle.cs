using System.Collections.Immutable;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Understanding;

namespace BansosBot.Domain.Conversations;

/// <summary>Nothing is open: the menu, and what people write of themselves.</summary>
internal static class Idle
{
    // Folded hands, thumbs, hearts; two of UTF-16 each.
    private static readonly ImmutableArray<string> Thanks = ["\U0001F64F", "\U0001F44D", "\U0001F44C", "\u2764", "\U0001F60A"];

    /// <summary>The menu, with the draft that can be gone on with on top; at an officer's desk, what there is to do there.</summary>
    public static void ShowMenu(Scene scene)
    {
        if (scene.ActsAs is { } officer)
        {
            DeskErrand.Show(scene, officer);
            return;
        }

        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        foreach (var errand in scene.Talk.Errands)
        {
            if (errand.MenuLabel(scene.Now) is { } label) rows.Add([new(Everywhere.Go + errand.Name, label)]);
        }

        rows.Add([new(Everywhere.Officer, new Say("Menu.Button.Officer"))]);
        scene.Ask([scene.IsNew || IsPageEmpty(scene) ? new Say("Menu.Greeting", ("dinas", scene.Talk.Office.Name)) : new Say("Menu.WhatDoYouNeed")], rows.ToImmutable());
    }

    // A page that has come to show nothing of before, while nobody was there, begins as a new one does.
    private static bool IsPageEmpty(Scene scene) => scene.Message is Incoming.Due && scene.ForgetsTranscriptSince == default(DateTimeOffset);

    public static void Help(Scene scene)
    {
        scene.Note(new Say("Menu.Help", ("dinas", scene.Talk.Office.Name)));
        ShowMenu(scene);
    }

    public static void Hears(Scene scene, Heard heard)
    {
        if (heard is Heard.Text(var typed) && Wanted.Hears(scene, typed)) return;
        if (heard is Heard.Text(var signs) && !signs.Any(char.IsLetterOrDigit))
        {
            if (Thanks.Any(t => signs.Contains(t, StringComparison.Ordinal))) Wanted.Do(scene, Intent.Thanks, Mentions.None);
            else
            {
                scene.Note(new Say("Odd.OnlySigns"));
                ShowMenu(scene);
            }

            return;
        }

        if (heard is Heard.Picture) scene.Note(new Say("Odd.PictureInMenu"));
        else if (heard is Heard.Text) scene.Note(new Say("Menu.NotUnderstood"));
        ShowMenu(scene);
    }
}
