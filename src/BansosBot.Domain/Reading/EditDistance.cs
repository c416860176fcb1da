namespace BansosBot.Domain.Reading;

/// <summary>How many slips of the finger lie between two words.</summary>
public static class EditDistance
{
    /// <summary>The slips between them, or null when there are more than <paramref name="most"/>.</summary>
    public static int? Within(int most, string a, string b) =>
        Math.Abs(a.Length - b.Length) <= most && Between(a, b) is var slips && slips <= most ? slips : null;

    /// <summary>
    /// A letter more, less, other, or two neighbours swapped ("maert"), each counts 1. Optimal string alignment: a swapped
    /// pair is not edited again, which is enough for typing errors.
    /// </summary>
    public static int Between(string a, string b)
    {
        int[] twoAbove = new int[b.Length + 1], above = new int[b.Length + 1], row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) above[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
            (twoAbove, above, row) = (above, row, twoAbove);
        }
        return above[b.Length];
    }
}
