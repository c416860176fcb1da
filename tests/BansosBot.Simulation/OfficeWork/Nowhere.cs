using BansosBot.Delivery;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>A channel of the office that takes every letter and keeps none.</summary>
internal sealed class Nowhere : IChannel
{
    public string Name => StaffedOffice.Channel;

    public Task<Delivered> SendAsync(Letter letter, CancellationToken stop) => Task.FromResult<Delivered>(new Delivered.Sent());
}
