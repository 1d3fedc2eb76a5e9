using System.Buffers;
using System.Runtime.InteropServices;

namespace Karvan.Trade.AddingUp;

/// <summary>
/// Memory for records outside the collected heap: hundreds of megabytes that come and go at once would set the
/// collector to work in the middle of reading.
/// </summary>
internal sealed unsafe partial class NativeSlab<T> : MemoryManager<T>
    where T : unmanaged
{
    /// <summary>Large enough to be taken from the system and given back to it, not kept by the allocator.</summary>
    public const int Bytes = 64 << 20;

    private const int HugePage = 2 << 20;

    private void* memory;

    public NativeSlab()
    {
        memory = NativeMemory.AlignedAlloc(Bytes, HugePage);
        if (OperatingSystem.IsLinux())
        {
            // One fault instead of five hundred. Where the kernel declines, small pages do as well.
            _ = LinuxMemory.Advise(memory, Bytes, LinuxMemory.HugePages);
        }
    }

    /// <summary>The records of the slab; not to be used after <see cref="Dispose(bool)"/>.</summary>
    public T* Records => (T*)memory;

    public override Span<T> GetSpan() => new(memory, Bytes / sizeof(T));

    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)memory + elementIndex);

    /// <summary>Native memory never moves.</summary>
    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
    }
}

internal static unsafe partial class LinuxMemory
{
    /// <summary>MADV_HUGEPAGE.</summary>
    public const int HugePages = 14;

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Advise(void* address, nuint length, int advice);
}
