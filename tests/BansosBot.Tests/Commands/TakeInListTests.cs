using System.Text.Json;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

/// <summary>A list is taken in by the verb: asked first, alone and beside a bot that runs.</summary>
public sealed class TakeInListTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_holds_once_somebody_has_typed_ya_and_the_same_file_again_changes_nothing()
    {
        Save("satu.csv", 1, 2, 3);
        Save("dua.csv", 2, 3, 4);

        var no = await BotProcess.RunAsync(folder.Path, "import bnba satu.csv", "tidak\n");
        Assert.Equal(1, no.Code);
        Assert.EndsWith("Batal. Daftar lama tidak berubah.", no.Notes.Trim(), StringComparison.Ordinal);

        var yes = await BotProcess.RunAsync(folder.Path, "import bnba satu.csv", "ya\n");
        Assert.Equal(0, yes.Code);
        Assert.Contains("B: NIK ANAK = NIK", yes.Data, StringComparison.Ordinal);
        Assert.EndsWith("Daftar ini sekarang berlaku, 3 orang. Warga yang bertanya dijawab dari daftar ini.", yes.Data.Trim(), StringComparison.Ordinal);

        var again = await BotProcess.RunAsync(folder.Path, "import bnba satu.csv --yes");
        Assert.Equal(0, again.Code);
        Assert.Contains("Berkas ini sudah dimasukkan pada", again.Data, StringComparison.Ordinal);

        var next = await BotProcess.RunAsync(folder.Path, "import bnba dua.csv --dry-run");
        Assert.Contains("Baru: 1. Berubah: 0. Sama: 2. Hilang dari daftar lama: 1.", next.Data, StringComparison.Ordinal);
        Assert.Contains("Kolomnya seperti yang sudah dibenarkan dulu.", next.Data, StringComparison.Ordinal);
        Assert.EndsWith("Ini baru pratinjau. Daftar lama tidak berubah.", next.Data.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_running_bot_it_goes_through_it()
    {
        Save("satu.csv", 1, 2, 3);
        Save("dua.csv", 2, 3, 4);
        var (page, operations) = (BotProcess.FreePort(), BotProcess.FreePort());
        using var bot = BotProcess.Start(folder.Path, $"run --Web:Urls=http://127.0.0.1:{page} --Web:OperationsUrls=http://127.0.0.1:{operations}");
        try
        {
            await BotProcess.StartedAsync(bot);

            var first = await BotProcess.RunAsync(folder.Path, "import bnba satu.csv", "ya\n");
            var second = await BotProcess.RunAsync(folder.Path, "import bnba dua.csv --yes --json");
            var bad = await BotProcess.RunAsync(folder.Path, "import bnba tiada.csv --yes");
            var difference = await BotProcess.RunAsync(folder.Path, "import difference");

            Assert.Equal(0, first.Code);
            Assert.EndsWith("Daftar ini sekarang berlaku, 3 orang. Warga yang bertanya dijawab dari daftar ini.", first.Data.Trim(), StringComparison.Ordinal);
            Assert.Equal(0, second.Code);
            Assert.Equal((1, 0, 2, 1), JsonDocument.Parse(second.Data).RootElement is var root ? (Count(root, "new"), Count(root, "changed"), Count(root, "same"), Count(root, "gone")) : default);
            Assert.Equal((1, "tiada.csv: Berkasnya tidak ditemukan atau tidak boleh dibaca. Periksa nama dan tempatnya. Daftar lama tidak berubah."), (bad.Code, bad.Notes.Trim()));
            Assert.Equal(0, difference.Code);
            Assert.Contains("Datang: 1. Pergi: 1. Berubah: 0. Sama: 2.", difference.Data, StringComparison.Ordinal);
            Assert.DoesNotContain(Enumerable.Range(1, 4).Select(n => MadePerson.Of(n)[MadePerson.Nik]!), n => difference.Data.Contains(n, StringComparison.Ordinal));
        }
        finally
        {
            await BotProcess.StopAsync(bot);
        }

        static int Count(JsonElement root, string name) => root.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("--json", "import bnba: --json asks nothing; add --yes, or --dry-run.")]
    [InlineData("--yes --programme=ypi", "--programme: no such programme; one of")]
    [InlineData("--yes --period=kemarin", "--period: a year, or a year and a round.")]
    [InlineData("--yes --column=NIK", "--column: a heading, \"=\" and one of notKept, nik")]
    public async Task What_is_asked_wrongly_is_one_line_and_exit_code_2(string options, string line)
    {
        Save("satu.csv", 1);

        var ended = await BotProcess.RunAsync(folder.Path, $"import bnba satu.csv {options}");

        Assert.Equal(2, ended.Code);
        Assert.StartsWith(line, ended.Notes, StringComparison.Ordinal);
    }

    private void Save(string name, params int[] persons) =>
        File.WriteAllLines(folder[name], persons.Select(n => string.Join(';', MadePerson.Of(n).Cells)).Prepend(string.Join(';', MadePerson.Columns)));
}
