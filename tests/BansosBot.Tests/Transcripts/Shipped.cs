using System.Collections.Immutable;
using BansosBot.Configuration;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using BansosBot.Programmes;
using BansosBot.Texts;

namespace BansosBot.Tests.Transcripts;

/// <summary>What is shipped: programme, words, conversation.</summary>
internal static class Shipped
{
    private static readonly ProgrammesRead Read = ProgrammeFiles.Read();

    /// <summary>The orphan assistance.</summary>
    public static ShippedProgramme Programme => Programmes.Single(p => p.Programme.Name == "yapi");

    /// <summary>The questions of the orphan assistance.</summary>
    public static Flow Flow => Programme.Flow!;

    public static ImmutableArray<ShippedProgramme> Programmes => Read.Mistakes.IsEmpty ? Read.Programmes
        : throw new InvalidOperationException(string.Join('\n', Read.Mistakes));

    /// <summary>The interview for all of them.</summary>
    public static Flow Interview => Read.Interview!;

    /// <summary>Of the programmes, and of the questions that they share.</summary>
    public static IEnumerable<TextEntry> Texts => Read.Texts;

    public static Wording Words { get; } = new(TextBook.Shipped(Texts), OfficeTime.Wib);

    public static Talk Talk { get; } = Reception.Open(new OfficeSettings(), Read.All, Read.Forms, Interview, Words.Label, hasTelegram: true);

    /// <summary>The same, with an office that told where it is.</summary>
    public static Talk TalkOf(OfficeSettings office) => Reception.Open(office, Read.All, Read.Forms, Interview, Words.Label, hasTelegram: true);

    /// <summary>The same on a channel whose devices are shared, as the web page is.</summary>
    public static Talk TalkOnSharedPhone { get; } = Reception.Open(new OfficeSettings(), Read.All, Read.Forms, Interview, Words.Label, hasTelegram: true, Hall.ChannelName);

    /// <summary>The same beside a page whose devices are shared.</summary>
    public static Talk TalkBesideAPage { get; } = Reception.Open(new OfficeSettings(), Read.All, Read.Forms, Interview, Words.Label, hasTelegram: true, Hall.PageName);

    /// <summary>The same beside the web page.</summary>
    public static Talk TalkBesideThePage { get; } = Reception.Open(new OfficeSettings(), Read.All, Read.Forms, Interview, Words.Label, hasTelegram: true, BansosBot.Channels.WebChat.WebChatDoor.ChannelName);
}
