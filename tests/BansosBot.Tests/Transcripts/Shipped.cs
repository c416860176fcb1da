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

    public static ShippedProgramme Programme => Read.Mistakes.IsEmpty ? Read.Programmes[0]
        : throw new InvalidOperationException(string.Join('\n', Read.Mistakes));

    public static Wording Words { get; } = new(TextBook.Shipped(Programme.Texts), OfficeTime.Wib);

    public static Talk Talk { get; } = Reception.Open(new OfficeSettings(), Programme.Programme, Programme.Flow, hasTelegram: true);

    /// <summary>The same on a channel whose devices are shared, as the web page is.</summary>
    public static Talk TalkOnSharedPhone { get; } = Reception.Open(new OfficeSettings(), Programme.Programme, Programme.Flow, hasTelegram: true, Hall.ChannelName);

    /// <summary>The same beside a page whose devices are shared.</summary>
    public static Talk TalkBesideAPage { get; } = Reception.Open(new OfficeSettings(), Programme.Programme, Programme.Flow, hasTelegram: true, Hall.PageName);
}
