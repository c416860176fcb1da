using BansosBot.Programmes;

namespace BansosBot.Tests.Programmes;

/// <summary>Mistakes that show only between files: <c>questions.yaml</c>, what uses it, and copies.</summary>
public sealed class SharedQuestionMistakesTests
{
    private static readonly (string File, string Content)[] Shipped =
        [.. Directory.GetFiles(ProgrammeFiles.ShippedFolder, "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];

    [Fact]
    public void Without_the_shared_questions_one_line_says_so() =>
        Assert.StartsWith(
            "questions.yaml:1: There is no such file in this folder, but kejar-paket.yaml, line ",
            Assert.Single(ProgrammeFiles.Read(Shipped.Where(f => f.File != "questions.yaml")).Mistakes).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("questions:", "\tquestions:", "questions.yaml:3: A tab. Indent with spaces")]
    [InlineData("questions:", "question:", "questions.yaml:3: \"questions\" is missing in the shared questions.")]
    [InlineData("- step: resident\n", "- step: Resident\n", "questions.yaml:19: A step's name is small letters, digits and underscores, not \"Resident\".")]
    [InlineData("- step: resident\n", "- step: birth_date\n", "questions.yaml:19: There is a step \"birth_date\" already, on line 4.")]
    [InlineData("    name: Sekolah\n", "", "questions.yaml:88: \"name\" is missing in a step.")]
    [InlineData("when: {desil: [belum_terdata, tidak_tahu]}", "when: {desil: [entah]}", "questions.yaml:62: \"entah\" is no answer of \"desil\".")]
    public void A_mistake_in_the_shared_questions_is_named_there(string good, string broken, string line)
    {
        var content = Shipped.Single(f => f.File == "questions.yaml").Content;
        Assert.Contains(good, content, StringComparison.Ordinal);

        var mistakes = Read("questions.yaml", content.Replace(good, broken, StringComparison.Ordinal));

        Assert.Contains(mistakes, m => m.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_renamed_question_is_named_where_it_is_used_and_its_rules_are_no_further_mistakes()
    {
        var content = Shipped.Single(f => f.File == "questions.yaml").Content.Replace("- step: schooling", "- step: school", StringComparison.Ordinal);

        var mistakes = Read("questions.yaml", content).Where(m => !m.Contains("questions.en.yaml", StringComparison.Ordinal)).ToList();

        Assert.Equal(["kejar-paket.yaml", "sekolah-rakyat.yaml"], mistakes.Select(m => m.Split(':')[0]));
        Assert.All(mistakes, m => Assert.Contains("There is no question \"schooling\" in questions.yaml. It has birth_date, ", m, StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_that_hangs_on_another_is_a_mistake_where_it_is_used_without_it()
    {
        var yapi = Shipped.Single(f => f.File == "yapi.yaml").Content;
        var at = yapi.Split('\n').ToList().FindIndex(l => l == "  - use: poor") + 1;

        var mistakes = Read("yapi.yaml", yapi.Replace("  - use: desil\n", "", StringComparison.Ordinal));

        Assert.Contains($"yapi.yaml:{at - 1}: The question \"poor\" is asked by the answer to \"desil\" (questions.yaml), which this programme does not ask. Put \"- use: desil\" before it [condition-step]", mistakes);
    }

    [Fact]
    public void A_copy_of_a_file_is_named_once_and_not_for_all_that_it_has()
    {
        var yapi = Shipped.Single(f => f.File == "yapi.yaml").Content;

        Assert.Equal(["file-name", "duplicate-programme"], ProgrammeFiles.Read(Shipped.Append(("yapi - Copy.yaml", yapi))).Mistakes.Select(m => m.Check));
    }

    [Fact]
    public void A_programme_that_is_mentioned_for_a_wrong_answer_is_a_mistake()
    {
        var kpd = Shipped.Single(f => f.File == "kpd.yaml").Content;

        Assert.Equal(
            ["kpd.yaml:6: \"keduaduanya\" is no answer of \"category\". Answers are disabilitas, terlantar, keduanya, tidak, tidak_tahu [condition-choice]"],
            Read("kpd.yaml", kpd.Replace("[disabilitas, keduanya]", "[disabilitas, keduaduanya]", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_programme_that_is_mentioned_for_a_question_that_nobody_asks_is_a_mistake()
    {
        var kpd = Shipped.Single(f => f.File == "kpd.yaml").Content;

        Assert.StartsWith(
            "kpd.yaml:6: mentioned_when speaks about \"penghasilan\", which no programme asks. The interview asks birth_date, ",
            Assert.Single(Read("kpd.yaml", kpd.Replace("category: [disabilitas, keduanya]", "penghasilan: kecil", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_as_an_editor_of_Windows_writes_them_are_read_and_one_with_another_ending_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var (file, content) in Shipped)
                File.WriteAllText(Path.Combine(folder.FullName, file), content.ReplaceLineEndings("\r\n"), file == "pip.yaml" ? System.Text.Encoding.Unicode : new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Empty(ProgrammeFiles.Read(folder.FullName).Mistakes);

            File.WriteAllText(Path.Combine(folder.FullName, "csr.yaml.txt"), "programme: csr");
            File.WriteAllText(Path.Combine(folder.FullName, "catatan.txt"), "tidak dibaca");
            Assert.Equal(
                "csr.yaml.txt:1: A programme file ends in .yaml, in small letters; this one is not read. Call it csr.yaml, or take it out of the folder [file-ending]",
                Assert.Single(ProgrammeFiles.Read(folder.FullName).Mistakes).ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Read(string file, string content) =>
        [.. ProgrammeFiles.Read(Shipped.Select(f => f.File == file ? (file, content) : f)).Mistakes.Select(m => m.ToString())];
}
