using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Why only some places are offered.</summary>
internal enum NarrowedBy
{
    /// <summary>What was typed is the name of each.</summary>
    Name,

    /// <summary>What was typed is none; these are the most alike.</summary>
    Guess,
}

/// <summary>What the question for a kelurahan was narrowed to, as it is stored with a draft.</summary>
/// <remarks>Written by codes of the ministry, so that it outlives a change of spelling. What cannot be read any more is no narrowing.</remarks>
internal abstract record Narrowing
{
    private const string InStart = "in:", NameStart = "which:", GuessStart = "near:";
    private const char Between = '|';

    private Narrowing() { }

    public abstract string Written { get; }

    /// <summary>One kecamatan: which kelurahan of it?</summary>
    public sealed record In(Kecamatan Kecamatan) : Narrowing
    {
        public override string Written => InStart + PlaceCode.Of(Kecamatan);
    }

    /// <summary>One of these.</summary>
    public sealed record Among(NarrowedBy By, ImmutableArray<Place> Places) : Narrowing
    {
        public override string Written => (By == NarrowedBy.Name ? NameStart : GuessStart) + string.Join(Between, Places.Select(PlaceCode.Of));
    }

    public static Narrowing? Read(string? written)
    {
        if (string.IsNullOrEmpty(written)) return null;
        var places = written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(Between).Select(PlaceCode.Read).OfType<Place>().ToImmutableArray();
        if (places.IsEmpty) return null;
        if (written.StartsWith(InStart, StringComparison.Ordinal)) return places[0] is Place.InKecamatan(var kecamatan) ? new In(kecamatan) : null;
        return new Among(written.StartsWith(NameStart, StringComparison.Ordinal) ? NarrowedBy.Name : NarrowedBy.Guess, places);
    }
}

/// <summary>Places as they are stored and as choices are named: <c>kel.36.73.02.1007</c>, <c>kec.36.73.02</c>, <c>out.Ciruas</c>.</summary>
internal static class PlaceCode
{
    private const string KelurahanStart = "kel.", KecamatanStart = "kec.", OutsideStart = "out.";

    public static string Of(Kelurahan kelurahan) => KelurahanStart + kelurahan.Code;

    public static string Of(Kecamatan kecamatan) => KecamatanStart + kecamatan.Code;

    public static string Of(Place place) => place switch
    {
        Place.InKelurahan(var kelurahan) => Of(kelurahan),
        Place.InKecamatan(var kecamatan) => Of(kecamatan),
        Place.Elsewhere(var outside) => OutsideStart + outside.Name,
        _ => throw new InvalidOperationException("A place that nobody wrote."),
    };

    /// <summary>Null: no such place any more.</summary>
    public static Place? Read(string code) => code switch
    {
        _ when code.StartsWith(KelurahanStart, StringComparison.Ordinal) => Wilayah.KelurahanByCode(code[KelurahanStart.Length..]) is { } k ? new Place.InKelurahan(k) : null,
        _ when code.StartsWith(KecamatanStart, StringComparison.Ordinal) => Wilayah.KecamatanByCode(code[KecamatanStart.Length..]) is { } k ? new Place.InKecamatan(k) : null,
        _ when code.StartsWith(OutsideStart, StringComparison.Ordinal) => Neighbours.All.FirstOrDefault(n => n.Name == code[OutsideStart.Length..]) is { } n ? new Place.Elsewhere(n) : null,
        _ => null,
    };
}
