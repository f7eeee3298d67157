using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;

namespace LearningDev.Benchmarks;

/// <summary>
/// How quickly pages come over loopback from a portal of many entries, each beside a signed-in page with nothing on it in the same run: the
/// difference is the page's own. A search is for a word that was not searched for before, so that nothing is answered out of a cache.
/// </summary>
internal static class PagesBenchmark
{
    private const int Rounds = 5;
    private const int AtOnce = 8;
    private const string EmptyPage = "/sign-out";

    public static async Task RunAsync(int entries, int requests)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-pages-");
        try
        {
            var texts = new MadeUpTexts(entries);
            var file = Path.Combine(folder.FullName, "entries.csv");
            await File.WriteAllLinesAsync(file, texts.CsvLines());
            var portalOptions = PortalProcessOptions.In(folder.FullName) with { Settings = new Dictionary<string, string> { ["RateLimits:Enabled"] = "false" } };
            var import = await PortalProcess.RunAsync(portalOptions, "import", "catalogue", file);
            if (import.ExitCode != 0)
            {
                throw new InvalidOperationException(import.Output + import.Error);
            }

            await using var portal = await PortalProcess.StartAsync(portalOptions);
            using var client = await SignInAsync(portal.Address);
            var urls = await EntriesAsync(client);
            (string Name, Func<string> Next)[] pages =
            [
                ("empty signed-in page", () => EmptyPage),
                ("search, a new word", () => $"/catalogue?q={texts.OneWord()}"),
                ("search, three words", () => $"/catalogue?q={Uri.EscapeDataString(texts.ThreeWords())}"),
                ("catalogue", () => "/catalogue"),
                ("entry", () => urls[Random.Shared.Next(urls.Count)]),
                ("home", () => "/"),
            ];
            var measures = pages.ToDictionary(page => page.Name, _ => new Measure());
            foreach (var (_, next) in pages)
            {
                // Until the just-in-time compiler has done its work.
                await TimeAsync(client, next, requests / Rounds, new Measure());
                await LoadAsync(client, next, requests, new Measure());
            }

            var warm = portal.MemoryBytes;

            // In rounds, so that what else the machine does strikes every page alike.
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (name, next) in pages)
                {
                    await TimeAsync(client, next, requests / Rounds, measures[name]);
                    await LoadAsync(client, next, requests / Rounds, measures[name]);
                }
            }

            Console.WriteLine($"{entries} entries; {requests} requests of each page one after the other, then {requests} with {AtOnce} at once; milliseconds");
            foreach (var (name, _) in pages)
            {
                Console.WriteLine(measures[name].Line(name, measures[pages[0].Name]));
            }

            var warmUp = (requests + (requests / Rounds)) * pages.Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"memory of the host after {warmUp} requests {warm / 1024 / 1024} MB, after {warmUp + (requests * pages.Length * 2)} requests {portal.MemoryBytes / 1024 / 1024} MB"));
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

    private static async Task<List<string>> EntriesAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/api/catalogue/search?size=100&page=2", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await using var unzipped = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var answer = await JsonDocument.ParseAsync(unzipped);
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()!)];
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

        public double PerSecond => carried / carrying.TotalSeconds;

        public string Line(string name, Measure baseline)
        {
            var sorted = milliseconds.Order().ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-22} p50 {sorted[sorted.Count / 2],7:0.0}   p95 {sorted[sorted.Count * 95 / 100],7:0.0}   {PerSecond,7:0} requests per second, {100 * PerSecond / baseline.PerSecond,4:0} % of the empty page's");
        }
    }
}
