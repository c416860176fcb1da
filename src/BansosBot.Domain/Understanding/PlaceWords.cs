using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Understanding;

/// <summary>Finds places among other words; which place it is, <see cref="PlaceReader"/> says.</summary>
internal static class PlaceWords
{
    private const int WordsMax = 3;

    /// <summary>A slip in a shorter name makes an ordinary word of it.</summary>
    private const int MendedLengthMin = 6;

    private static readonly HashSet<string> Level = ["kel", "kelurahan", "kec", "kecamatan", "desa", "kab", "kabupaten"];

    /// <summary>The city and the province are in most phrases and name no place in it; alone they are asked about elsewhere.</summary>
    private static readonly HashSet<string> Wide = ["serang", "banten", "kotaserang"];

    private static readonly HashSet<string> Names =
    [
        .. Wilayah.AllKelurahan.Select(k => Bare(k.Name)), .. Wilayah.AllKecamatan.Select(k => Bare(k.Name)), .. Neighbours.Called.Select(n => Bare(n.Called)),
        "cipocok", "trondol", "derangong", "penancangan", "masjidpriyayi", "bantenlama", "liyalang", "pegeragung", "kotabaru", "lontarbaru",
    ];

    private static readonly HashSet<string> Nearly = [.. Names.Where(n => n.Length >= MendedLengthMin).SelectMany(Shorter)];

    /// <summary>The place that begins at this word, and how many words it takes; 0: none.</summary>
    public static (int Used, PlaceReading? Reading) At(List<string> words, int at, IReadOnlyList<WordBook.Meaning>[] meanings)
    {
        var first = Level.Contains(words[at]) ? at + 1 : at;
        for (var count = Math.Min(WordsMax, words.Count - first); count > 0; count--)
        {
            var bare = string.Concat(words.Skip(first).Take(count));
            var isKnown = Names.Contains(bare);
            if (isKnown && Wide.Contains(bare) && first == at) continue;
            if (!isKnown && (count > 2 || meanings[first].Count > 0 || bare.Length < MendedLengthMin || !(Nearly.Contains(bare) || Shorter(bare).Any(s => Names.Contains(s) || Nearly.Contains(s))))) continue;
            if (isKnown && count == 1 && meanings[first].Count > 0 && first == at) continue;        // a word of the field first
            var reading = PlaceReader.Read(string.Join(' ', words.Skip(at).Take(first - at + count)));
            if (reading is not PlaceReading.Unknown) return (first - at + count, reading);
        }

        return default;
    }

    private static string Bare(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsLetter));

    private static IEnumerable<string> Shorter(string name)
    {
        for (var i = 0; i < name.Length; i++) yield return name.Remove(i, 1);
    }
}
