using System.Security.Cryptography;
using BansosBot.Documents;
using BansosBot.Domain.Documents;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Documents;

public sealed class DocumentFilesTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "bansosbot-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2025, 9, 23, 2, 0, 0, TimeSpan.Zero));
    private readonly byte[] photo = RandomNumberGenerator.GetBytes(50_000);
    private readonly DocumentId id = DocumentFiles.NewId();

    private string Root => Path.Combine(folder, "documents");

    private DocumentFiles Files => new(Root, clock);

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_was_kept_is_read_again_and_lies_encrypted_on_disk()
    {
        Files.Keep(id, photo, Flip);

        Assert.Equal(photo, Files.Read(id, Flip));
        string file = Assert.Single(AllFiles());
        Assert.Equal(Flip(photo), File.ReadAllBytes(file));
        Assert.Equal(Path.Combine(Root, id.ToString()[..2], id.ToString()), file);
    }

    [Fact]
    public void Files_and_folders_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");

        Files.Keep(id, photo, Flip);

        string file = Assert.Single(AllFiles());
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        foreach (string part in (string[])[Root, Path.GetDirectoryName(file)!])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(part));
    }

    [Fact]
    public void The_same_id_kept_again_is_replaced_whole()
    {
        Files.Keep(id, photo, Flip);
        Files.Keep(id, photo.AsMemory(0, 10), Flip);

        Assert.Equal(photo[..10], Files.Read(id, Flip));
        Assert.Single(AllFiles());
    }

    [Fact]
    public void What_was_deleted_is_gone_and_deleting_it_again_is_no_mistake()
    {
        Files.Delete(id);
        Files.Keep(id, photo, Flip);
        Files.Delete(id);
        Files.Delete(id);

        Assert.Empty(AllFiles());
        Assert.Throws<FileNotFoundException>(() => Files.Read(id, Flip));
    }

    [Fact]
    public void What_was_never_kept_is_not_found() => Assert.Throws<FileNotFoundException>(() => Files.Read(id, Flip));

    [Fact]
    public void The_sweep_deletes_what_no_document_names_once_it_is_over_an_hour_old()
    {
        var named = DocumentFiles.NewId();
        Files.Keep(named, photo, Flip);
        Files.Keep(id, photo, Flip);

        clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(0, Files.Sweep(IsNamed));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Files.Sweep(IsNamed));

        Assert.Equal(photo, Files.Read(named, Flip));
        Assert.Throws<FileNotFoundException>(() => Files.Read(id, Flip));

        bool IsNamed(DocumentId asked) => asked == named;
    }

    [Fact]
    public void The_sweep_deletes_what_a_killed_write_left_behind_and_leaves_the_files_of_others()
    {
        Files.Keep(id, photo, Flip);
        string torn = AllFiles()[0] + ".0a1b2c3d.tmp", other = Path.Combine(Root, "catatan.txt");
        File.WriteAllText(torn, "half");
        File.WriteAllText(other, "milik orang lain");
        foreach (string file in (string[])[torn, other]) File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, Files.Sweep(_ => true));
        Assert.Equal(photo, Files.Read(id, Flip));
        Assert.False(File.Exists(torn));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public void A_sweep_before_the_first_document_finds_nothing() => Assert.Equal(0, Files.Sweep(_ => false));

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_IOException_and_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, id.ToString()[..2]), "a file where the folder should be");

        Assert.ThrowsAny<IOException>(() => Files.Keep(id, photo, Flip));

        Assert.Single(AllFiles());
        Assert.ThrowsAny<IOException>(() => Files.Read(id, Flip));
    }

    [Fact]
    public void A_write_that_fails_halfway_leaves_what_was_kept_before()
    {
        Files.Keep(id, photo, Flip);
        string path = AllFiles()[0];
        File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "x"));                    // the rename cannot replace this

        Assert.ThrowsAny<IOException>(() => Files.Keep(id, photo, Flip));

        Assert.Empty(AllFiles());                                              // the temporary file has gone too
    }

    [Theory]
    [InlineData("../../../../../etc/passwd/000000")]
    [InlineData("0123456789ABCDEF0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("")]
    [InlineData(null)]
    public void An_id_is_32_small_hexadecimal_digits_and_no_path(string? written) => Assert.Null(DocumentId.Parse(written));

    [Fact]
    public void An_id_that_was_written_is_read_again_and_no_two_are_the_same()
    {
        Assert.Equal(id, DocumentId.Parse(id.ToString()));
        Assert.NotEqual(id, DocumentFiles.NewId());
    }

    private string[] AllFiles() => Directory.Exists(Root) ? Directory.GetFiles(Root, "*", SearchOption.AllDirectories) : [];

    private static byte[] Flip(ReadOnlyMemory<byte> bytes) => [.. bytes.ToArray().Select(b => (byte)(b ^ 0xA5))];
}
