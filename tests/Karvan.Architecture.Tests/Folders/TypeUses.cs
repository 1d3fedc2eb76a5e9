using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Karvan.Architecture.Tests.Folders;

/// <summary>A type of a project, or the type around it where it is nested.</summary>
internal sealed record ProjectType(string Namespace, string Name);

/// <summary>
/// Which types of one assembly use which others of it, as the compiler wrote it down: bases, members, attributes and everything
/// that a method's body names. Constants are not in there, for the compiler copies their values: <see cref="ConstantUses"/>.
/// </summary>
internal sealed class TypeUses
{
    private static readonly OpCode[] OneByte = new OpCode[256];
    private static readonly OpCode[] TwoBytes = new OpCode[256];

    private readonly MetadataReader metadata;
    private readonly PEReader image;
    private readonly Dictionary<TypeDefinitionHandle, ProjectType> types = [];
    private readonly HashSet<(ProjectType From, ProjectType To)> found = [];
    private readonly NamedTypes named;
    private ProjectType from = new("", "");

    static TypeUses()
    {
        foreach (var field in typeof(OpCodes).GetFields())
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xFF] = code;
        }
    }

    private TypeUses(PEReader image)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
        named = new NamedTypes(this);
    }

    public static IReadOnlySet<(ProjectType From, ProjectType To)> Of(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var uses = new TypeUses(file);
        foreach (var type in uses.metadata.TypeDefinitions)
        {
            uses.Read(type);
        }
        return uses.found;
    }

    private void Read(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        from = TypeOf(handle);
        Use(type.BaseType);
        foreach (var one in type.GetInterfaceImplementations())
        {
            Use(metadata.GetInterfaceImplementation(one).Interface);
        }
        Constraints(type.GetGenericParameters());
        foreach (var field in type.GetFields())
        {
            _ = metadata.GetFieldDefinition(field).DecodeSignature(named, null);
            Attributes(metadata.GetFieldDefinition(field).GetCustomAttributes());
        }
        foreach (var property in type.GetProperties())
        {
            Attributes(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        }
        Attributes(type.GetCustomAttributes());
        foreach (var method in type.GetMethods())
        {
            Read(metadata.GetMethodDefinition(method));
        }
    }

    private void Read(MethodDefinition method)
    {
        _ = method.DecodeSignature(named, null);
        Constraints(method.GetGenericParameters());
        Attributes(method.GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }
        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _ = metadata
                .GetStandaloneSignature(body.LocalSignature)
                .DecodeLocalSignature(named, null);
        }
        foreach (var region in body.ExceptionRegions)
        {
            Use(region.CatchType);
        }
        ReadCode(body.GetILReader());
    }

    private void ReadCode(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var op = first == 0xFE ? TwoBytes[code.ReadByte()] : OneByte[first];
            switch (op.OperandType)
            {
                case OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType
                or OperandType.InlineSig:
                    Use(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
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
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private void Use(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Found((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _ = metadata
                    .GetTypeSpecification((TypeSpecificationHandle)handle)
                    .DecodeSignature(named, null);
                break;
            case HandleKind.MethodDefinition:
                Found(
                    metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()
                );
                break;
            case HandleKind.FieldDefinition:
                Found(
                    metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()
                );
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                Use(member.Parent);
                break;
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(generic.Method);
                _ = generic.DecodeSignature(named, null);
                break;
            case HandleKind.StandaloneSignature:
                _ = metadata
                    .GetStandaloneSignature((StandaloneSignatureHandle)handle)
                    .DecodeMethodSignature(named, null);
                break;
        }
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints())
            {
                Use(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Use(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    /// <summary>What the compiler made for itself, such as lists behind brackets, is nobody's.</summary>
    private void Found(TypeDefinitionHandle to)
    {
        if (TypeOf(to) is var type && !type.Name.StartsWith('<'))
        {
            found.Add((from, type));
        }
    }

    private ProjectType TypeOf(TypeDefinitionHandle handle)
    {
        if (!types.TryGetValue(handle, out var type))
        {
            var definition = metadata.GetTypeDefinition(handle);
            var around = definition.GetDeclaringType();
            type = around.IsNil
                ? new ProjectType(
                    metadata.GetString(definition.Namespace),
                    metadata.GetString(definition.Name)
                )
                : TypeOf(around);
            types.Add(handle, type);
        }
        return type;
    }

    /// <summary>Reads signatures for nothing but the types of the assembly that they name.</summary>
    private sealed class NamedTypes(TypeUses uses) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetTypeFromDefinition(
            MetadataReader reader,
            TypeDefinitionHandle handle,
            byte rawTypeKind
        )
        {
            uses.Found(handle);
            return true;
        }

        public bool GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetTypeFromReference(
            MetadataReader reader,
            TypeReferenceHandle handle,
            byte rawTypeKind
        ) => true;

        public bool GetArrayType(bool elementType, ArrayShape shape) => true;

        public bool GetByReferenceType(bool elementType) => true;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) =>
            true;

        public bool GetGenericMethodParameter(object? genericContext, int index) => true;

        public bool GetGenericTypeParameter(object? genericContext, int index) => true;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        public bool GetPinnedType(bool elementType) => true;

        public bool GetPointerType(bool elementType) => true;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

        public bool GetSZArrayType(bool elementType) => true;
    }
}
