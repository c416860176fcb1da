using System.Runtime.Versioning;
using BansosBot.Storage;
using BansosBot.Storage.Keys;

namespace BansosBot.Tests.Storage.Keys;

[UnsupportedOSPlatform("windows")]     // file modes
public sealed class KeyFolderTests : IDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly string[] Files = [MasterKey.FileName, KeyedHashes.FileName, SubjectKeys.FileName, ErasedList.FileName];
    private readonly TestKeys keys = new();

    public void Dispose() => keys.Dispose();

    [Fact]
    public void The_first_start_makes_the_keys_for_their_owner_only_and_the_second_finds_them()
    {
        using (var first = keys.Open()) Assert.True(first.IsNew);

        using var second = keys.Open(dataExists: true);

        Assert.False(second.IsNew);
        Assert.Empty(second.Warnings);
        Assert.Equal(OwnerFile | UnixFileMode.UserExecute, File.GetUnixFileMode(keys.KeysPath));
        Assert.All(Files, file => Assert.Equal(OwnerFile, File.GetUnixFileMode(keys[file])));
    }

    [Fact]
    public void Open_permissions_are_closed_and_told()
    {
        keys.Open().Dispose();
        File.SetUnixFileMode(keys.KeysPath, OwnerFile | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        File.SetUnixFileMode(keys[MasterKey.FileName], OwnerFile | UnixFileMode.OtherRead);

        using var folder = keys.Open(dataExists: true);

        Assert.Equal(2, folder.Warnings.Count);
        Assert.Contains("(mode 0604)", folder.Warnings[1], StringComparison.Ordinal);
        Assert.Equal(OwnerFile, File.GetUnixFileMode(keys[MasterKey.FileName]));
    }

    [Theory]
    [InlineData("data/keys", "data")]
    [InlineData("data", "data")]
    [InlineData("data/../data/keys", "data")]
    [InlineData("keys", "keys/data")]
    public void Keys_and_data_must_lie_apart(string keysPath, string storagePath)
    {
        using var folder = new TestFolder();

        Refused(() => KeyFolder.Open(folder[keysPath], folder[storagePath], dataExists: false), "must lie apart");
    }

    [Fact]
    public void A_link_does_not_hide_that_the_keys_lie_in_the_data()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["data"]);
        Directory.CreateSymbolicLink(folder["elsewhere"], folder["data"]);

        Refused(() => KeyFolder.Open(folder["elsewhere/keys"], folder["data"], dataExists: false), "must lie apart");
    }

    [Fact]
    public void Folders_whose_names_only_begin_alike_lie_apart()
    {
        using var folder = new TestFolder();

        KeyFolder.Open(folder["data-keys"], folder["data"], dataExists: false).Dispose();
    }

    [Fact]
    public void Data_without_any_keys_is_refused_and_no_keys_are_made()
    {
        Refused(() => keys.Open(dataExists: true), "has no master.key");

        Assert.False(File.Exists(keys[MasterKey.FileName]));
    }

    [Theory]
    [InlineData(MasterKey.FileName)]
    [InlineData(KeyedHashes.FileName)]
    [InlineData(SubjectKeys.FileName)]
    [InlineData(ErasedList.FileName)]
    public void Data_without_one_of_the_key_files_is_refused(string file)
    {
        keys.Open().Dispose();
        File.Delete(keys[file]);

        Refused(() => keys.Open(dataExists: true), $"has no {file}");
    }

    [Fact]
    public void A_cut_key_file_beside_data_is_refused_and_not_made_anew()
    {
        keys.Open().Dispose();
        File.WriteAllBytes(keys[SubjectKeys.FileName], File.ReadAllBytes(keys[SubjectKeys.FileName])[..100]);

        Refused(() => keys.Open(dataExists: true), "has no whole subjects.keys");
    }

    [Fact]
    public void A_lost_master_key_beside_other_keys_is_not_made_anew_even_without_data()
    {
        keys.Open().Dispose();
        File.Delete(keys[MasterKey.FileName]);

        Refused(() => keys.Open(), "has no master.key");
    }

    [Theory]
    [InlineData(MasterKey.FileName)]
    [InlineData(KeyedHashes.FileName)]
    [InlineData(SubjectKeys.FileName)]
    public void A_damaged_key_file_is_refused_with_its_name(string file)
    {
        keys.Open().Dispose();
        var good = File.ReadAllBytes(keys[file]);
        foreach (var at in new[] { 3, good.Length / 2, good.Length - 4 })
        {
            if (good[at] == 0) continue;    // padding
            var damaged = (byte[])good.Clone();
            damaged[at] ^= 1;
            File.WriteAllBytes(keys[file], damaged);

            Refused(() => keys.Open(dataExists: true), file);
        }

        File.WriteAllBytes(keys[file], good);
        keys.Open(dataExists: true).Dispose();
    }

    [Fact]
    public void Any_damaged_letter_of_the_two_text_files_is_noticed()
    {
        var text = MasterKey.NewText();
        using var master = MasterKey.Read("master.key", text);
        var hashes = KeyedHashes.Complete(null, out _).Write(master);

        for (var i = 0; i < text.Length - 1; i++) Refused(() => MasterKey.Read("master.key", Damaged(text, i)), "master.key");
        for (var i = 0; i < hashes.Length - 1; i++) Refused(() => KeyedHashes.Read("hashes.key", Damaged(hashes, i), master), "hashes.key");

        static string Damaged(string good, int at) => string.Concat(good.AsSpan(0, at), ((char)(good[at] ^ 1)).ToString(), good.AsSpan(at + 1));
    }

    [Fact]
    public void A_lost_line_of_the_hash_keys_is_noticed()
    {
        keys.Open().Dispose();
        var lines = File.ReadAllLines(keys[KeyedHashes.FileName]);
        File.WriteAllText(keys[KeyedHashes.FileName], string.Join('\n', lines.Where((_, i) => i != 2)) + "\n");

        Refused(() => keys.Open(dataExists: true), "hashes.key");
    }

    [Fact]
    public void Files_of_two_key_folders_are_told_apart()
    {
        using var others = new TestKeys();
        keys.Open().Dispose();
        others.Open().Dispose();
        File.Copy(others[MasterKey.FileName], keys[MasterKey.FileName], overwrite: true);

        Refused(() => keys.Open(dataExists: true), "belong together");
    }

    [Fact]
    public void A_damaged_line_in_the_middle_of_the_erased_list_is_refused_and_a_torn_last_one_is_not()
    {
        using (var folder = keys.Open())
            for (var i = 0; i < 3; i++) folder.Subjects.Erase(folder.Subjects.New());
        var good = File.ReadAllText(keys[ErasedList.FileName]);

        File.WriteAllText(keys[ErasedList.FileName], good[..^3]);
        keys.Open(dataExists: true).Dispose();

        File.WriteAllText(keys[ErasedList.FileName], good.Remove(20, 1).Insert(20, "9"));
        Refused(() => keys.Open(dataExists: true), "damaged in line 2");
    }

    [Fact]
    public void A_first_start_that_was_cut_off_is_finished_by_the_next_one()
    {
        keys.Open().Dispose();
        File.Delete(keys[KeyedHashes.FileName]);
        File.WriteAllBytes(keys[SubjectKeys.FileName], new byte[64]);
        File.Delete(keys[ErasedList.FileName]);

        using var folder = keys.Open();

        Assert.Equal("x"u8, folder.Cipher.Decrypt("a", "b", "c", folder.Cipher.Encrypt(KeySlot.Office, "a", "b", "c", "x"u8)));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        File.WriteAllText(keys.KeysPath, "");

        Refused(() => keys.Open(), "must be a folder");
    }

    [Fact]
    public void A_second_process_is_kept_out()
    {
        using var folder = keys.Open();

        Assert.Throws<StoreBusyException>(() => keys.Open());
    }

    private static void Refused(Action act, string because)
    {
        var refused = Assert.Throws<KeyFolderException>(act);
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
