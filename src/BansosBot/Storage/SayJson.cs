using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BansosBot.Domain;

namespace BansosBot.Storage;

/// <summary>A text key and its values, compact: <c>["Status.Place",{"ke":["n",3]}]</c>. The letters of the kinds, once given, stay.</summary>
internal sealed class SayJson : JsonConverter<Say>
{
    public override Say Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        reader.Read();
        var key = reader.GetString()!;
        var slots = ImmutableArray.CreateBuilder<Slot>();
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                reader.Read();
                slots.Add(new(name, ReadValue(ref reader, options)));
            }

            reader.Read();
        }

        Expect(ref reader, JsonTokenType.EndArray);
        return new(key, slots.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, Say value, JsonSerializerOptions options) => WriteSay(writer, value);

    private static void WriteSay(Utf8JsonWriter writer, Say value)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Key);
        if (!value.Values.IsEmpty)
        {
            writer.WriteStartObject();
            foreach (var slot in value.Values)
            {
                writer.WritePropertyName(slot.Name);
                WriteValue(writer, slot.Value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, SayValue value)
    {
        writer.WriteStartArray();
        switch (value)
        {
            case SayValue.Words w:
                Put("w", w.As);
                break;
            case SayValue.Number n:
                writer.WriteStringValue("n");
                writer.WriteNumberValue(n.N);
                break;
            case SayValue.Day d:
                Put("d", Iso(d.On));
                break;
            case SayValue.PaperDay d:
                Put("p", Iso(d.On));
                break;
            case SayValue.Moment m:
                Put("m", m.At.ToString("O", CultureInfo.InvariantCulture));
                break;
            case SayValue.Hours h:
                writer.WriteStringValue("h");
                writer.WriteStringValue(h.From.ToString("O", CultureInfo.InvariantCulture));
                writer.WriteStringValue(h.Until.ToString("O", CultureInfo.InvariantCulture));
                break;
            case SayValue.Months m:
                writer.WriteStringValue("s");
                writer.WriteStringValue(Iso(m.First));
                writer.WriteStringValue(Iso(m.Last));
                break;
            case SayValue.Nearby d:
                Put("y", Iso(d.On));
                break;
            case SayValue.Around m:
                Put("u", m.At.ToString("O", CultureInfo.InvariantCulture));
                break;
            case SayValue.Ordinal n:
                writer.WriteStringValue("o");
                writer.WriteNumberValue(n.N);
                break;
            case SayValue.MoneyInWords m:
                writer.WriteStringValue("v");
                writer.WriteNumberValue(m.Amount.Amount);
                break;
            case SayValue.Length l:
                writer.WriteStringValue("l");
                writer.WriteNumberValue(l.Span.Ticks);
                break;
            case SayValue.Money m:
                writer.WriteStringValue("r");
                writer.WriteNumberValue(m.Amount.Amount);
                break;
            case SayValue.Text t:
                writer.WriteStringValue("t");
                WriteSay(writer, t.Inner);
                break;
            case SayValue.Together t:
                writer.WriteStringValue("a");
                foreach (var item in t.Items) WriteSay(writer, item);
                break;
            case SayValue.Lines t:
                writer.WriteStringValue(t.Numbered ? "j" : "i");
                foreach (var item in t.Items) WriteSay(writer, item);
                break;
            default:
                // An assigned value is replaced by the store before it is written.
                throw new JsonException($"A value of kind {value.GetType().Name} cannot be stored.");
        }

        writer.WriteEndArray();

        void Put(string kind, string text)
        {
            writer.WriteStringValue(kind);
            writer.WriteStringValue(text);
        }
    }

    private SayValue ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        reader.Read();
        var kind = reader.GetString();
        reader.Read();
        SayValue value;
        switch (kind)
        {
            case "w":
                value = new SayValue.Words(reader.GetString()!);
                break;
            case "n":
                value = new SayValue.Number(reader.GetInt64());
                break;
            case "d":
                value = new SayValue.Day(Day(reader.GetString()!));
                break;
            case "p":
                value = new SayValue.PaperDay(Day(reader.GetString()!));
                break;
            case "m":
                value = new SayValue.Moment(Instant(reader.GetString()!));
                break;
            case "h":
                value = Hours(ref reader);
                break;
            case "s":
                var first = Day(reader.GetString()!);
                reader.Read();
                value = new SayValue.Months(first, Day(reader.GetString()!));
                break;
            case "y":
                value = new SayValue.Nearby(Day(reader.GetString()!));
                break;
            case "u":
                value = new SayValue.Around(Instant(reader.GetString()!));
                break;
            case "o":
                value = new SayValue.Ordinal(reader.GetInt64());
                break;
            case "v":
                value = new SayValue.MoneyInWords(new Rupiah(reader.GetInt64()));
                break;
            case "l":
                value = new SayValue.Length(new TimeSpan(reader.GetInt64()));
                break;
            case "r":
                value = new SayValue.Money(new Rupiah(reader.GetInt64()));
                break;
            case "t":
                value = new SayValue.Text(Read(ref reader, typeof(Say), options));
                break;
            case "a":
                return new SayValue.Together(Items(ref reader, options));
            case "i":
                return new SayValue.Lines(Items(ref reader, options));
            case "j":
                return new SayValue.Lines(Items(ref reader, options), Numbered: true);
            default:
                throw new JsonException("A stored value of a kind that this program does not know.");
        }

        reader.Read();
        Expect(ref reader, JsonTokenType.EndArray);
        return value;
    }

    private static SayValue.Hours Hours(ref Utf8JsonReader reader)
    {
        var from = Instant(reader.GetString()!);
        reader.Read();
        return new(from, Instant(reader.GetString()!));
    }

    private ImmutableArray<Say> Items(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = ImmutableArray.CreateBuilder<Say>();
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, typeof(Say), options));
            reader.Read();
        }

        return items.ToImmutable();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type) throw new JsonException("A stored text is damaged.");
    }
}
