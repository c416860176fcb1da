using Microsoft.Win32.SafeHandles;

namespace BansosBot.Registry;

/// <summary>A list as it came: a file on this machine, or the content of one that was sent.</summary>
public abstract record ListSource
{
    private ListSource(string name) => Name = name;

    /// <summary>As people call it; a text's one sheet is named so.</summary>
    public string Name { get; }

    public sealed override string ToString() => GetType().Name;

    /// <exception cref="IOException">No such file, or the disk failed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal abstract OpenList Open();

    /// <param name="Path">The whole path.</param>
    public sealed record OnDisk(string Path) : ListSource(System.IO.Path.GetFileName(Path))
    {
        internal override OpenList Open()
        {
            var file = new FileStream(Path, new FileStreamOptions { Options = FileOptions.RandomAccess, BufferSize = 128 * 1024 });

            // Over the same handle, for another file may have the name by now.
            return new(file, () => new FileStream(new SafeFileHandle(file.SafeFileHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read) { Position = 0 });
        }
    }

    /// <param name="Called">As in <see cref="Name"/>.</param>
    public sealed record Sent(string Called, byte[] Content) : ListSource(Called)
    {
        internal override OpenList Open() => new(new MemoryStream(Content, writable: false), () => new MemoryStream(Content, writable: false));
    }
}

/// <summary>A list that is open for reading.</summary>
/// <param name="another">A stream of its own over the same content, from its beginning: a library closes what it is given.</param>
internal sealed class OpenList(Stream stream, Func<Stream> another) : IDisposable
{
    public Stream Stream => stream;

    public Stream Another() => another();

    public void Dispose() => stream.Dispose();
}
