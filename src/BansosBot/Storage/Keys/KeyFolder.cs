namespace BansosBot.Storage.Keys;

/// <summary>The folder of <c>Keys:Path</c>: everything without which the stored data cannot be read. Held by one process.</summary>
public sealed class KeyFolder : IDisposable
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string path;
    private readonly List<string> warnings = [];
    private readonly List<IDisposable> open = [];

    private readonly Func<string, BlockFile> openFile;

    private KeyFolder(string path, Func<string, BlockFile> openFile) => (this.path, this.openFile) = (path, openFile);

    public KeyedHashes Hashes { get; private set; } = null!;        // set by Open, the only way to one

    public SubjectKeys Subjects { get; private set; } = null!;      // as above

    public FieldCipher Cipher { get; private set; } = null!;        // as above

    /// <summary>The keys were made just now: say that without them the data is lost.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Sentences for the operator, one line each.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Opens the keys, or makes them when there is no data yet.</summary>
    /// <param name="keysPath"><c>Keys:Path</c>.</param>
    /// <param name="storagePath"><c>Storage:Path</c>; the two must lie apart, since a backup of one must not hold the other.</param>
    /// <param name="dataExists">Whether anything was ever stored: then keys are never made, only found.</param>
    /// <exception cref="KeyFolderException">One line: what is wrong, what is expected, the cure.</exception>
    /// <exception cref="StoreBusyException">Another process has it.</exception>
    public static KeyFolder Open(string keysPath, string storagePath, bool dataExists) => Open(keysPath, storagePath, dataExists, DiskFile.Open);

    /// <param name="openFile">Opens the files that are written as the bot runs; the power-cut test puts a recording disk under them.</param>
    internal static KeyFolder Open(string keysPath, string storagePath, bool dataExists, Func<string, BlockFile> openFile)
    {
        MustLieApart(keysPath, storagePath);
        var folder = new KeyFolder(keysPath, openFile);
        try
        {
            folder.Fill(dataExists);
            return folder;
        }
        catch (Exception e)     // whatever it is, the files are let go first; only what the disk did is put into a sentence
        {
            folder.Dispose();
            if (e is not (IOException or UnauthorizedAccessException)) throw;
            throw new KeyFolderException($"Keys:Path '{keysPath}' cannot be used: {e.Message} It must be a folder that this user may write, e.g. --Keys:Path=/srv/bansosbot/keys.", e);
        }
    }

    public void Dispose()
    {
        for (var i = open.Count - 1; i >= 0; i--) open[i].Dispose();
        open.Clear();
    }

    private void Fill(bool dataExists)
    {
        if (Directory.Exists(path)) CloseToOthers(path, FolderMode);
        else FolderEntries.Create(path, FolderMode);

        if (dataExists) MustBeComplete();
        var subjects = Keep(openFile(In(SubjectKeys.FileName)));       // first: it keeps a second process out
        if (dataExists && subjects.Length < SubjectKeys.BytesMin) throw Missing($"whole {SubjectKeys.FileName}");

        var master = Keep(OpenMaster(subjects.Length > 0));
        OpenHashes(master);
        var erased = new ErasedList(Keep(openFile(In(ErasedList.FileName))));
        foreach (var file in new[] { MasterKey.FileName, KeyedHashes.FileName, SubjectKeys.FileName, ErasedList.FileName }) CloseToOthers(In(file), FileMode);
        Subjects = Keep(new SubjectKeys(subjects, master, erased));
        Cipher = new FieldCipher(Subjects);
    }

    private MasterKey OpenMaster(bool othersExist)
    {
        var file = In(MasterKey.FileName);
        if (!File.Exists(file))
        {
            if (othersExist || File.Exists(In(KeyedHashes.FileName))) throw Missing(MasterKey.FileName);
            WriteWhole(file, MasterKey.NewText());
            IsNew = true;
        }

        return MasterKey.Read(file, File.ReadAllText(file));
    }

    private void OpenHashes(MasterKey master)
    {
        var file = In(KeyedHashes.FileName);
        var known = File.Exists(file) ? KeyedHashes.Read(file, File.ReadAllText(file), master) : null;
        Hashes = KeyedHashes.Complete(known, out var added);
        if (added) WriteWhole(file, Hashes.Write(master));
    }

    private void MustBeComplete()
    {
        foreach (var file in new[] { MasterKey.FileName, KeyedHashes.FileName, SubjectKeys.FileName, ErasedList.FileName })
            if (!File.Exists(In(file))) throw Missing(file);
    }

    private KeyFolderException Missing(string file) => new(
        $"Keys:Path '{path}' has no {file}, but there is data that needs it. Put the folder back from the backup of the keys, or name the right one, e.g. --Keys:Path=/srv/bansosbot/keys.");

    // Closing it is what the operator wants, also after a restore with cp; that it was open must be said all the same.
    private void CloseToOthers(string item, UnixFileMode wanted)
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(item);
        if ((mode & ~wanted) == UnixFileMode.None) return;
        try
        {
            File.SetUnixFileMode(item, wanted);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new KeyFolderException($"'{item}' is open to other users and not ours to close. Make it ours alone, e.g. sudo chown -R bansosbot {path} && chmod -R go= {path}.", e);
        }

        warnings.Add($"'{item}' was open to other users of this machine (mode {Octal(mode)}); it is closed now (mode {Octal(wanted)}). If somebody else may have copied it, treat the stored data as known to them.");
    }

    private static string Octal(UnixFileMode mode) => "0" + Convert.ToString((int)mode, 8);

    // Written beside and renamed, so that it is there whole or not at all.
    private static void WriteWhole(string file, string text)
    {
        var draft = file + ".new";
        File.Delete(draft);
        using (var to = DiskFile.Open(draft))
        {
            to.Write(0, System.Text.Encoding.ASCII.GetBytes(text));
            to.Sync();
        }

        File.Move(draft, file, overwrite: true);
        FolderEntries.Sync(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    /// <exception cref="KeyFolderException">One lies in the other, links followed.</exception>
    internal static void MustLieApart(string keysPath, string storagePath)
    {
        var (keys, storage) = (Real(keysPath), Real(storagePath));
        if (keys.StartsWith(storage, StringComparison.Ordinal) || storage.StartsWith(keys, StringComparison.Ordinal))
            throw new KeyFolderException($"Keys:Path '{keysPath}' and Storage:Path '{storagePath}' lie in one another. They must lie apart, so that a copy of the data never holds its keys, e.g. --Storage:Path=data --Keys:Path=keys.");
    }

    /// <returns>The full path with links followed and a separator at its end.</returns>
    private static string Real(string folder)
    {
        var real = Path.GetPathRoot(Path.GetFullPath(folder))!;
        foreach (var part in Path.GetFullPath(folder)[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            var folderThere = new DirectoryInfo(real);
            if (folderThere.LinkTarget is not null) real = Real(folderThere.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }

        return Path.TrimEndingDirectorySeparator(real) + Path.DirectorySeparatorChar;
    }

    private string In(string file) => Path.Combine(path, file);

    private T Keep<T>(T part)
        where T : IDisposable
    {
        open.Add(part);
        return part;
    }
}
