using BansosBot.Channels.Telegram;
using BansosBot.Domain.Conversations;
using Telegram.Bot.Types;

namespace BansosBot.Tests.Channels.Telegram;

/// <summary>What Telegram leaves out is null in its library, whatever the types say.</summary>
public sealed class UpdateReaderTests
{
    private readonly UpdateReader reader = new(9, "dinsosbot");

    [Fact]
    public void A_press_on_a_message_without_its_chat_is_one_of_the_person()
    {
        var press = reader.Read(new() { Id = 5, CallbackQuery = new() { Id = "1", From = new() { Id = 7 }, Message = new Message(), Data = ButtonData.Write(3, 1) } });

        Assert.Equal(new Incoming.Press(new("telegram", "7"), "9.5", 3, 1), press);
    }

    [Fact]
    public void What_says_not_whose_it_is_is_nothing()
    {
        Assert.Null(reader.Read(new() { Id = 5, CallbackQuery = new() { Id = "1", Message = new Message() } }));
        Assert.Null(reader.Read(new() { Id = 6, Message = new Message() }));
        Assert.Null(reader.Read(new() { Id = 7, EditedMessage = new Message() }));
        Assert.Null(reader.Read(new() { Id = 8, MyChatMember = new() }));
        Assert.Null(reader.Read(new() { Id = 9 }));
    }
}
