using System.Reflection;

namespace BansosBot.Tests.Layout;

/// <summary>Who may use whom: a part of the program and the parts, namespaces or types of ours that it may look at.</summary>
/// <param name="Part">A namespace; the longest that a type lies in counts.</param>
internal sealed record MayUse(string Part, params string[] Others);

/// <summary>A library, and the only parts that may know it.</summary>
internal sealed record OnlyIn(string Library, params string[] Parts);

/// <summary>The rules of the layout as checks over compiled types: each gives the offenders, and is given planted ones by its test.</summary>
internal static class Rules
{
    private static readonly string[] NoNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl", "Info"];

    /// <summary>A type of ours that another part may not look at.</summary>
    public static IEnumerable<string> BeyondTheirPart(IEnumerable<Type> types, IReadOnlyList<MayUse> table)
    {
        foreach (var type in types)
        {
            var part = table.Where(p => IsIn(type, p.Part)).MaxBy(p => p.Part.Length);
            if (part is null)
            {
                yield return $"{type.FullName} lies in no part of the table";
                continue;
            }

            foreach (var used in Uses.TypesBy(type).Where(IsOurs))
                if (!IsIn(used, part.Part) && !part.Others.Any(o => IsIn(used, o) || used.FullName == o)) yield return $"{type.FullName} uses {used.FullName}";
        }
    }

    /// <summary>A library that is none of their business.</summary>
    public static IEnumerable<string> BeyondTheirLibraries(IEnumerable<Type> types, IReadOnlyList<OnlyIn> table) =>
        from type in types
        from used in Uses.TypesBy(type)
        from library in table
        where IsIn(used, library.Library) && !library.Parts.Any(p => IsIn(type, p))
        select $"{type.FullName} uses {used.FullName}";

    /// <summary>Pure code that uses anything else than what it may.</summary>
    public static IEnumerable<string> Impure(IEnumerable<Type> types, IReadOnlyList<string> namespaces, IReadOnlyList<Type> except) =>
        from type in types
        from used in Uses.TypesBy(type)
        where !IsOurs(used) && used.Namespace is not null          // what the compiler makes has none
            && (except.Contains(used) || !namespaces.Any(n => used.Namespace == n || (n.EndsWith('*') && used.Namespace.StartsWith(n[..^1], StringComparison.Ordinal))))
        select $"{type.FullName} uses {used.FullName}";

    /// <summary>Who calls a method of this name.</summary>
    public static IEnumerable<string> CallersOf(IEnumerable<Type> types, params string[] methods) =>
        types.Where(t => Uses.By(t).OfType<MethodInfo>().Any(m => methods.Contains(m.Name) && IsOurs(m.DeclaringType!) && Uses.Outermost(m.DeclaringType!) != t)).Select(t => t.FullName!);

    public static IEnumerable<string> NamedAfterNothing(IEnumerable<Type> types) =>
        types.Where(t => NoNames.Any(n => t.Name.EndsWith(n, StringComparison.Ordinal))).Select(t => t.FullName!);

    /// <summary>Fields that outlive a call and can change.</summary>
    public static IEnumerable<string> StaticsThatChange(IEnumerable<Type> types) =>
        from type in types
        from own in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Prepend(type)
        from field in own.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<', StringComparison.Ordinal) && !own.Name.Contains('<', StringComparison.Ordinal)
        select $"{type.FullName}.{field.Name}";

    private static bool IsOurs(Type type) => type.Namespace is "BansosBot" || type.Namespace?.StartsWith("BansosBot.", StringComparison.Ordinal) == true;

    private static bool IsIn(Type type, string part) => type.Namespace == part || type.Namespace?.StartsWith(part + ".", StringComparison.Ordinal) == true;
}
