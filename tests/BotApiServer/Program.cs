namespace BotApiServer;

public static class Program
{
    public static void Main() => Console.WriteLine("Bot API test server");
}
