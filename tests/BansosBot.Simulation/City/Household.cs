using System.Globalization;
using BansosBot.Domain.Registry;

namespace BansosBot.Simulation.City;

/// <summary>An invented family: what its guardian would answer. Nobody of them exists.</summary>
internal sealed class Household
{
    private static readonly string[] Given = ["Warsinah", "Sukarto", "Rumsiah", "Mastari", "Jumenah", "Kartawi", "Sarmanah", "Tarmidi", "Wasilah", "Durahman"];
    private static readonly string[] Family = ["Wiradinusa", "Pakumbara", "Langkasura", "Suryakelana", "Megantari", "Cendrawala"];
    private static readonly string[] Streets = ["Kp. Sawo Manila", "Jl. Anggrek Rimbun", "Link. Pring Kuning", "Kp. Rambutan Tua", "Jl. Kenari Senja"];
    private readonly Random random;
    private readonly int number;
    private readonly List<Child> children = [];

    /// <param name="number">From 0; no two alike in one run.</param>
    public Household(Random random, int number)
    {
        (this.random, this.number) = (random, number);
        Kelurahan = Wilayah.AllKelurahan[random.Next(Wilayah.AllKelurahan.Length)];
        Guardian = Name(number);
        GuardianNik = string.Create(CultureInfo.InvariantCulture, $"{Kecamatan}{10 + (number % 18):D2}{1 + (number % 12):D2}72{2_000 + number:D4}");
        Kk = string.Create(CultureInfo.InvariantCulture, $"{Kecamatan}{1 + (number % 28):D2}0619{3_000 + number:D4}");
        Phone = string.Create(CultureInfo.InvariantCulture, $"0812{40_000_000 + (number * 1_317):D8}");
        Street = Streets[number % Streets.Length];
    }

    public Kelurahan Kelurahan { get; }

    public string Guardian { get; }

    public string GuardianNik { get; }

    public string Kk { get; }

    public string Phone { get; }

    public string Street { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Street} RT {1 + (number % 9)} RW {1 + (number % 7)}");

    /// <summary>Everything that must not be found where it does not belong.</summary>
    public IEnumerable<string> Planted => [Guardian, GuardianNik, Kk, Phone, Phone[1..], Street, .. children.SelectMany(c => new[] { c.Name, c.Nik })];

    /// <summary>The birth date of one of the children; before there is one, a day that is nobody's.</summary>
    public DateOnly AnyBirth => children.Count == 0 ? new(2012, 1, 1) : children[random.Next(children.Count)].BornOn;

    /// <summary>The n-th child of the sitting, from 1; born so that it may have the aid on this day.</summary>
    public Child Of(int n, DateOnly today)
    {
        while (children.Count < n) children.Add(Born(today));
        return children[n - 1];
    }

    /// <summary>These children are provided for: the next sitting is for others.</summary>
    public void Grow(DateOnly today)
    {
        if (random.Next(3) == 0) return;            // the same child again, from the same chat
        children.Insert(0, Born(today));
    }

    /// <summary>A child of a relative, who may apply for it too.</summary>
    public void Share(Child child) => children.Insert(0, child);

    private Child Born(DateOnly today)
    {
        var day = today.AddDays(-random.Next(3 * 365, 15 * 365));
        var isGirl = random.Next(2) == 0;
        var serial = 4_000 + (number * 40) + children.Count;
        var nik = string.Create(CultureInfo.InvariantCulture, $"{Kecamatan}{day.Day + (isGirl ? 40 : 0):D2}{day.Month:D2}{day.Year % 100:D2}{serial:D4}");
        return new(Name((number * 7) + children.Count + 3), nik, day, isGirl);
    }

    private string Kecamatan => Kelurahan.Kecamatan.Code.Replace(".", "", StringComparison.Ordinal);

    private static string Name(int n) => $"{Given[n % Given.Length]} {Family[n / Given.Length % Family.Length]}";
}

internal sealed record Child(string Name, string Nik, DateOnly BornOn, bool IsGirl);
