using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace BansosBot.Storage.Keys;

/// <summary>The slots that were erased, appended for ever: a key file put back from a backup is erased anew by it.</summary>
/// <remarks>A line of 16 bytes each, "0000000017 a1b2": the slot and a check. 16 divides a disk's sector, so that a power cut leaves whole lines.</remarks>
internal sealed class ErasedList
{
    public const string FileName = "erased.log";
    private const int LineBytes = 16, DigitCount = 10;
    private readonly BlockFile file;
    private long end;

    /// <exception cref="KeyFolderException">A line in the middle is damaged.</exception>
    public ErasedList(BlockFile file)
    {
        this.file = file;
        var bytes = new byte[file.Length];
        file.Read(0, bytes);
        var damaged = false;
        for (end = 0; end + LineBytes <= bytes.Length; end += LineBytes)
        {
            if (SlotIn(bytes.AsSpan((int)end, LineBytes)) is not { } slot)
            {
                damaged = true;
                break;
            }

            Slots.Add(slot);
        }

        for (var later = end + LineBytes; damaged && later + LineBytes <= bytes.Length; later += LineBytes)
        {
            if (SlotIn(bytes.AsSpan((int)later, LineBytes)) is not null)
                throw new KeyFolderException($"'{file.Name}' is damaged in line {(end / LineBytes) + 1}. Put it back from the newest backup of the keys; it must never lose a line.");
        }
    }

    /// <summary>Slot numbers, each erased or to be erased.</summary>
    public HashSet<int> Slots { get; } = [];

    /// <summary>Adds them; durable when it returns, with one flush for all of them.</summary>
    public void Add(IEnumerable<int> slots)
    {
        byte[] lines = [.. slots.Where(Slots.Add).SelectMany(Line)];
        if (lines.Length == 0) return;
        file.Write(end, lines);
        file.Sync();
        end += lines.Length;
    }

    private static byte[] Line(int slot)
    {
        var digits = slot.ToString("D10", CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"{digits} {Check(slot):x4}\n");
    }

    private static int? SlotIn(ReadOnlySpan<byte> line) =>
        Utf8Parser.TryParse(line[..DigitCount], out int slot, out var used) && used == DigitCount && slot > 0 && line.SequenceEqual(Line(slot)) ? slot : null;

    private static uint Check(int slot) => System.Numerics.BitOperations.Crc32C(0xFFFF, (uint)slot) & 0xFFFF;
}
