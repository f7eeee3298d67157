using System.Globalization;
using System.Text.Json;

namespace LearningDev.Benchmarks;

/// <summary>
/// How well the portal ranks, on test collections with judgements: the mean over the judged queries of nDCG@10 (linear gain, as trec_eval's
/// ndcg_cut_10), average precision over the first thousand results, and recall among the first hundred.
/// </summary>
internal static class RelevanceBenchmark
{
    private const int PageSize = 100;
    private const int Deepest = 1000;

    public static async Task<int> RunAsync(IReadOnlyList<string> folders, bool postgres)
    {
        if (folders.Count == 0 || !folders.All(folder => File.Exists(Path.Combine(folder, "queries.jsonl"))))
        {
            await Console.Error.WriteLineAsync("Name folders of collections; each has queries.jsonl, and docs.jsonl and qrels.jsonl or a sibling that has them.");
            return 2;
        }

        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite"),-16} {"nDCG@10",8} {"MAP",8} {"Recall@100",11}");
        List<Figures> all = [];
        foreach (var group in folders.GroupBy(DocumentsFolder))
        {
            await using var portal = await SearchPortal.StartAsync(postgres);
            await portal.IndexAsync(Lines(group.Key, "docs.jsonl").Select(line => SearchPortal.Document(
                Text(line, "id"), Text(line, "title"), Text(line, "text"))));
            foreach (var folder in group)
            {
                var figures = await MeasureAsync(portal, folder, group.Key);
                Say(Path.GetFileName(folder.TrimEnd('/')), figures);
                all.Add(figures);
            }
        }

        Say("mean", Mean(all));
        return 0;
    }

    private static async Task<Figures> MeasureAsync(SearchPortal portal, string folder, string documentsFolder)
    {
        var judged = Lines(File.Exists(Path.Combine(folder, "qrels.jsonl")) ? folder : documentsFolder, "qrels.jsonl")
            .ToLookup(line => Text(line, "qid"), line => (Document: Text(line, "docid"), Grade: line.GetProperty("grade").GetDouble()));
        List<Figures> figures = [];
        foreach (var line in Lines(folder, "queries.jsonl"))
        {
            var grades = judged[Text(line, "id")].GroupBy(pair => pair.Document).ToDictionary(group => group.Key, group => group.Max(pair => pair.Grade));
            if (grades.Values.Any(grade => grade > 0))
            {
                figures.Add(Judge(await SearchAsync(portal, Text(line, "text")), grades));
            }
        }

        return Mean(figures);
    }

    private static async Task<List<string>> SearchAsync(SearchPortal portal, string text)
    {
        List<string> found = [];
        for (var page = 1; found.Count < Deepest; page++)
        {
            var results = await portal.SearchAsync(text, page, PageSize);
            found.AddRange(results.Hits.Select(hit => hit.ContentItemId));
            if (page >= results.Pages)
            {
                break;
            }
        }

        return found;
    }

    private static Figures Judge(List<string> found, Dictionary<string, double> grades)
    {
        var gain = found.Take(10).Select((id, place) => Math.Max(0, grades.GetValueOrDefault(id)) / Math.Log2(place + 2)).Sum();
        var ideal = grades.Values.Where(grade => grade > 0).OrderDescending().Take(10).Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
        var relevant = grades.Values.Count(grade => grade > 0);
        var (hits, precisions) = (0, 0.0);
        foreach (var (place, id) in found.Index())
        {
            if (grades.GetValueOrDefault(id) > 0)
            {
                hits++;
                precisions += (double)hits / (place + 1);
            }
        }

        return new Figures(gain / ideal, precisions / relevant, (double)found.Take(100).Count(id => grades.GetValueOrDefault(id) > 0) / relevant);
    }

    private static string DocumentsFolder(string folder)
    {
        var path = Path.GetFullPath(folder).TrimEnd('/');
        return File.Exists(Path.Combine(path, "docs.jsonl")) ? path : path[..path.LastIndexOf('-')];
    }

    private static IEnumerable<JsonElement> Lines(string folder, string file) => File.ReadLines(Path.Combine(folder, file))
        .Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string Text(JsonElement line, string property) => line.TryGetProperty(property, out var value) ? value.ToString() : "";

    private static Figures Mean(List<Figures> all) => all.Count == 0
        ? new Figures(0, 0, 0)
        : new Figures(all.Average(one => one.Gain), all.Average(one => one.Precision), all.Average(one => one.Recall));

    private static void Say(string name, Figures figures) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name,-16} {figures.Gain,8:0.0000} {figures.Precision,8:0.0000} {figures.Recall,11:0.0000}"));

    /// <summary>nDCG@10, average precision and recall among the first hundred, each from 0 to 1.</summary>
    private sealed record Figures(double Gain, double Precision, double Recall);
}
