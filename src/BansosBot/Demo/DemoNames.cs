using System.Collections.Immutable;

namespace BansosBot.Demo;

/// <summary>Names of the invented people; "Contoh" goes before each.</summary>
internal static class DemoNames
{
    public static readonly ImmutableArray<string> Guardians = ["Aminah", "Sukinah", "Jaya Permana", "Rohayati", "Maman", "Nurlaela", "Tarmidi", "Ipah", "Sarmanah", "Udin Saprudin", "Yayah", "Romli"];

    public static readonly ImmutableArray<string> Boys = ["Rizki", "Fajar", "Ilham", "Dimas", "Yusuf", "Bagas", "Farhan", "Hasan"];

    public static readonly ImmutableArray<string> Girls = ["Putri", "Siti Melati", "Nabila", "Aulia", "Intan", "Zahra", "Kirana", "Salsa"];
}
