using BansosBot.Domain.Applications;

namespace BansosBot.Tests.Applications;

/// <summary>Who may take an application back: the chat that filed it for itself, the family of what a helper filed; nobody who only joined, and no helper.</summary>
public sealed class WithdrawTests : CasesAtHand
{
    [Fact]
    public async Task Who_files_for_others_is_offered_no_withdrawal_and_told_who_may()
    {
        await PutAsync(Own, Filed(Own) with { FiledForOthers = true });

        await SaysAsync("1", "status");
        Assert.DoesNotContain("go:withdraw", (await ConversationAsync(Own)).Choices);
        var told = await SaysAsync("1", "tarik pengajuan");

        Assert.Contains("hanya bisa ditarik oleh keluarga yang dibantu", Assert.Single(told).Words.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Submitted, (await CasesAsync(1))[0].Stage);
    }

    [Fact]
    public async Task Who_only_joined_what_a_family_filed_is_offered_no_withdrawal_and_told_where()
    {
        await PutAsync(Other, Filed(Other));
        await JoinsAsync(Own);

        await SaysAsync("1", "status");
        Assert.DoesNotContain("go:withdraw", (await ConversationAsync(Own)).Choices);
        var told = await SaysAsync("1", "tarik pengajuan");
        Assert.Contains("dari HP yang mendaftarkannya", Assert.Single(told).Words.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Submitted, (await CasesAsync(1))[0].Stage);

        await SaysAsync("2", "tarik pengajuan");
        await SaysAsync("2", "ya");
        Assert.Equal(Stage.Withdrawn, (await CasesAsync(1))[0].Stage);
    }

    [Fact]
    public async Task The_family_that_joined_what_a_helper_filed_takes_it_back_in_words_too()
    {
        await PutAsync(Other, Filed(Other) with { FiledForOthers = true });
        await JoinsAsync(Own);

        await SaysAsync("1", "tarik pengajuan");
        await SaysAsync("1", "tidak");
        Assert.Equal(Stage.Submitted, (await CasesAsync(1))[0].Stage);

        await SaysAsync("1", "tarik pengajuan");
        await SaysAsync("1", "ya");
        Assert.Equal(Stage.Withdrawn, (await CasesAsync(1))[0].Stage);
    }

    [Fact]
    public async Task Who_sees_it_from_another_chat_is_told_in_the_language_of_that_chat()
    {
        await PutAsync(Own, Filed(Own));
        await JoinsAsync(Other);
        await CommandsAsync("2", "bahasa");
        await PressAsync("2", "go:language:en");

        await SaysAsync("1", "tarik pengajuan");
        await SaysAsync("1", "ya");

        Assert.Contains("has taken it back", Assert.Single(await Hall.WaitsAsync("2", TimeSpan.Zero)).Words.Text, StringComparison.Ordinal);
    }
}
