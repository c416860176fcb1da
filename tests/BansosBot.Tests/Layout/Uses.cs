using System.Reflection;
using System.Reflection.Emit;

namespace BansosBot.Tests.Layout;

/// <summary>What a compiled type uses: in its signatures and in the bodies of its methods, those of lambdas and of async methods included.</summary>
internal static class Uses
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>The types of these assemblies that somebody wrote, each with its nested ones counted as its own.</summary>
    public static IEnumerable<Type> TypesOf(params IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(a => a.GetTypes()).Where(t => t.DeclaringType is null && t.Namespace?.StartsWith("BansosBot", StringComparison.Ordinal) == true);

    /// <summary>All members that a type touches, and the types that stand in its signatures.</summary>
    public static IReadOnlySet<MemberInfo> By(Type type)
    {
        var found = new HashSet<MemberInfo>();
        foreach (var own in WithNested(type))
        {
            Add(found, own.BaseType);
            foreach (var face in own.GetInterfaces()) Add(found, face);
            foreach (var field in own.GetFields(Own)) Add(found, field.FieldType);
            foreach (var method in own.GetMethods(Own).Cast<MethodBase>().Concat(own.GetConstructors(Own))) AddMethod(found, method);
        }

        return found;
    }

    /// <summary>All types that a type touches.</summary>
    public static IEnumerable<Type> TypesBy(Type type) => By(type).Select(m => m as Type ?? m.DeclaringType).OfType<Type>().Select(Outermost).Distinct();

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<Type> WithNested(Type type) => type.GetNestedTypes(Own).SelectMany(WithNested).Prepend(type);

    private static void AddMethod(HashSet<MemberInfo> found, MethodBase method)
    {
        if (method is MethodInfo { ReturnType: var returned }) Add(found, returned);
        foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
        if (method.GetMethodBody() is not { } body) return;
        foreach (var local in body.LocalVariables) Add(found, local.LocalType);
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var member = method.Module.ResolveMember(
                token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            if (member.Name == "get_CurrentManagedThreadId") continue;         // the compiler's, in every iterator
            found.Add(member);
            Add(found, member as Type ?? member.DeclaringType);
            if (member is MethodInfo { IsGenericMethod: true } generic) foreach (var argument in generic.GetGenericArguments()) Add(found, argument);
        }
    }

    private static void Add(HashSet<MemberInfo> found, Type? type)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        if (!found.Add(type) || !type.IsGenericType) return;
        foreach (var argument in type.GetGenericArguments()) Add(found, argument);
    }

    // ECMA-335 partition III: an instruction is one or two bytes and its operand, whose size the kind of the instruction tells.
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | il[at++]));
            var code = Codes[value];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    yield return BitConverter.ToInt32(il, at);
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(il, at));
                    break;
                default:
                    at += code.OperandType switch
                    {
                        OperandType.InlineNone => 0,
                        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                        OperandType.InlineVar => 2,
                        OperandType.InlineI8 or OperandType.InlineR => 8,
                        _ => 4,
                    };
                    break;
            }
        }
    }
}
