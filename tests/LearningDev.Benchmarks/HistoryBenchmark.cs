using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>
/// How long the editors' pages of an item's life take at the server when there are many items and the item has many versions (CMS-01): its history, two
/// versions compared, a version, and the lists of the bin and of plans. The portal is the demonstration council's, with made-up entries beside it.
/// </summary>
internal static class HistoryBenchmark
{
    private const int Requests = 100;
    private const int WarmUp = 10;
    private const int Batch = 500;
    private const string Id = "managing-stress";

    public static async Task RunAsync(int items, int versions, bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        var began = Stopwatch.GetTimestamp();
        await FillAsync(portal, items);
        var (first, last) = await ChangeAsync(portal, versions);
        Say($"{(postgres ? "PostgreSQL" : "SQLite")}: {items} items and {versions} versions of one made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; milliseconds at the server");
        using var client = await portal.SignedInAsAsync("editor");
        foreach (var (name, path) in new[]
        {
            ("history", $"/content/{Id}/versions"),
            ("history, last page", $"/content/{Id}/versions?page={(versions + 19) / 20}"),
            ("compare two", $"/content/{Id}/compare?from={last - 1}&to={last}"),
            ("compare the ends", $"/content/{Id}/compare?from={first}&to={last}"),
            ("edit", $"/content/{Id}"),
            ("preview", $"/content/{Id}/preview/page?as=role:Employee"),
            ("bin", "/content/bin"),
            ("planned", "/content/planned"),
        })
        {
            await MeasureAsync(client, name, path);
        }

        await MeasureSavingAsync(client);
    }

    // Rows as they would be, written at once: publishing so many would measure the search index.
    private static async Task FillAsync(PortalHost portal, int items)
    {
        await using var reading = portal.Scope();
        var model = await reading.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == Id && row.Latest);
        for (var number = 0; number < items; number += Batch)
        {
            await using var scope = portal.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.AddRange(Enumerable.Range(number, Math.Min(Batch, items - number)).Select(place => new ContentItemRow
            {
                ContentItemId = Identifiers.New(),
                ContentItemVersionId = Identifiers.New(),
                ContentType = model.ContentType,
                Number = 1,
                Latest = true,
                Published = true,
                DisplayText = $"Made-up course {place}",
                Json = model.Json,
                Author = model.Author,
                ModifiedUtc = model.ModifiedUtc,
                PublishedUtc = model.PublishedUtc,
                CreatedUtc = model.CreatedUtc,
                Revision = 1,
            }));
            await db.SaveChangesAsync();
        }

        await using var ending = portal.Scope();
        await ending.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    // Each version changes a word of a long text, as editors do.
    private static async Task<(int First, int Last)> ChangeAsync(PortalHost portal, int versions)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(Id, VersionChoice.Latest))!;
        var first = item.Number;
        for (var number = 1; number < versions; number++)
        {
            item.Content[nameof(MarkdownBodyPart)] = new JsonObject
            {
                [nameof(MarkdownBodyPart.Markdown)] = string.Join(' ', Enumerable.Range(0, 1500).Select(place => place % 50 == number % 50 ? $"changed{number}" : $"word{place}")),
            };
            item = await items.SaveDraftAsync(item, $"Change {number}");
        }

        return (first, item.Number);
    }

    private static async Task MeasureAsync(HttpClient client, string name, string path)
    {
        List<double> times = [];
        for (var request = 0; request < WarmUp + Requests; request++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if ((int)answer.StatusCode != 200)
            {
                throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
            }

            if (request >= WarmUp)
            {
                times.Add(took);
            }
        }

        Report(name, times);
    }

    // The form is filled in by an editor and sent; loading it is not counted.
    private static async Task MeasureSavingAsync(HttpClient client)
    {
        List<double> times = [];
        for (var request = 0; request < WarmUp + Requests; request++)
        {
            var form = (await client.GetPageAsync($"/content/{Id}")).Forms.Single(one => one.QuerySelector("input[name=shown]") is not null);
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.SubmitAsync(form, "Save draft", [("LearningPart.Summary", $"Said anew {request}")], []);
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if ((int)answer.StatusCode != 302)
            {
                throw new InvalidOperationException($"Saving the draft answered {(int)answer.StatusCode}.");
            }

            if (request >= WarmUp)
            {
                times.Add(took);
            }
        }

        Report("save a draft", times);
    }

    private static void Report(string name, List<double> times)
    {
        times.Sort();
        Say($"{name,-20} p50 {times[Requests / 2],7:0.0}   p95 {times[Requests * 95 / 100],7:0.0}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
