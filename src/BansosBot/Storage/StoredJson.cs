using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Protection;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Storage;

/// <summary>How the domain's values stand inside the encrypted fields: JSON with short, stable names, apart from class names.</summary>
/// <remarks>A change of a stored shape needs a migration and a stored example of the old one in the tests (StoredJsonTests).</remarks>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static JsonTypeInfo<Conversation> Conversation { get; } = Of<Conversation>();

    public static JsonTypeInfo<Application> Application { get; } = Of<Application>();

    public static JsonTypeInfo<Outgoing> Outgoing { get; } = Of<Outgoing>();

    public static JsonTypeInfo<Ticket> Ticket { get; } = Of<Ticket>();

    public static JsonTypeInfo<Report> Report { get; } = Of<Report>();

    public static JsonTypeInfo<Officer> Officer { get; } = Of<Officer>();

    public static JsonTypeInfo<Invitation> Invitation { get; } = Of<Invitation>();

    public static JsonTypeInfo<WorkOrder> WorkOrder { get; } = Of<WorkOrder>();

    public static JsonTypeInfo<Recipient> Recipient { get; } = Of<Recipient>();

    public static JsonTypeInfo<ListDecision> ListDecision { get; } = Of<ListDecision>();

    public static JsonTypeInfo<OwnWords> OwnWords { get; } = Of<OwnWords>();

    public static JsonTypeInfo<Schedule> Schedule { get; } = Of<Schedule>();

    public static JsonTypeInfo<Batch> Batch { get; } = Of<Batch>();

    public static JsonTypeInfo<Incoming> Incoming { get; } = Of<Incoming>();

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,     // what is false or 0 is written: a member may start otherwise
            IgnoreReadOnlyProperties = true,                                  // what is worked out from the rest is not
            Converters =
            {
                new SayJson(),
                new AddressJson(),
                new RefusalJson(),
                new TextJson<Nik>(n => n.Reveal(), t => Read(Nik.Parse(t))),
                new TextJson<NomorKk>(n => n.Reveal(), t => Read(NomorKk.Parse(t))),
                new TextJson<KkLastSix>(n => n.Reveal(), t => Read(KkLastSix.Parse(t))),
                new TextJson<PersonName>(n => n.Reveal(), t => Read(PersonName.Parse(t))),
                new TextJson<PhoneNumber>(n => n.Reveal(), t => Read(PhoneNumber.Parse(t))),
                new TextJson<ReceiptCode>(n => n.Reveal(), t => Read(ReceiptCode.Parse(t))),
                new TextJson<LinkCode>(n => n.Reveal(), t => LinkCode.Parse(t) ?? throw new JsonException("A joining code that is none.")),
                new TextJson<CaseNumber>(n => n.ToString(), t => Read(CaseNumber.Parse(t))),
                new TextJson<Kecamatan>(k => k.Code, t => Wilayah.KecamatanByCode(t) ?? throw new JsonException("A kecamatan code that is not in the list.")),
                new TextJson<OfficeWords>(w => w.Text, t => OfficeWords.Of(t) ?? throw new JsonException("Words of the office that are none.")),
                new TextJson<Hours>(h => $"{Hour(h.From)}-{Hour(h.Until)}", t => Hours.Of(Hour(t[..5]), Hour(t[6..])) ?? throw new JsonException("Hours that are none.")),
                new TextJson<Months>(m => $"{Day(m.First)}/{Day(m.Last)}", t => Months.Of(Day(t[..10]), Day(t[11..])) ?? throw new JsonException("Months that are none.")),
                new TextJson<Kelurahan>(k => k.Code, t => Wilayah.KelurahanByCode(t) ?? throw new JsonException("A kelurahan code that is not in the list.")),
            },
        };
        options.TypeInfoResolver = new Resolver().WithAddedModifier(Kinds);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What is written before the program is run; but of records with members that start at something, what it finds
    /// out itself: the generated code makes null or 0 of an init-only member that an older text lacks, and not what it starts at.</summary>
    private sealed class Resolver : IJsonTypeInfoResolver
    {
        private readonly DefaultJsonTypeInfoResolver atRunTime = new();

        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            StartsAtSomething(type) ? atRunTime.GetTypeInfo(type, options) : ((IJsonTypeInfoResolver)StoredContext.Default).GetTypeInfo(type, options);

        private static bool StartsAtSomething(Type type) => type == typeof(Conversation) || type == typeof(Draft) || type == typeof(Application) || type == typeof(Outgoing) || type == typeof(Officer) || type == typeof(Batch) || type == typeof(BroughtList);
    }

    // Names in the stored text, once given, stay.
    private static void Kinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Answer)) Derived(type,
            (typeof(Answer.Chosen), "c"), (typeof(Answer.Day), "d"), (typeof(Answer.OwnNik), "nik"), (typeof(Answer.OwnKk), "kk"), (typeof(Answer.Name), "n"),
            (typeof(Answer.Phone), "p"), (typeof(Answer.InKelurahan), "k"), (typeof(Answer.Street), "a"), (typeof(Answer.Money), "m"), (typeof(Answer.Free), "t"),
            (typeof(Answer.Papers), "f"), (typeof(Answer.Receipt), "r"), (typeof(Answer.Joining), "j"), (typeof(Answer.KkEnd), "kk6"));
        else if (type.Type == typeof(ScheduleState)) Derived(type,
            (typeof(ScheduleState.Draft), "draft"), (typeof(ScheduleState.Approved), "approved"), (typeof(ScheduleState.Announced), "announced"),
            (typeof(ScheduleState.Changed), "changed"), (typeof(ScheduleState.Cancelled), "cancelled"), (typeof(ScheduleState.Done), "done"));
        else if (type.Type == typeof(Audience)) Derived(type, (typeof(Audience.Everybody), "all"), (typeof(Audience.InKecamatan), "kec"), (typeof(Audience.InKelurahan), "kel"));
        else if (type.Type == typeof(HandOut)) Derived(type, (typeof(HandOut.AtBank), "bank"), (typeof(HandOut.AtPost), "post"), (typeof(HandOut.AtOffice), "office"), (typeof(HandOut.AtHome), "home"));
        else if (type.Type == typeof(Incoming)) Derived(type,
            (typeof(Incoming.Words), "words"), (typeof(Incoming.Command), "command"), (typeof(Incoming.Press), "press"), (typeof(Incoming.Picture), "picture"),
            (typeof(Incoming.Odd), "odd"), (typeof(Incoming.InGroup), "group"), (typeof(Incoming.Reachable), "reach"), (typeof(Incoming.Due), "due"),
            (typeof(Incoming.FileKept), "kept"), (typeof(Incoming.FileDelayed), "delayed"), (typeof(Incoming.FileRefused), "refused"),
            (typeof(Incoming.ProposalsDrawn), "drawn"), (typeof(Incoming.NotDrawn), "notdrawn"), (typeof(Incoming.RecapDrawn), "recap"), (typeof(Incoming.CasesListed), "listed"),
            (typeof(Incoming.ListKept), "listkept"), (typeof(Incoming.ListGoesOn), "listgoes"), (typeof(Incoming.ListTold), "listtold"));
    }

    private static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly Hour(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Derived(JsonTypeInfo type, params ReadOnlySpan<(Type Type, string Name)> kinds)
    {
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "$", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var (kind, name) in kinds) type.PolymorphismOptions.DerivedTypes.Add(new(kind, name));
    }

    // What was once accepted and is refused now was stored under other rules: no personal value in the text of the failure.
    private static T Read<T>(Outcome<T> outcome) => outcome is Outcome<T>.Ok(var value) ? value
        : throw new JsonException($"A stored {typeof(T).Name} is no longer accepted.");

    /// <summary>Street, RT, RW; null where unknown.</summary>
    private sealed class AddressJson : JsonConverter<Address>
    {
        public override Address Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize(ref reader, StoredContext.Default.StringArray) is [var street, var rt, var rw] && Address.Of(new(street, rt, rw)) is { } address
                ? address
                : throw new JsonException("A stored address is no longer accepted.");

        public override void Write(Utf8JsonWriter writer, Address value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, [value.Street, value.Rt!, value.Rw!], StoredContext.Default.StringArray);
    }

    /// <summary>A refusal is kept as its sentence: only a parked message bears one, and people read it there.</summary>
    private sealed class RefusalJson : JsonConverter<Refusal>
    {
        public override bool CanConvert(Type type) => type == typeof(Refusal);

        public override Refusal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new StoredRefusal(((JsonConverter<Say>)options.GetConverter(typeof(Say))).Read(ref reader, typeof(Say), options)!);

        public override void Write(Utf8JsonWriter writer, Refusal value, JsonSerializerOptions options) =>
            ((JsonConverter<Say>)options.GetConverter(typeof(Say))).Write(writer, value.Sentence, options);
    }

    private sealed record StoredRefusal(Say Kept) : Refusal
    {
        public override Say Sentence => Kept;
    }

    private sealed class TextJson<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}

[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(Outgoing))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Officer))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(WorkOrder))]
[JsonSerializable(typeof(Recipient))]
[JsonSerializable(typeof(ListDecision))]
[JsonSerializable(typeof(OwnWords))]
[JsonSerializable(typeof(Schedule))]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(ScheduleState.Draft), TypeInfoPropertyName = "ScheduleDraft")]
[JsonSerializable(typeof(ScheduleState.Approved))]
[JsonSerializable(typeof(ScheduleState.Announced))]
[JsonSerializable(typeof(ScheduleState.Changed))]
[JsonSerializable(typeof(ScheduleState.Cancelled))]
[JsonSerializable(typeof(ScheduleState.Done))]
[JsonSerializable(typeof(Audience.Everybody))]
[JsonSerializable(typeof(Audience.InKecamatan))]
[JsonSerializable(typeof(Audience.InKelurahan), TypeInfoPropertyName = "AudienceInKelurahan")]
[JsonSerializable(typeof(HandOut.AtBank))]
[JsonSerializable(typeof(HandOut.AtPost))]
[JsonSerializable(typeof(HandOut.AtOffice))]
[JsonSerializable(typeof(HandOut.AtHome))]
[JsonSerializable(typeof(Incoming))]
[JsonSerializable(typeof(Incoming.Words))]
[JsonSerializable(typeof(Incoming.Command))]
[JsonSerializable(typeof(Incoming.Press))]
[JsonSerializable(typeof(Incoming.Picture))]
[JsonSerializable(typeof(Incoming.Odd))]
[JsonSerializable(typeof(Incoming.InGroup))]
[JsonSerializable(typeof(Incoming.Reachable))]
[JsonSerializable(typeof(Incoming.Due))]
[JsonSerializable(typeof(Incoming.FileKept))]
[JsonSerializable(typeof(Incoming.FileDelayed))]
[JsonSerializable(typeof(Incoming.FileRefused))]
[JsonSerializable(typeof(Incoming.ProposalsDrawn))]
[JsonSerializable(typeof(Incoming.NotDrawn))]
[JsonSerializable(typeof(Incoming.RecapDrawn))]
[JsonSerializable(typeof(Incoming.CasesListed))]
[JsonSerializable(typeof(Incoming.ListKept))]
[JsonSerializable(typeof(Incoming.ListGoesOn))]
[JsonSerializable(typeof(Incoming.ListTold))]
[JsonSerializable(typeof(Answer.Chosen))]
[JsonSerializable(typeof(Answer.Day))]
[JsonSerializable(typeof(Answer.OwnNik))]
[JsonSerializable(typeof(Answer.OwnKk))]
[JsonSerializable(typeof(Answer.Name))]
[JsonSerializable(typeof(Answer.Phone))]
[JsonSerializable(typeof(Answer.InKelurahan))]
[JsonSerializable(typeof(Answer.Street))]
[JsonSerializable(typeof(Answer.Money))]
[JsonSerializable(typeof(Answer.Free))]
[JsonSerializable(typeof(Answer.Papers))]
[JsonSerializable(typeof(Answer.Receipt))]
[JsonSerializable(typeof(Answer.Joining))]
[JsonSerializable(typeof(Answer.KkEnd))]
internal sealed partial class StoredContext : JsonSerializerContext;
