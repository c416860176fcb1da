using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Programmes;

/// <summary>Programmes that others run: told of, and mentioned where they may help.</summary>
public sealed class InformationFilesTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);

    private static ImmutableArray<Programme> Told => [.. Shipped.Programmes.Select(p => p.Programme).Where(p => p.Service == Service.Information)];

    [Fact]
    public void All_of_domain_md_are_there() => Assert.Equal(
        ["akta-kematian", "alat-bantu", "csr", "dtsen", "jamsosratu", "kk-ktp", "kpd", "pbi-jkn", "pip", "pkh", "sembako", "sktm"],
        Told.Select(p => p.Name));

    [Fact]
    public void Each_is_told_in_English_too()
    {
        foreach (var programme in Shipped.Programmes.Where(p => p.Programme.Service == Service.Information))
            Assert.Equal(
                programme.Texts.Where(t => t.Language == Language.Indonesian).Select(t => t.Key).Order(StringComparer.Ordinal),
                programme.Texts.Where(t => t.Language == Language.English).Select(t => t.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>By these words people's phrases are taken to a programme. Those of the program itself: PhraseBookTests.</summary>
    [Fact]
    public void No_word_calls_two_programmes() =>
        Assert.Empty(Shipped.Programmes.Select(p => p.Programme).SelectMany(p => p.Called).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));

    public static TheoryData<string, string[]> Families => new()
    {
        { "desil=2", ["pbi-jkn", "pkh", "sembako"] },
        { "desil=5", ["pbi-jkn"] },
        { "desil=tidak_tahu", ["dtsen"] },
        { "desil=6_10", [] },
        { "category=disabilitas", ["alat-bantu", "kpd"] },
        { "category=terlantar", [] },
        { "parent_status=ibu", ["akta-kematian"] },
        { "parent_status=masih_ada", [] },
        { "schooling=putus_smp born=2012-03-12", ["pip"] },
        { "schooling=putus_smp born=1980-03-12", [] },
        { "schooling=lulus_sma born=2006-03-12", [] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void An_answer_brings_those_that_fit(string told, string[] mentioned) =>
        Assert.Equal(mentioned, Mentioned.Of(Told, Of(told), Today).Shown.Select(p => p.Name));

    [Fact]
    public void Each_thing_that_is_told_brings_one_before_any_brings_a_second_in_whatever_order_the_files_come()
    {
        var family = Of("desil=1 category=keduanya parent_status=ayah schooling=putus_sd born=2014-03-12");
        var random = new Random(20250923);
        for (var i = 0; i < 50; i++)
        {
            ImmutableArray<Programme> shuffled = [.. Told.OrderBy(_ => random.Next())];

            var found = Mentioned.Of(shuffled, family, Today);

            Assert.Equal(["akta-kematian", "alat-bantu", "pbi-jkn", "pip"], found.Shown.Select(p => p.Name));
            Assert.True(found.HasMore);
        }
    }

    private static Answers Of(string told) => new(
        told.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=')).ToImmutableDictionary(
            t => t[0] == "born" ? "birth_date" : t[0],
            t => t[0] == "born" ? (Answer)new Answer.Day(DateOnly.Parse(t[1], System.Globalization.CultureInfo.InvariantCulture)) : new Answer.Chosen(t[1])),
        0);
}
