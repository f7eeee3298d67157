using System.Security.Cryptography;
using System.Text;

namespace LearningDev.TestSupport.Machine;

/// <summary>
/// A lock between processes of one machine. The operating system lets go of it when its holder ends, however it ends.
/// </summary>
internal static class MachineLock
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(15);

    /// <summary>Waits until no other process holds the lock of this name, and takes it until the result is disposed.</summary>
    /// <exception cref="TimeoutException">Another process held the lock for a quarter of an hour.</exception>
    public static async Task<IDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"learningdev-{Environment.UserName}-{hash}.lock");
        using var retries = new PeriodicTimer(RetryAfter);
        using var limit = new CancellationTokenSource(GiveUpAfter);
        while (!limit.IsCancellationRequested)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process has it: asking again is all that a file lock offers.
                await retries.WaitForNextTickAsync(cancellationToken);
            }
        }

        throw new TimeoutException($"Another process has held {path} (for {name}) for {GiveUpAfter.TotalMinutes:0} minutes.");
    }
}
