using System.Net;
using System.Text.RegularExpressions;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>A browser without script: keeps cookies, sends the forms that the page has, follows 303.</summary>
public sealed partial class Visit : IDisposable
{
    private readonly HttpClient http;

    public Visit(Uri site)
    {
        Cookies = new();
        http = new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = site };
    }

    public CookieContainer Cookies { get; }

    public async Task<Page> OpenAsync(string address = "/") => await PageAsync(await http.GetAsync(address, Stop));

    /// <summary>Another browser with a copy of the cookies of this one.</summary>
    public Visit Copied()
    {
        var copy = new Visit(http.BaseAddress!);
        copy.Cookies.Add(Cookies.GetAllCookies());
        return copy;
    }

    public async Task<HttpResponseMessage> GetAsync(string address) => await http.GetAsync(address, Stop);

    /// <summary>Opens the page and begins.</summary>
    public async Task<Page> BeginAsync() => await SendAsync(await OpenAsync(), "/mulai");

    public async Task<Page> WriteAsync(Page on, string text) => await SendAsync(on, "/pesan", ("teks", text));

    /// <summary>Presses the button with this label.</summary>
    public async Task<Page> PressAsync(Page on, string label) => await SendAsync(on, "/tombol", ("pilih", on.Button(label)));

    /// <param name="halfWay">What happens while half of the photo is on its way.</param>
    public async Task<Page> SendPhotoAsync(Page on, byte[] content, string fileName = "kk.jpg", Func<Task>? halfWay = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in on.Hidden("/foto")) form.Add(new StringContent(value), name);
        form.Add(new SlowContent(content, halfWay ?? (() => Task.CompletedTask)) { Headers = { ContentType = new("image/jpeg") } }, "foto", fileName);
        return await FollowAsync(await http.PostAsync("/foto", form, Stop));
    }

    private sealed class SlowContent(byte[] content, Func<Task> halfWay) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, content.Length / 2), Stop);
            await stream.FlushAsync(Stop);
            await halfWay();
            await stream.WriteAsync(content.AsMemory(content.Length / 2), Stop);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }

    /// <summary>Sends a form of the page, with what the person filled in.</summary>
    public async Task<Page> SendAsync(Page on, string action, params (string Name, string Value)[] filled) =>
        await FollowAsync(await PostAsync(action, [.. on.Hidden(action), .. filled]));

    public async Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await http.PostAsync(action, form, Stop);
    }

    public async Task<Page> FollowAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.SeeOther) return await PageAsync(answer);
        return await OpenAsync(answer.Headers.Location!.ToString());
    }

    public void Dispose() => http.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<Page> PageAsync(HttpResponseMessage answer) => new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), answer.Headers);
}

/// <summary>A page as it came.</summary>
public sealed partial record Page(HttpStatusCode Status, string Html, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>What the messages say, oldest first; one's own begin with <c>&gt;</c>.</summary>
    public IReadOnlyList<string> Bubbles =>
        [.. BubblePattern().Matches(Html).Select(m => (m.Groups["own"].Success ? "> " : "") + Plain(m.Groups["words"].Value))];

    /// <summary>What was said from the message on that the page jumps to, as a transcript writes it: bold between asterisks, the buttons below the last.</summary>
    public IReadOnlyList<string> Replies
    {
        get
        {
            var newest = Html.IndexOf("id=\"baru\"", StringComparison.Ordinal);
            List<string> said = [.. BubblePattern().Matches(Html).SkipWhile(m => m.Index + m.Length < newest).Select(m => Plain(StrongPattern().Replace(m.Groups["words"].Value, "*")))];
            foreach (Match row in RowPattern().Matches(Html))
                if (ButtonPattern().Matches(row.Value) is { Count: > 0 } buttons) said[^1] += "\n" + string.Join(' ', buttons.Select(m => $"[{Plain(m.Groups["label"].Value)}]"));
            return said;
        }
    }

    public string Text => Plain(Html);

    public IReadOnlyList<string> Buttons => [.. ButtonPattern().Matches(Html).Select(m => Plain(m.Groups["label"].Value))];

    public string Button(string label) => ButtonPattern().Matches(Html).First(m => Plain(m.Groups["label"].Value) == label).Groups["value"].Value;

    public bool HasForm(string action) => Html.Contains($"action=\"{action}\"", StringComparison.Ordinal);

    public (string Name, string Value)[] Hidden(string action)
    {
        var start = Html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no form to {action}.");
        var form = Html[start..Html.IndexOf("</form>", start, StringComparison.Ordinal)];
        return [.. HiddenPattern().Matches(form).Select(m => (m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))];
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(TagPattern().Replace(html, "")).Trim();

    [GeneratedRegex("""<div class="bubble(?<own> own)?".*?<div class="words">(?<words>.*?)</div>""", RegexOptions.Singleline, 1_000)]
    private static partial Regex BubblePattern();

    [GeneratedRegex("""<button name="pilih" value="(?<value>[^"]*)">(?<label>.*?)</button>""", RegexOptions.Singleline, 1_000)]
    private static partial Regex ButtonPattern();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"(?: /)?>""", RegexOptions.None, 1_000)]
    private static partial Regex HiddenPattern();

    [GeneratedRegex("</?strong[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex StrongPattern();

    [GeneratedRegex("""<div class="row( out)?">.*?</div>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex RowPattern();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex TagPattern();
}
