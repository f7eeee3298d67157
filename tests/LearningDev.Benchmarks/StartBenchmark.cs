using System.Globalization;
using LearningDev.TestSupport.Portal;

namespace LearningDev.Benchmarks;

/// <summary>How long the portal takes to start: on nothing, and on the database of the start before (ADM-05).</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(int runs)
    {
        var first = new List<TimeSpan>();
        var second = new List<TimeSpan>();
        for (var run = 1; run <= runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("learningdev-start-");
            try
            {
                first.Add(await StartOnceAsync(folder.FullName));
                second.Add(await StartOnceAsync(folder.FullName));
                Say($"run {run}", first[^1], second[^1]);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        Say("median", Median(first), Median(second));
    }

    private static async Task<TimeSpan> StartOnceAsync(string folder)
    {
        await using var portal = await PortalProcess.StartAsync(PortalProcessOptions.In(folder));
        // The next start is to find everything in order.
        await portal.StopAsync();
        return portal.UntilReady;
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static void Say(string what, TimeSpan first, TimeSpan second) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-8} first start {first.TotalSeconds,6:0.00} s   second start {second.TotalSeconds,6:0.00} s"));
}
