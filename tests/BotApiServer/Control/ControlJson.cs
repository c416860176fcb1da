using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BotApiServer;

/// <summary>A person to invent.</summary>
public sealed record NewPerson(string Name, long? Id = null, string? LanguageCode = "id", string? Username = null);

/// <summary>A person who was invented.</summary>
public sealed record PersonMade(long Id, string Name);

/// <summary>Sends above a number.</summary>
/// <param name="Next">To be asked for next.</param>
public sealed record SentPage(long Next, IReadOnlyList<Sent> Sent);

/// <summary>Update ids of what people did, in the order asked.</summary>
public sealed record UpdatesMade(IReadOnlyList<int> UpdateIds);

/// <summary>The server in figures.</summary>
/// <param name="Confirmed">Updates the bot confirmed, by offset or by webhook.</param>
/// <param name="Requests">By method; refused and faulty ones too.</param>
public sealed record Stats(int Waiting, long Confirmed, int LastConfirmedId, long Sent, long Refused, int People, int Files,
    int FaultsPlanned, IReadOnlyDictionary<string, long> Requests);

/// <summary>JSON of the control surface: camelCase, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NewPerson[]))]
[JsonSerializable(typeof(PersonMade[]))]
[JsonSerializable(typeof(Act[]))]
[JsonSerializable(typeof(UpdatesMade))]
[JsonSerializable(typeof(SentPage))]
[JsonSerializable(typeof(Fault[]))]
[JsonSerializable(typeof(SendLimits))]
[JsonSerializable(typeof(Stats))]
[JsonSerializable(typeof(SeenMessage[]))]
[JsonSerializable(typeof(RequestSeen[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ControlJson : JsonSerializerContext;
