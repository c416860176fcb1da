using System.Text.Json;

namespace BansosBot.Commands;

/// <summary>Asks the bot that runs for something that takes its time: lines of progress, and the answer last, which begins with a brace. <see cref="Web.LongAnswer"/> writes it.</summary>
internal static class BotCall
{
    /// <param name="note">A line of progress.</param>
    /// <param name="cutOff">What is said where it ended meanwhile.</param>
    /// <exception cref="FailedException">It did not take it, or ended.</exception>
    public static async Task<TAnswer> AskAsync<TRequest, TAnswer>(HttpClient bot, string path, TRequest request, Func<string, Task> note, string cutOff, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(request) };
        try
        {
            using var answer = await bot.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
            Must(answer);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith('{')) return JsonSerializer.Deserialize<TAnswer>(line)!;
                await note(line);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // said below: the bot ended while it was asked
        }

        throw new FailedException($"The running bot ended before it had answered. {cutOff} Its log says why.");
    }

    /// <exception cref="FailedException">It did not take it.</exception>
    public static void Must(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode) throw new FailedException($"The running bot did not take it ({(int)answer.StatusCode}). Its log says why.");
    }
}
