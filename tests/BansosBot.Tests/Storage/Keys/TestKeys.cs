using BansosBot.Storage.Keys;

namespace BansosBot.Tests.Storage.Keys;

/// <summary>A key folder and a storage folder beside it.</summary>
public sealed class TestKeys : IDisposable
{
    private readonly TestFolder folder = new();

    public string KeysPath => folder["keys"];

    public string StoragePath => folder["data"];

    public string this[string file] => Path.Combine(KeysPath, file);

    public KeyFolder Open(bool dataExists = false) => KeyFolder.Open(KeysPath, StoragePath, dataExists);

    public void Dispose() => folder.Dispose();
}
