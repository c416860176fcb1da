namespace BotApiServer;

/// <summary>A picture a person sends.</summary>
/// <param name="Bytes">What a download of the largest size gives.</param>
/// <param name="Width">Of the largest size, in pixels.</param>
/// <param name="Small">What a download of the smaller sizes gives; null: the same bytes.</param>
public sealed record Picture(byte[] Bytes, int Width = 960, int Height = 1280, string? Caption = null, byte[]? Small = null);

/// <summary>How the items of an album reach the bot.</summary>
public enum AlbumArrives
{
    Together,
    OnePerPoll,
}

public sealed partial class Person
{
    private static readonly int[] SmallSizesPixels = [90, 320]; // the longer side, as Telegram scales

    /// <summary>A photo: the bot gets several sizes, the largest last.</summary>
    public int SendsPhoto(Picture picture)
    {
        lock (world.Gate)
        {
            return PostPhoto(picture, albumId: null, startsNewPoll: false);
        }
    }

    /// <summary>A picture or any other file "as a file": mime type and name are what the phone says.</summary>
    /// <param name="sizeClaimed">Bytes that Telegram names, where a test wants another figure than the true one.</param>
    public int SendsFile(byte[] bytes, string? name, string? mimeType, string? caption = null, int? sizeClaimed = null)
    {
        lock (world.Gate)
        {
            return PostFile("document", "documents", bytes, name, mimeType, caption, sizeClaimed);
        }
    }

    /// <summary>Several photos as one album: a message and an update each, bound by media_group_id.</summary>
    public IReadOnlyList<int> SendsAlbum(IReadOnlyList<Picture> pictures, AlbumArrives arrives = AlbumArrives.Together)
    {
        lock (world.Gate)
        {
            var album = world.NewAlbumId();
            return [.. pictures.Select((p, at) => PostPhoto(p, album, at > 0 && arrives == AlbumArrives.OnePerPoll))];
        }
    }

    public int SendsVideo(byte[] bytes, string? caption = null)
    {
        lock (world.Gate)
        {
            return PostFile("video", "videos", bytes, "video.mp4", "video/mp4", caption, null);
        }
    }

    public int SendsVoice(byte[] bytes)
    {
        lock (world.Gate)
        {
            return PostFile("voice", "voice", bytes, null, "audio/ogg", null, null);
        }
    }

    public int SendsSticker(string emoji = "👍")
    {
        lock (world.Gate)
        {
            var file = world.Files.Add("stickers", [0], "sticker.webp", "image/webp", 512, 512);
            return Post("sticker", [Field("sticker", (file, emoji), static (s, json) =>
            {
                json.WriteStartObject();
                s.file.WriteFieldsTo(json);
                json.WriteString("type"u8, "regular"u8);
                json.WriteNumber("width"u8, 512);
                json.WriteNumber("height"u8, 512);
                json.WriteBoolean("is_animated"u8, false);
                json.WriteBoolean("is_video"u8, false);
                json.WriteString("emoji"u8, s.emoji);
                json.WriteEndObject();
            })], fileId: file.Id);
        }
    }

    public int SendsLocation(double latitude, double longitude)
    {
        lock (world.Gate)
        {
            return Post("location", [Field("location", (latitude, longitude), static (at, json) =>
            {
                json.WriteStartObject();
                json.WriteNumber("latitude"u8, at.latitude);
                json.WriteNumber("longitude"u8, at.longitude);
                json.WriteEndObject();
            })]);
        }
    }

    /// <param name="own">The person's own contact, as the request button sends it.</param>
    public int SendsContact(string phone, string firstName, bool own = false)
    {
        lock (world.Gate)
        {
            return Post("contact", [Field("contact", (phone, firstName, id: own ? Id : 0), static (c, json) =>
            {
                json.WriteStartObject();
                json.WriteString("phone_number"u8, c.phone);
                json.WriteString("first_name"u8, c.firstName);
                if (c.id != 0)
                {
                    json.WriteNumber("user_id"u8, c.id);
                }

                json.WriteEndObject();
            })]);
        }
    }

    public int SendsPoll(string question, params IReadOnlyList<string> options)
    {
        lock (world.Gate)
        {
            return Post("poll", [Field("poll", (question, options), static (poll, json) =>
            {
                json.WriteStartObject();
                json.WriteString("id"u8, "6000000000000000001"u8);
                json.WriteString("question"u8, poll.question);
                json.WriteStartArray("options"u8);
                foreach (var option in poll.options)
                {
                    json.WriteStartObject();
                    json.WriteString("text"u8, option);
                    json.WriteNumber("voter_count"u8, 0);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteNumber("total_voter_count"u8, 0);
                json.WriteBoolean("is_closed"u8, false);
                json.WriteBoolean("is_anonymous"u8, true);
                json.WriteString("type"u8, "regular"u8);
                json.WriteBoolean("allows_multiple_answers"u8, false);
                json.WriteEndObject();
            })]);
        }
    }

    /// <summary>Forwards a text that somebody else wrote.</summary>
    public int Forwards(string text, string fromName)
    {
        lock (world.Gate)
        {
            return Post("text", [Field("forward_origin", (world, fromName), static (f, json) =>
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "hidden_user"u8);
                json.WriteString("sender_user_name"u8, f.fromName);
                json.WriteNumber("date"u8, f.world.Now.ToUnixTimeSeconds());
                json.WriteEndObject();
            })], text: text);
        }
    }

    /// <summary>Pins a message that stands in the chat: a service message.</summary>
    public int Pins(int messageId)
    {
        lock (world.Gate)
        {
            var pinned = chat.Find(messageId) ?? throw new InvalidOperationException($"{Name} sees no message {messageId}.");
            return Post("pinned_message", [Field("pinned_message", pinned, static (m, json) => m.WriteTo(json))]);
        }
    }

    private int PostPhoto(Picture picture, string? albumId, bool startsNewPoll)
    {
        var longer = Math.Max(picture.Width, picture.Height);
        var sizes = new List<StoredFile>();
        foreach (var side in SmallSizesPixels.Where(s => s < longer))
        {
            var (width, height) = (Math.Max(1, picture.Width * side / longer), Math.Max(1, picture.Height * side / longer));
            sizes.Add(world.Files.Add("photos", picture.Small ?? picture.Bytes, null, "image/jpeg", width, height));
        }

        sizes.Add(world.Files.Add("photos", picture.Bytes, null, "image/jpeg", picture.Width, picture.Height));
        List<KeyValuePair<string, byte[]>> fields = [Field("photo", sizes, static (all, json) =>
        {
            json.WriteStartArray();
            foreach (var size in all)
            {
                json.WriteStartObject();
                size.WriteFieldsTo(json);
                json.WriteNumber("width"u8, size.Width);
                json.WriteNumber("height"u8, size.Height);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        })];
        if (albumId is not null)
        {
            fields.Add(Field("media_group_id", albumId, static (id, json) => json.WriteStringValue(id)));
        }

        return Post("photo", fields, caption: picture.Caption, fileId: sizes[^1].Id, startsNewPoll: startsNewPoll);
    }

    private int PostFile(string kind, string folder, byte[] bytes, string? name, string? mimeType, string? caption, int? sizeClaimed)
    {
        var file = world.Files.Add(folder, bytes, name, mimeType, sizeClaimed: sizeClaimed);
        return Post(kind, [Field(kind, (kind, file), static (f, json) =>
        {
            json.WriteStartObject();
            f.file.WriteFieldsTo(json);
            if (f.file.Name is not null)
            {
                json.WriteString("file_name"u8, f.file.Name);
            }

            if (f.file.MimeType is not null)
            {
                json.WriteString("mime_type"u8, f.file.MimeType);
            }

            if (f.kind is "video" or "voice")
            {
                json.WriteNumber("duration"u8, 3);
            }

            if (f.kind == "video")
            {
                json.WriteNumber("width"u8, 640);
                json.WriteNumber("height"u8, 480);
            }

            json.WriteEndObject();
        })], caption: caption, fileId: file.Id);
    }
}
