using BansosBot.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BansosBot.Channels.WebChat;

/// <summary>Words with what is bold in them. In code, since a blank more or less in markup would be seen.</summary>
public sealed class WordsView : ComponentBase
{
    [Parameter, EditorRequired]
    public required Worded Of { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var at = 0;
        foreach (var bold in Of.Bold)
        {
            builder.AddContent(0, Of.Text[at..bold.Start]);
            builder.OpenElement(1, "strong");
            if (!Of.Text.AsSpan(bold.Start, bold.Length).ContainsAny(" \n")) builder.AddAttribute(2, "class", "whole");      // a code is read as one
            builder.AddContent(3, Of.Text[bold.Start..bold.End]);
            builder.CloseElement();
            at = bold.End;
        }

        builder.AddContent(4, Of.Text[at..]);
    }
}
