using System.Runtime.InteropServices;

namespace BansosBot.Documents;

/// <summary>A thread that gives way to all others: pictures are worked on here, people's messages never wait for them.</summary>
/// <remarks>.NET ignores <see cref="Thread.Priority"/> on Linux; there each thread has its own nice value, setpriority(2).</remarks>
internal sealed class QuietThread : IDisposable
{
    private const int PrioProcess = 0;      // <sys/resource.h>; with a thread's id it means the thread
    private const int Nice = 15;            // gets a thirtieth of a core that is wanted, and all of one that is not

    private readonly System.Collections.Concurrent.BlockingCollection<Action> work = [];
    private readonly Thread thread;

    public QuietThread(string name)
    {
        thread = new Thread(Run) { Name = name, IsBackground = true, Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <summary>Runs it there and gives back what it gives.</summary>
    public Task<T> RunAsync<T>(Func<T> run)
    {
        var end = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                end.SetResult(run());
            }
            catch (Exception e)     // whoever waits hears of it
            {
                end.SetException(e);
            }
        });
        return end.Task;
    }

    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        work.Dispose();
    }

    private void Run()
    {
        // Refused (a container may forbid it): it works all the same, only less quietly.
        if (OperatingSystem.IsLinux()) _ = SetPriority(PrioProcess, ThreadId(), Nice);
        foreach (var action in work.GetConsumingEnumerable()) action();
    }

#pragma warning disable SYSLIB1054 // as in FolderEntries: LibraryImport writes unsafe code; two calls do not merit allowing it
    [DllImport("libc", EntryPoint = "setpriority"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);

    [DllImport("libc", EntryPoint = "gettid"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ThreadId();
#pragma warning restore SYSLIB1054
}
