using System.Collections.Immutable;
using BansosBot.Domain;

namespace BansosBot.Channels.WebChat;

/// <summary>Everything that stands on the page.</summary>
public sealed record ChatView
{
    /// <summary>Words of a label.</summary>
    public required Func<Say, Worded> Word { get; init; }

    public required string Office { get; init; }

    /// <summary>A conversation is open in this browser.</summary>
    public required bool IsOpen { get; init; }

    public bool TakesPhotos { get; init; } = true;

    /// <summary>After this time the page is loaded anew, for then the conversation is closed; null: it needs not.</summary>
    public TimeSpan? CloseAfter { get; init; }

    public bool IsDemo { get; init; }

    /// <summary>Said above all else; null: nothing.</summary>
    public Worded? Notice { get; init; }

    public ImmutableArray<BubbleView> Bubbles { get; init; } = [];

    /// <summary>Rows of buttons of the question that is open.</summary>
    public ImmutableArray<ImmutableArray<ChoiceView>> Choices { get; init; } = [];

    /// <summary>Language of the conversation, as <c>lang</c> has it.</summary>
    public string Lang { get; init; } = "id";

    public required string Token { get; init; }

    public required string FormId { get; init; }

    /// <summary>What the person typed and we could not take.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Payload of the address the person came by: of a poster, say.</summary>
    public string Start { get; init; } = "";

    public string Label(string key) => Word(new Say(key)).Text;
}

/// <param name="IsNewest">The first of those that answer the person's last message.</param>
/// <param name="File">Address and name of the file that goes with it.</param>
public sealed record BubbleView(bool IsOwn, string Lang, Worded Words, (string Address, string Name)? File, bool IsNewest);

/// <param name="Value">What the form sends.</param>
/// <param name="Link">Opens this address instead.</param>
public sealed record ChoiceView(string Label, string Value, string? Link);
