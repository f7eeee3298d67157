using System.Globalization;
using LearningDev.Content.Search;

namespace LearningDev.Benchmarks;

/// <summary>
/// Made-up documents: words of a vocabulary that grows with their number (Heaps) and is as uneven as that of English (Zipf). The same number
/// gives the same documents.
/// </summary>
internal sealed class MadeUpTexts
{
    /// <summary>How many facets each document has.</summary>
    public const int Facets = 6;

    private const int Seed = 20_261_125;
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

    /// <summary>Makes the vocabulary and the titles.</summary>
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

    /// <summary>The documents, made as they are asked for.</summary>
    public IEnumerable<SearchDocument> Documents() => titles.Select((title, number) => SearchPortal.Document(
        string.Create(CultureInfo.InvariantCulture, $"d{number}"), string.Join(' ', title), string.Join(' ', Words(BodyWords))) with
    {
        Summary = string.Join(' ', Words(SummaryWords)),
        Facets = Enumerable.Range(1, Facets).ToDictionary(
            facet => $"facet{facet}", facet => (IReadOnlyList<string>)[string.Create(CultureInfo.InvariantCulture, $"value{random.Next(4 * facet)}")]),
    });

    /// <summary>The documents as lines of a CSV file for the host's command "import catalogue", the names of the columns first.</summary>
    public IEnumerable<string> CsvLines()
    {
        string[] kinds = ["course", "e-learning", "resource"];
        string[] topics = ["topic-leadership", "topic-health-safety", "topic-equality"];
        yield return "key,title,summary,description,kind,topics,minutes,cost";
        foreach (var (number, title) in titles.Index())
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"m{number},{string.Join(' ', title)},{string.Join(' ', Words(SummaryWords))},{string.Join(' ', Words(BodyWords))},{kinds[random.Next(kinds.Length)]},{topics[random.Next(topics.Length)]},{random.Next(1, 60) * 10},{random.Next(10) * 50}");
        }
    }

    /// <summary>A word of a title that was not asked for before.</summary>
    public string OneWord() => New(() => Title()[random.Next(TitleWords)]);

    /// <summary>Three words of a title.</summary>
    public string ThreeWords() => New(() =>
    {
        var title = Title();
        return $"{title[0]} {title[1]} {title[2]}";
    });

    /// <summary>A word of a title with a letter left out, added or swapped.</summary>
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
