namespace BansosBot.Programmes;

/// <summary>Something to mend in a programme file.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Check">A short name to search for: <c>unknown-key</c>.</param>
/// <param name="Reason">What is wrong, and an example of what is right.</param>
public sealed record ProgrammeMistake(string File, int Line, string Check, string Reason)
{
    /// <summary>One line, as compilers write it.</summary>
    public override string ToString() => $"{File}:{Line}: {Reason} [{Check}]";
}

/// <summary>Gathers the mistakes of one file: reading goes on after each.</summary>
internal sealed class Mistakes(string file)
{
    private readonly List<ProgrammeMistake> found = [];

    public string File => file;

    public IReadOnlyList<ProgrammeMistake> Found => found;

    public void Add(int line, string check, string reason) => found.Add(new(file, line, check, reason));

    /// <summary>The keys of a place; null, and a mistake, where something else stands there.</summary>
    /// <param name="where">What the place is.</param>
    public Fields? Map(YamlTree? value, string where)
    {
        if (value is YamlTree.Map map) return new(map, where, this);
        if (value is not null) Add(value.Line, "wrong-type", $"{where} is {value.Kind}, but must be keys with values. Example: \"step: consent\"");
        return null;
    }
}
