using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Lists;
using BansosBot.Registry;

namespace BansosBot.Commands.Import;

/// <summary>Where a verb finds the registry's lists.</summary>
internal sealed class ListPlace : IAsyncDisposable
{
    private readonly StorePlace place;

    private ListPlace(StorePlace place, IListDesk desk) => (this.place, Desk) = (place, desk);

    public IListDesk Desk { get; }

    /// <summary>A sentence in words.</summary>
    public Func<Say, string> Word => place.Word;

    public Talk Talk => place.Parts.Talk;

    /// <inheritdoc cref="StorePlace.OpenAsync"/>
    public static async Task<ListPlace?> OpenAsync(Call call, bool makesStore, CancellationToken stop) => await StorePlace.OpenAsync(call, makesStore, stop) switch
    {
        null => null,
        { Bot: { } bot } place => new(place, new ListDeskOfBot(bot)),
        { Store: { } store } place => new(place, new ListDesk(new ListImport(store, place.Parts.Talk.Office, call.Clock), store, place.Word)),
        _ => throw new InvalidOperationException(),
    };

    public ValueTask DisposeAsync() => place.DisposeAsync();
}
