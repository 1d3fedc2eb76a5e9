using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Karvan.Architecture.Tests.Writes;

/// <summary>One call as it was compiled.</summary>
/// <param name="Place">Type and method of the source, without the namespace: <c>BulkRows.Prepared.Add</c>.</param>
/// <param name="Type">The type that the called method is declared on, without the namespace.</param>
/// <param name="Method">The called method.</param>
internal sealed record CompiledCall(string Place, string Type, string Method);

/// <summary>
/// The calls of an assembly, read from its compiled code: neither a comment nor a string is one, and none hides behind
/// a line break, an alias or a static import.
/// </summary>
internal static partial class CompiledCalls
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields()
        .Select(f => f.GetValue(null))
        .OfType<OpCode>()
        .ToDictionary(c => c.Value);

    public static IReadOnlyList<CompiledCall> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var calls = new List<CompiledCall>();
        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }
            var place = Place(reader, method);
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
            foreach (var called in Called(code))
            {
                if (Named(reader, called) is var (type, name))
                {
                    calls.Add(new CompiledCall(place, type, name));
                }
            }
        }
        return calls;
    }

    private static IEnumerable<EntityHandle> Called(BlobReader code)
    {
        var called = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            int first = code.ReadByte();
            var op = Codes[unchecked((short)(first == 0xFE ? 0xFE00 | code.ReadByte() : first))];
            switch (op.OperandType)
            {
                case OperandType.InlineMethod:
                    called.Add(
                        (EntityHandle)
                            System.Reflection.Metadata.Ecma335.MetadataTokens.Handle(
                                code.ReadInt32()
                            )
                    );
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget
                or OperandType.ShortInlineI
                or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
        return called;
    }

    private static (string Type, string Name)? Named(MetadataReader reader, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Named(
                    reader,
                    reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method
                );
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                return (TypeName(reader, member.Parent), reader.GetString(member.Name));
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return (TypeName(reader, method.GetDeclaringType()), reader.GetString(method.Name));
            default:
                return null;
        }
    }

    private static string TypeName(MetadataReader reader, EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeReference => reader.GetString(
                reader.GetTypeReference((TypeReferenceHandle)handle).Name
            ),
            HandleKind.TypeDefinition => reader.GetString(
                reader.GetTypeDefinition((TypeDefinitionHandle)handle).Name
            ),
            // A constructed generic type: none of those that are asked for is one.
            _ => "",
        };

    /// <summary>
    /// Where it stands in the source. What the compiler makes of an async method, a lambda or a local function carries
    /// the name of the method around it in angle brackets.
    /// </summary>
    private static string Place(MetadataReader reader, MethodDefinition method)
    {
        var names = new List<string> { reader.GetString(method.Name) };
        for (
            var type = method.GetDeclaringType();
            !type.IsNil;
            type = reader.GetTypeDefinition(type).GetDeclaringType()
        )
        {
            names.Insert(0, reader.GetString(reader.GetTypeDefinition(type).Name).Split('`')[0]);
        }
        var types = names.SkipLast(1).TakeWhile(n => n[0] != '<').ToList();
        var made = string.Concat(names.Skip(types.Count));
        var around = MethodAround().Match(made);
        return $"{string.Join('.', types)}.{(around.Success ? around.Groups[1].Value : names[^1])}";
    }

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex MethodAround();
}
