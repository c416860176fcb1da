using Stateless;

namespace BansosBot.Domain.Tests.Conversations;

/// <summary>What we rely on in Stateless 5.20.1: src/Stateless/StateMachine.cs of github.com/dotnet-state-machine/stateless, issues 527 and 639.</summary>
public sealed class StatelessFactsTests
{
    [ThreadStatic] private static string? at;

    [Fact]
    public void One_machine_in_immediate_mode_serves_many_threads()
    {
        var machine = Ring(FiringMode.Immediate);
        var wrong = 0;
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                at = "a";
                machine.Fire("next");
                if (at != "b") Interlocked.Increment(ref wrong);
            }
        });

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_state_that_was_never_configured_is_added_by_the_very_question()
    {
        var machine = Ring(FiringMode.Immediate);
        at = "stranger";
        Assert.False(machine.CanFire("next"));
        Assert.Throws<InvalidOperationException>(() => machine.Fire("next"));
    }

    [Fact]
    public void Permit_to_the_same_state_is_refused()
    {
        at = "a";
        var machine = new StateMachine<string, string>(() => at!, next => at = next, FiringMode.Immediate);

        Assert.Throws<ArgumentException>(() => machine.Configure("a").Permit("again", "a"));
    }

    [Fact]
    public void A_substate_has_the_moves_of_its_superstate()
    {
        at = "a";
        var machine = new StateMachine<string, string>(() => at!, next => at = next, FiringMode.Immediate);
        machine.Configure("all").Permit("menu", "idle");
        machine.Configure("a").SubstateOf("all");
        machine.Configure("idle");

        machine.Fire("menu");

        Assert.Equal("idle", at);
    }

    private static StateMachine<string, string> Ring(FiringMode mode)
    {
        at = "a";
        var machine = new StateMachine<string, string>(() => at!, next => at = next, mode);
        machine.Configure("a").Permit("next", "b");
        machine.Configure("b").Permit("next", "a");
        return machine;
    }
}
