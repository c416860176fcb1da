namespace BansosBot.Domain.Registry.Lists;

/// <summary>Notices a column of long numbers that went through a spreadsheet as quantities: the 16th digit of all is then 0. Of numbers that did not,
/// about one in ten ends so.</summary>
internal sealed class RoundedColumn
{
    // Two of three in a list of three are chance.
    private const int ZerosMin = 3;

    // Above one in five.
    private const int ShareMost = 5;

    private int numbers, zeros;

    public void Saw(RawCell cell)
    {
        var digits = cell.Kind is CellKind.Text or CellKind.Number ? cell.AsText.Where(char.IsAsciiDigit).ToArray() : [];
        if (digits.Length != 16) return;
        numbers++;
        if (digits[^1] == '0') zeros++;
    }

    public bool IsRounded => zeros >= ZerosMin && zeros * ShareMost > numbers;
}
