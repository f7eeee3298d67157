using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LearningDev.TestSupport.Html;

namespace LearningDev.Benchmarks;

/// <summary>
/// How quickly pages come over loopback, each beside a signed-in page with nothing on it in the same run: the difference is the page's own.
/// Searches are for words that were not searched for before, so that nothing is answered out of a cache.
/// </summary>
internal static partial class PagesBenchmark
{
    private const int Rounds = 5;
    private const int AtOnce = 4;
    private const string EmptyPage = "/sign-out";

    public static async Task RunAsync(int requests)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-pages-");
        try
        {
            await using var portal = await PortalProcess.StartAsync(folder.FullName);
            using var client = await SignInAsync(portal.Address);
            var (words, entries) = await CatalogueAsync(client);
            var searches = new NewSearches(words);
            (string Name, Func<string> Next)[] pages =
            [
                ("empty signed-in page", () => EmptyPage),
                ("search, new words", searches.Next),
                ("entry", () => entries[Random.Shared.Next(entries.Count)]),
            ];
            var measures = pages.ToDictionary(page => page.Name, _ => new Measure());
            foreach (var (_, next) in pages)
            {
                await TimeAsync(client, next, requests / 3, new Measure());
            }

            // In rounds, so that what else the machine does strikes every page alike.
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (name, next) in pages)
                {
                    await TimeAsync(client, next, requests / Rounds, measures[name]);
                    await LoadAsync(client, next, requests / Rounds, measures[name]);
                }
            }

            Console.WriteLine($"{requests} requests of each page one after the other, then {requests} with {AtOnce} at once; milliseconds");
            foreach (var (name, _) in pages)
            {
                Console.WriteLine(measures[name].Line(name));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of the host: {portal.MemoryBytes / 1024 / 1024} MB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromHours(1) }) { BaseAddress = address };
        var page = await client.GetPageAsync("/sign-in");
        using var answer = await client.SubmitAsync(page.Forms.First(form => form.Action.EndsWith("/demonstration", StringComparison.Ordinal)));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        return client;
    }

    private static async Task<(List<string> Words, List<string> Entries)> CatalogueAsync(HttpClient client)
    {
        var words = new HashSet<string>();
        var entries = new List<string>();
        for (var page = 1; ; page++)
        {
            using var response = await client.GetAsync(new Uri($"/api/catalogue/search?size=100&page={page}", UriKind.Relative));
            response.EnsureSuccessStatusCode();
            await using var unzipped = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
            using var answer = await JsonDocument.ParseAsync(unzipped);
            var items = answer.RootElement.GetProperty("items").EnumerateArray().ToList();
            if (items.Count == 0)
            {
                return ([.. words], entries);
            }

            foreach (var item in items)
            {
                entries.Add(item.GetProperty("url").GetString()!);
                words.UnionWith(Word().Matches($"{item.GetProperty("title")} {item.GetProperty("summary")}").Select(match => match.Value.ToLowerInvariant()));
            }
        }
    }

    private static async Task TimeAsync(HttpClient client, Func<string> next, int requests, Measure measure)
    {
        for (var request = 0; request < requests; request++)
        {
            var url = next();
            var began = Stopwatch.GetTimestamp();
            await GetAsync(client, url);
            measure.Took(Stopwatch.GetElapsedTime(began));
        }
    }

    private static async Task LoadAsync(HttpClient client, Func<string> next, int requests, Measure measure)
    {
        var urls = Enumerable.Range(0, requests).Select(_ => next()).ToList();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (url, _) => await GetAsync(client, url));
        measure.Carried(requests, Stopwatch.GetElapsedTime(began));
    }

    private static async Task GetAsync(HttpClient client, string url)
    {
        using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();

    /// <summary>Pairs of words of the catalogue, never the same pair twice.</summary>
    private sealed class NewSearches(List<string> words)
    {
        private readonly HashSet<(string, string)> asked = [];

        public string Next()
        {
            while (true)
            {
                var pair = (words[Random.Shared.Next(words.Count)], words[Random.Shared.Next(words.Count)]);
                if (asked.Add(pair))
                {
                    return $"/catalogue?q={Uri.EscapeDataString($"{pair.Item1} {pair.Item2}")}";
                }
            }
        }
    }

    private sealed class Measure
    {
        private readonly List<double> milliseconds = [];
        private int carried;
        private TimeSpan carrying;

        public void Took(TimeSpan time) => milliseconds.Add(time.TotalMilliseconds);

        public void Carried(int requests, TimeSpan time)
        {
            carried += requests;
            carrying += time;
        }

        public string Line(string name)
        {
            var sorted = milliseconds.Order().ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-22} p50 {sorted[sorted.Count / 2],7:0.0}   p95 {sorted[sorted.Count * 95 / 100],7:0.0}   {carried / carrying.TotalSeconds,7:0} requests per second");
        }
    }
}
