using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Staff;

/// <summary>The office takes lists of recipients in, while people write and officers work.</summary>
public abstract class ListAtTheDesk : AtTheDesk
{
    private readonly TestFolder folder = new();

    protected async Task<Outcome<RecipientList>> TakesInAsync(IEnumerable<MadePerson> persons, string programme = "yapi")
    {
        await File.WriteAllLinesAsync(folder["daftar.csv"], persons.Select(p => string.Join(';', p.Cells)).Prepend(string.Join(';', MadePerson.Columns)), Stop);
        var choice = new ListChoice(programme, new(2025, 2), ImmutableDictionary<string, Holds>.Empty);
        var plan = ((Outcome<ListPlan>.Ok)await Hall.Bot.Lists.ReadAsync(new ListSource.OnDisk(folder["daftar.csv"]), choice, Stop)).Value;
        return await Hall.Bot.Lists.TakeInAsync(plan, "", _ => Task.CompletedTask, Stop);
    }

    protected Task SettlesAsync() => Hall.WaitsAsync("nobody", TimeSpan.FromSeconds(1));

    /// <summary>Cases that were taken over, in the order in which they came.</summary>
    protected async Task<ImmutableArray<Application>> TakenOverAsync() =>
        (await Hall.Bot.Store.LookUpAsync(Own, new() { Cases = [.. Audit.Where(e => e.Act == Act.TakenOver).Select(e => e.Subject)] }, Stop)).Cases;

    protected static IEnumerable<MadePerson> People(params int[] numbers) => numbers.Select(MadePerson.Of);

    protected static Nik NikOf(MadePerson person) => ((Outcome<Nik>.Ok)Nik.Parse(person[MadePerson.Nik]!)).Value;
}
