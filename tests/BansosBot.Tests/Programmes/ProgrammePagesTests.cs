using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Tests.Applications;

namespace BansosBot.Tests.Programmes;

/// <summary>The page of a programme, by buttons and by words.</summary>
public sealed class ProgrammePagesTests : CasesAtHand
{
    [Theory]
    [InlineData("yapi", "Permensos 7/2021")]
    [InlineData("kejar-paket", "UU 20/2003")]
    [InlineData("pbi-jkn", "Permensos 3/2026")]
    public async Task The_laws_of_a_programme_are_told_on_request(string programme, string law)
    {
        await OpensAsync(programme);

        var told = Assert.Single(await SaysAsync("1", "dasar hukumnya")).Words.Text;

        Assert.Contains(law, told, StringComparison.Ordinal);
        Assert.Contains($"go:programmes:{programme}", (await ConversationAsync(Own)).Choices);
    }

    [Fact]
    public async Task Where_no_law_is_written_down_none_is_offered()
    {
        Assert.Empty(Transcripts.Shipped.Programmes.Single(p => p.Programme.Name == "sktm").Programme.Laws);

        await OpensAsync("sktm");

        Assert.DoesNotContain((await ConversationAsync(Own)).Choices, c => c.Contains("dasar", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<Letter>> OpensAsync(string programme) => Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "start", "syarat_" + programme));
}
