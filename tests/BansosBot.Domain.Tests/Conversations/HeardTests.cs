using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Tests.Conversations;

/// <summary>What a person's words mean at a place, before anything is done about it.</summary>
public sealed class HeardTests
{
    private static readonly Conversation Erasing = new() { Chat = new("web", "w1"), Choices = ["go:erase:ya", Everywhere.Menu] };

    private static readonly Conversation Withdrawing = Erasing with { Choices = ["go:withdraw:c1:ya", Everywhere.Menu] };

    [Fact]
    public void The_words_of_the_button_do_the_act_and_those_of_another_one_do_not()
    {
        Assert.Equal(new Heard.Chosen("go:erase:ya"), Of(Erasing, "Ya, hapus"));
        Assert.Equal(new Heard.Chosen("go:withdraw:c1:ya"), Of(Withdrawing, "ya tarik"));
        Assert.Equal(new Heard.Text("ya tarik"), Of(Erasing, "ya tarik"));
        Assert.Equal(new Heard.Text("ya hapus"), Of(Withdrawing, "ya hapus"));
    }

    [Fact]
    public void Not_after_all_is_the_way_back_from_where_one_stands()
    {
        Assert.Equal(new Heard.Chosen(Everywhere.Menu), Of(Erasing, "tidak jadi"));
        Assert.Equal(new Heard.Chosen(Everywhere.Back), Of(Erasing with { Place = StepMap.Cancelling }, "Tidak jadi."));
        Assert.Equal(new Heard.Chosen(Everywhere.Back), Of(Erasing with { Place = StepMap.ToOfficer }, "gak jadi"));
        Assert.Equal(new Heard.Chosen(Everywhere.Cancel), Of(Erasing with { Place = "yapi/desil", Choices = [] }, "tidak jadi"));
    }

    [Theory]
    [InlineData("saya mau lanjut di telegram", "go:telegram")]
    [InlineData("pindah ke telegram bu", "go:telegram")]
    [InlineData("lanjut bu", "go:apply")]
    [InlineData("ada penipuan di telegram", null)]
    public void In_the_menu_the_way_to_telegram_opens_by_its_words(string said, string? opened) => Assert.Equal(opened, OwnWords.Of(said));

    private static Heard Of(Conversation at, string words) => Heard.By(at, new Incoming.Words(at.Chat, "1", words));
}
