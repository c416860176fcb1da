using System.Runtime.CompilerServices;

namespace BansosBot.Domain.Tests;

public sealed class RefusalKeyTests
{
    public static TheoryData<Type> Kinds => [.. typeof(Refusal).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_key_of_a_refusal_is_its_type_s_name(Type kind) =>
        Assert.Equal($"Refusal.{kind.Name}", ((Refusal)RuntimeHelpers.GetUninitializedObject(kind)).Sentence.Key);

    [Fact]
    public void No_two_refusals_share_a_key() =>
        Assert.Equal(Kinds.Count, Kinds.Select(k => k.Data.Name).Distinct().Count());

    [Fact]
    public void Every_refusal_is_sealed() =>
        Assert.DoesNotContain(Kinds, k => !k.Data.IsSealed);
}
