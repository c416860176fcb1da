using BansosBot.Channels.Terminal;
using BansosBot.Delivery;
using BansosBot.Domain;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Channels.Terminal;

public sealed class TerminalTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_piped_talk_answers_each_line_before_the_next_is_read()
    {
        var ended = await BotProcess.RunAsync(folder.Path, "chat", "a\na\n/keluar\nmenu\n");
        Assert.Equal(0, ended.Code);
        var greeting = ended.Data.IndexOf("a. Daftar bantuan anak yatim", StringComparison.Ordinal);
        var first = ended.Data.IndexOf("Siapa orang tua anak yang sudah meninggal?", StringComparison.Ordinal);
        var second = ended.Data.IndexOf("Kapan tanggal lahir anak?", StringComparison.Ordinal);
        Assert.True(greeting >= 0 && greeting < first && first < second, ended.Data);
        Assert.DoesNotContain('\u001b', ended.Data);
        Assert.DoesNotContain("Data disimpan di", ended.Data, StringComparison.Ordinal);
        Assert.Contains("Data disimpan di", ended.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_goes_on_where_the_first_ended()
    {
        await BotProcess.RunAsync(folder.Path, "chat", "A\n");
        var ended = await BotProcess.RunAsync(folder.Path, "chat", "ayah\n");
        Assert.Equal(0, ended.Code);
        Assert.Contains("Kapan tanggal lahir anak?", ended.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("Apa yang bisa kami bantu?", ended.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_is_not_there_is_said_so_and_nothing_is_sent()
    {
        var ended = await VerbCall.RunAsync(folder.Path, ["chat"], $"/foto {folder["tidak-ada.jpg"]}\n");
        Assert.Equal(0, ended.Code);
        Assert.Contains("Berkas tidak ada: tidak-ada.jpg", ended.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_nobody_asked_for_gets_its_sentence()
    {
        await File.WriteAllBytesAsync(folder["a b.jpg"], [1, 2, 3], TestContext.Current.CancellationToken);
        var without = await VerbCall.RunAsync(folder.Path, ["chat"]);
        var ended = await VerbCall.RunAsync(folder.Path, ["chat"], $"/foto {folder["a b.jpg"]}\n");
        Assert.Equal((0, 0), (without.Code, ended.Code));
        Assert.Contains("foto", ended.Data, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_number_is_an_answer_and_a_letter_presses_a_button()
    {
        // At the address "1" once meant "back"; here the third answer of a question is meant, and then a date.
        var ended = await VerbCall.RunAsync(folder.Path, ["chat"], "a\n3\n1\n12 maret 2014\na\n");
        var date = ended.Data.LastIndexOf("Kapan tanggal lahir anak?", StringComparison.Ordinal);
        Assert.True(date >= 0, ended.Data);
        Assert.Contains("Apakah anak tinggal di Kota Serang?", ended.Data[date..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_photo_comes_in_as_a_file_of_this_machine()
    {
        await File.WriteAllBytesAsync(folder["kk.jpg"], Transcripts.Pictures.Readable, TestContext.Current.CancellationToken);
        var ended = await BotProcess.RunAsync(
            folder.Path, "chat", "a\nayah dan ibu\n12 maret 2014\nya\nya\ntidak ada\n1\ntidak ada\ntidak\nkakek\nboleh\n/foto kk.jpg\nsudah semua\n");
        Assert.Contains("1 foto sudah kami terima", ended.Data, StringComparison.Ordinal);
        Assert.Contains("Bapak/Ibu mendaftar untuk siapa?", ended.Data, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder["data/documents"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Bold_is_shown_to_a_person_and_what_somebody_typed_steers_nothing()
    {
        var letter = new Letter(TerminalChat.Chat, new Worded("Ini gratis \u001b[2J", [new(4, 6)]), [[new("Ya\u0007", 0, null), new("Situs", -1, "https://serangkota.go.id")]], 7, null);
        using var to = new StringWriter();
        var screen = new TerminalScreen(to, styled: true);
        screen.Print(letter);
        Assert.Equal("\nIni \u001b[1mgratis\u001b[0m [2J\n\n  a. Ya\n  b. Situs (https://serangkota.go.id)\n", to.ToString());
        Assert.Equal((7, 0), screen.Pressed("a"));
        Assert.Null(screen.Pressed("b"));
        Assert.Null(screen.Pressed("c"));
        Assert.Null(screen.Pressed("1"));
    }

    [Fact]
    public void More_buttons_than_letters_are_all_pressed()
    {
        using var to = new StringWriter();
        var screen = new TerminalScreen(to, styled: false);
        screen.Print(new(TerminalChat.Chat, Worded.Plain("Nomor berapa?"), [[.. Enumerable.Range(0, 40).Select(i => new LetterButton($"Baris {i}", i, null))]], 5, null));
        Assert.Contains("  z. Baris 25\n  aa. Baris 26\n", to.ToString(), StringComparison.Ordinal);
        Assert.Equal((5, 25), screen.Pressed("z"));
        Assert.Equal((5, 26), screen.Pressed("aa"));
        Assert.Equal((5, 39), screen.Pressed("an"));
        Assert.Null(screen.Pressed("ao"));
    }

    [Fact]
    public void Buttons_stay_pressable_while_a_note_without_a_question_comes_in()
    {
        using var to = new StringWriter();
        var screen = new TerminalScreen(to, styled: false);
        screen.Print(new(TerminalChat.Chat, Worded.Plain("Benar?"), [[new("Ya", 0, null)]], 3, null));
        screen.Print(new(TerminalChat.Chat, Worded.Plain("Fotonya sudah kami terima."), [], 0, null));
        Assert.Equal((3, 0), screen.Pressed("a"));
        screen.Print(new(TerminalChat.Chat, Worded.Plain("Siapa namanya?"), [], 4, null));
        Assert.Null(screen.Pressed("a"));
    }
}
