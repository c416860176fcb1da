using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Documents;

namespace BansosBot.Tests.Documents;

public sealed class BoundedStreamTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(100, 100, false)]
    [InlineData(101, 101, true)]
    [InlineData(5_000, 101, true)]
    public async Task Keeps_the_limit_and_one_byte_more_and_says_that_there_was_more(int sentBytes, int keptBytes, bool isOver)
    {
        byte[] sent = [.. Enumerable.Range(0, sentBytes).Select(i => (byte)(i % 256))];

        await using var written = new BoundedStream(100);
        foreach (byte[] piece in sent.Chunk(33)) await written.WriteAsync(piece, TestContext.Current.CancellationToken);
        await using var read = await BoundedStream.FromAsync(new MemoryStream(sent), TestContext.Current.CancellationToken, 100);

        foreach (var stream in (BoundedStream[])[written, read])
        {
            Assert.Equal(sent[..keptBytes], stream.Content.ToArray());
            Assert.Equal(isOver, stream.IsOver);
        }
    }

    [Fact]
    public async Task An_endless_stream_is_read_no_further_than_the_limit()
    {
        var endless = new Endless();

        var outcome = await PhotoReader.ReadAsync(endless, TestContext.Current.CancellationToken);

        Assert.IsType<PhotoRefusal.PhotoTooManyBytes>(Assert.IsType<Outcome<KeptPhoto>.No>(outcome).Why);
        Assert.InRange(endless.Given, PhotoLimits.BytesMax, PhotoLimits.BytesMax + 100_000);
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
