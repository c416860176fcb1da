using BansosBot.Simulation;

namespace BansosBot.Tests.Transcripts;

/// <summary>Invented photos of documents.</summary>
internal static class Pictures
{
    public static readonly byte[] Readable = InventedPhoto.Draw(1280, 960);

    public static readonly byte[] TooSmall = InventedPhoto.Draw(240, 180);
}
