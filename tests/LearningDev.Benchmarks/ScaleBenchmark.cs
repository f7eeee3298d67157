using System.Diagnostics;
using System.Globalization;

namespace LearningDev.Benchmarks;

/// <summary>
/// How long a search takes in an index of many documents, with the counts of six facets: for one word, three words and a misspelt word. The
/// documents are made up: words of a vocabulary that grows with the collection (Heaps) and is as uneven as that of English (Zipf). Searches take
/// words out of titles, as people do who look for something that there is, each search once.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Searches = 300;
    private const int WarmUp = 60;
    private const int Facets = MadeUpTexts.Facets;

    public static async Task RunAsync(int documents, bool postgres)
    {
        await using var portal = await SearchPortal.StartAsync(postgres);
        var texts = new MadeUpTexts(documents);
        var began = Stopwatch.GetTimestamp();
        await portal.IndexAsync(texts.Documents());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(postgres ? "PostgreSQL" : "SQLite")}: {documents} documents indexed in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {Facets} facets; milliseconds"));
        began = Stopwatch.GetTimestamp();
        await portal.SearchAsync("first");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first search after the start {Stopwatch.GetElapsedTime(began).TotalMilliseconds,8:0}"));
        foreach (var (name, make) in new (string, Func<string>)[]
        {
            ("one word", texts.OneWord), ("three words", texts.ThreeWords), ("misspelt", texts.Misspelt),
        })
        {
            await MeasureAsync(portal, name, make);
        }
    }

    private static async Task MeasureAsync(SearchPortal portal, string name, Func<string> make)
    {
        for (var search = 0; search < WarmUp; search++)
        {
            await portal.SearchAsync(make());
        }

        List<double> times = [];
        List<int> found = [];
        for (var search = 0; search < Searches; search++)
        {
            var text = make();
            var began = Stopwatch.GetTimestamp();
            var results = await portal.SearchAsync(text);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            found.Add(results.Total);
            if (results.Facets.Count != Facets && results.Total > 0)
            {
                throw new InvalidOperationException($"\"{text}\" counted {results.Facets.Count} facets.");
            }
        }

        times.Sort();
        found.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-12} p50 {times[Searches / 2],7:0.00}   p95 {times[Searches * 95 / 100],7:0.00}   results p50 {found[Searches / 2],6}   p95 {found[Searches * 95 / 100],6}"));
    }
}
