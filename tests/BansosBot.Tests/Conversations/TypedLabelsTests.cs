using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Tests.Applications;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Conversations;

/// <summary>Who types what stands on a button is answered as who presses it.</summary>
public sealed class TypedLabelsTests : CasesAtHand
{
    [Fact]
    public async Task Every_button_of_the_menu_can_be_typed() => await AllAsync(person => CommandsAsync(person, "menu"));

    [Fact]
    public async Task Every_button_of_the_list_of_programmes_can_be_typed() => await AllAsync(person => Hall.SaysAsync(person, (chat, id) => new Incoming.Command(chat, id, "start", "syarat_yapi")));

    [Fact]
    public async Task Every_button_of_what_can_be_checked_can_be_typed() => await AllAsync(person => CommandsAsync(person, "cek"));

    [Fact]
    public async Task Every_button_of_a_question_can_be_typed() => await AllAsync(async person =>
    {
        await CommandsAsync(person, "menu");
        await PressAsync(person, "go:interview");
        await SaysAsync(person, "12 maret 2014");
        await PressAsync(person, "benar");
        return [];
    });

    [Fact]
    public async Task The_buttons_of_a_chat_in_English_can_be_typed_in_English() => await AllAsync(async person =>
    {
        await CommandsAsync(person, "bahasa");
        await PressAsync(person, "go:language:en");
        return [];
    });

    [Fact]
    public async Task A_name_on_a_button_is_not_kept_with_the_conversation()
    {
        await PutAsync(Own, Filed(Own), Case(2, Own) with { Answers = Answers(2).Remove("kk_photo") });

        await SaysAsync("1", "tarik pengajuan");

        Assert.Equal(["", "", "tidak jadi"], (await ConversationAsync(Own)).Labels);
    }

    // One person presses, another types: both are told the same and stand at the same place.
    private async Task AllAsync(Func<string, Task<IReadOnlyList<Letter>>> reach)
    {
        await reach("first");
        var asked = await ConversationAsync(new(Transcripts.Hall.ChannelName, "first"));
        Assert.Equal(asked.Choices.Length, asked.Labels.Length);
        Assert.NotEmpty(asked.Labels);
        foreach (var (choice, label) in asked.Choices.Zip(asked.Labels))
        {
            var (presses, types) = ($"presses {choice}", $"types {choice}");
            await reach(presses);
            await reach(types);

            var pressed = await PressAsync(presses, choice);
            var typed = await SaysAsync(types, $"{label.ToUpperInvariant()} \U0001F64F!");

            Assert.Equal(pressed.Select(l => l.Words.Text), typed.Select(l => l.Words.Text));
            Assert.Equal(
                (await ConversationAsync(new(Transcripts.Hall.ChannelName, presses))).Place, (await ConversationAsync(new(Transcripts.Hall.ChannelName, types))).Place);
        }
    }
}
