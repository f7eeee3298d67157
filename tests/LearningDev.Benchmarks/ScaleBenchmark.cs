using System.Diagnostics;
using System.Globalization;
using LearningDev.Content.Search;

namespace LearningDev.Benchmarks;

/// <summary>
/// How long a search takes in an index of many documents, with the counts of six facets: for one word, three words and a misspelt word. The
/// documents are made up: words of a vocabulary that grows with the collection (Heaps) and is as uneven as that of English (Zipf). Searches take
/// words out of titles, as people do who look for something that there is, each search once.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Seed = 20_261_125;
    private const int Searches = 300;
    private const int WarmUp = 60;
    private const int Facets = 6;

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

    private sealed class MadeUpTexts
    {
        private const int TitleWords = 5;
        private const int SummaryWords = 25;
        private const int BodyWords = 120;
        private const string Consonants = "bcdfghklmnprstvw";
        private const string Vowels = "aeiou";

        private readonly Random random = new(Seed);
        private readonly HashSet<string> asked = [];
        private readonly string[] vocabulary;
        private readonly double[] cumulated;
        private readonly string[][] titles;

        public MadeUpTexts(int documents)
        {
            // Heaps' law with K = 40 and beta = 0.5, as for English prose.
            var words = (int)(40 * Math.Sqrt((double)documents * (TitleWords + SummaryWords + BodyWords)));
            HashSet<string> made = [];
            while (made.Count < words)
            {
                made.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ =>
                    $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}")) + Consonants[random.Next(Consonants.Length)]);
            }

            vocabulary = [.. made];
            cumulated = new double[words];
            var sum = 0.0;
            for (var rank = 0; rank < words; rank++)
            {
                // Zipf and Mandelbrot: the commonest word of all is in about every third document, as the commonest word that is no stop word.
                cumulated[rank] = sum += 1.0 / (rank + 50);
            }

            titles = [.. Enumerable.Range(0, documents).Select(_ => Words(TitleWords))];
        }

        public IEnumerable<SearchDocument> Documents() => titles.Select((title, number) => SearchPortal.Document(
            string.Create(CultureInfo.InvariantCulture, $"d{number}"), string.Join(' ', title), string.Join(' ', Words(BodyWords))) with
        {
            Summary = string.Join(' ', Words(SummaryWords)),
            Facets = Enumerable.Range(1, Facets).ToDictionary(
                facet => $"facet{facet}", facet => (IReadOnlyList<string>)[string.Create(CultureInfo.InvariantCulture, $"value{random.Next(4 * facet)}")]),
        });

        public string OneWord() => New(() => Title()[random.Next(TitleWords)]);

        public string ThreeWords() => New(() =>
        {
            var title = Title();
            return $"{title[0]} {title[1]} {title[2]}";
        });

        public string Misspelt() => New(() =>
        {
            var word = Title().MaxBy(word => word.Length)!;
            var at = random.Next(1, word.Length - 1);
            return random.Next(3) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, "x"),
                _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            };
        });

        private string New(Func<string> make)
        {
            while (true)
            {
                if (make() is var text && asked.Add(text))
                {
                    return text;
                }
            }
        }

        private string[] Title() => titles[random.Next(titles.Length)];

        private string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => Word())];

        private string Word()
        {
            var at = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
            return vocabulary[Math.Min(at < 0 ? ~at : at, vocabulary.Length - 1)];
        }
    }
}
