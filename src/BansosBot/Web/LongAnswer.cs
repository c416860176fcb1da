using System.Text.Json;

namespace BansosBot.Web;

/// <summary>Answers a verb that waits: a line of progress each, and the answer last, which begins with a brace. <see cref="Commands.BotCall"/> reads it.</summary>
internal static class LongAnswer
{
    /// <param name="answer">Given the way to say a line of progress.</param>
    public static async Task WriteAsync<T>(HttpContext http, Func<Func<string, Task>, CancellationToken, Task<T>> answer)
    {
        var stop = http.RequestAborted;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await WriteAsync(JsonSerializer.Serialize(await answer(WriteAsync, stop)));

        async Task WriteAsync(string line)
        {
            await http.Response.WriteAsync(line + "\n", stop);
            await http.Response.Body.FlushAsync(stop);
        }
    }
}
