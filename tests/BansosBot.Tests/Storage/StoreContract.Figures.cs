using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Figures;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

public abstract partial class StoreContract
{
    /// <summary>Whatever cases go through, the cells add up to them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_cells_of_figures_add_up_to_the_open_cases(int seed)
    {
        var random = new Random(seed);
        var stages = Enum.GetValues<Stage>();
        var (cases, left) = (new Dictionary<string, Application>(), new Dictionary<(Kecamatan, Stage), int>());
        await SayAsync(Chat(1), "o", e => e with { Writes = [new Write.PutOfficer(new() { Id = "o1", Chat = Chat(1), CalledAs = "Bu Rina", Role = Role.KepalaDinas, Since = Tuesday })] });
        for (var turn = 0; turn < 60; turn++)
        {
            Write write;
            if (cases.Count < 5 || random.Next(3) == 0)
            {
                var filed = Case(turn + 1, Chat(1), stages[random.Next(stages.Length)]) with { Kelurahan = Wilayah.AllKelurahan[random.Next(67)], PromisedBy = new DateOnly(2025, 9, 20).AddDays(random.Next(8)) };
                (cases[filed.Id], write) = (filed with { Revision = 1 }, new Write.PutCase(filed));
            }
            else
            {
                var a = cases.Values.ElementAt(random.Next(cases.Count));
                if (random.Next(5) == 0)
                {
                    cases.Remove(a.Id);
                    write = new Write.EraseCase(a.Id);
                }
                else
                {
                    var kept = (await Store.LookUpAsync(Chat(1), new() { Cases = [a.Id] }, Stop)).Cases.Single();
                    var moved = kept with { Stage = stages[random.Next(stages.Length)], Kelurahan = random.Next(4) == 0 ? Wilayah.AllKelurahan[random.Next(67)] : kept.Kelurahan };
                    if (moved.Stage != kept.Stage) left[(kept.Kelurahan.Kecamatan, kept.Stage)] = left.GetValueOrDefault((kept.Kelurahan.Kecamatan, kept.Stage)) + 1;
                    (cases[a.Id], write) = (moved, new Write.PutCase(moved));
                }
            }

            await SayAsync(Chat(1), $"m{turn}", e => e with { Writes = [write] });
            if (turn == 30) await ReopenAsync();
        }

        var cells = (await Store.LookUpAsync(Chat(1), new() { Officer = "o1", Figures = true }, Stop)).Figures;

        Assert.Equal(Wilayah.AllKecamatan.Length * OpenWork.Counted.Length, cells.Length);
        Assert.Equal(cases.Values.Count(c => OpenWork.Counted.Contains(c.Stage)), cells.Sum(c => c.Open));
        Assert.NotEqual(0, cells.Sum(c => c.Done));
        Assert.All(cells, cell =>
        {
            var there = cases.Values.Where(c => (c.Kelurahan.Kecamatan, c.Stage) == (cell.Kecamatan, cell.Stage)).ToList();
            var waits = Enum.GetValues<Role>().Any(r => Turns.Of(r).Contains(cell.Stage));
            Assert.Equal((there.Count, waits ? there.Count(c => c.PromisedBy < new DateOnly(2025, 9, 23)) : 0, left.GetValueOrDefault((cell.Kecamatan, cell.Stage))), (cell.Open, cell.Late, cell.Done));
        });
    }
}
