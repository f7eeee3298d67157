using System.Diagnostics;
using System.Globalization;

namespace LearningDev.Benchmarks;

/// <summary>Measures how long something takes, again and again, and prints it.</summary>
internal static class Times
{
    private const int Measured = 200;
    private const int WarmUp = 20;

    /// <summary>Does something 200 times, after 20 times that are not counted, and prints median, 95th percentile and the longest in milliseconds.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="act">Does it once.</param>
    public static async Task MeasureAsync(string name, Func<Task> act)
    {
        List<double> times = [];
        for (var time = 0; time < WarmUp + Measured; time++)
        {
            var began = Stopwatch.GetTimestamp();
            await act();
            if (time >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        Say($"{name}: median {times[times.Count / 2]:0.0}, p95 {times[times.Count * 95 / 100]:0.0}, longest {times[^1]:0.0}");
    }

    /// <summary>Fetches a page whole.</summary>
    /// <exception cref="HttpRequestException">The answer is no success.</exception>
    public static async Task GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Prints a line.</summary>
    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
