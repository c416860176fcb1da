namespace BansosBot.Domain.Documents;

/// <summary>
/// Why what was sent for a document is not kept. Each says how to send a photo that can be. None carries anything of
/// the file itself: a file's name is often a person's.
/// </summary>
public abstract record PhotoRefusal : Refusal
{
    private PhotoRefusal() { }

    public override Say Sentence => new($"Refusal.{GetType().Name}");

    /// <summary>HEIC or HEIF, what an iPhone keeps; sent "as a file" it arrives so, sent as a photo it is a
    /// JPEG.</summary>
    public sealed record PhotoIsHeic : PhotoRefusal;

    /// <summary>A PDF, often a scan: its pages would have to be drawn by a parser we do not want to own.</summary>
    public sealed record PhotoIsPdf : PhotoRefusal;

    /// <summary>A GIF, or a WebP of more than one frame (stickers): nobody can say which frame is the document.</summary>
    public sealed record PhotoMoves : PhotoRefusal;

    public sealed record PhotoIsVideo : PhotoRefusal;

    /// <summary>A Word or Excel file, a ZIP, RAR or 7z; they are told apart by nobody who only wants to send a
    /// photo.</summary>
    public sealed record PhotoIsOfficeFile : PhotoRefusal;

    /// <summary>A picture of a kind that is not read: TIFF, BMP, AVIF, JPEG XL, a camera's raw file.</summary>
    public sealed record PhotoOfOtherKind : PhotoRefusal;

    /// <summary>Nothing that is known: a voice note, an application, text.</summary>
    public sealed record PhotoIsNoPhoto : PhotoRefusal;

    /// <param name="MegabytesMax">The limit, in units of 1,000,000 bytes, which is how telephones count.</param>
    public sealed record PhotoTooManyBytes(int MegabytesMax) : PhotoRefusal
    {
        public override Say Sentence => new("Refusal.PhotoTooManyBytes", ("batasMegabita", MegabytesMax));
    }

    /// <summary>Its header announces more pixels than are decoded; a few bytes can announce a billion.</summary>
    public sealed record PhotoTooManyPixels : PhotoRefusal;

    /// <summary>No printed line of a card can be read at this size.</summary>
    public sealed record PhotoTooSmall : PhotoRefusal;

    /// <summary>A strip: a long screenshot, a panorama. At the size that is kept it would be too narrow to
    /// read.</summary>
    public sealed record PhotoTooLong : PhotoRefusal;

    /// <summary>The file ends before the picture does, or is empty: the sending was cut off.</summary>
    public sealed record PhotoCutOff : PhotoRefusal;

    /// <summary>It begins like a photo and cannot be decoded.</summary>
    public sealed record PhotoDamaged : PhotoRefusal;
}
