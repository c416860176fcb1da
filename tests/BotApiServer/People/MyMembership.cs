namespace BotApiServer;

/// <summary>my_chat_member: somebody blocked the bot, let it in again, or put it out of a group. Under the world's lock.</summary>
internal static class MyMembership
{
    public static int Change(World world, Chat chat, User by, string from, string to)
    {
        chat.ShutOut = to == "kicked";
        return world.Updates.Add("my_chat_member", chat.Id, (world, chat, by, from, to), static (about, json) =>
        {
            json.WriteStartObject("my_chat_member"u8);
            json.WritePropertyName("chat"u8);
            about.chat.WriteTo(json);
            json.WritePropertyName("from"u8);
            about.by.WriteTo(json);
            json.WriteNumber("date"u8, about.world.Now.ToUnixTimeSeconds());
            foreach (var (name, status) in new[] { ("old_chat_member", about.from), ("new_chat_member", about.to) })
            {
                json.WriteStartObject(name);
                json.WritePropertyName("user"u8);
                about.world.Bot.WriteTo(json);
                json.WriteString("status"u8, status);
                if (status == "kicked")
                {
                    json.WriteNumber("until_date"u8, 0);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }
}
