using BansosBot.Delivery;

namespace BansosBot.Simulation.City;

/// <summary>The way out to people's telephones, for one life of the program.</summary>
internal sealed class Network(string name, Weather weather, Ledger ledger, Offence offence, Task isOpen) : IChannel
{
    private readonly Lock gate = new();
    private bool isCut;
    private int letters;

    public string Name => name;

    /// <summary>From now on nothing of this life of the program reaches anybody.</summary>
    public void Cut()
    {
        lock (gate) isCut = true;
    }

    public async Task<Delivered> SendAsync(Letter letter, CancellationToken stop)
    {
        await isOpen;
        await Task.Yield();
        lock (gate)
        {
            if (isCut) return new Delivered.Outage();
            if (offence == Offence.LosesLetters && ++letters % 40 == 0) return new Delivered.Sent();
            var (heard, arrives) = weather.Send(letter.To);
            ledger.Tried(letter, heard, arrives);
            if (offence == Offence.DoublesLetters && ++letters % 40 == 0) ledger.Tried(letter, heard, arrives);
            return heard;
        }
    }
}
