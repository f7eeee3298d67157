using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>
/// How long the editors' desk takes at the server, whatever it is asked for, when there are many items (CMS-04). The portal is the demonstration council's, with
/// made-up entries beside it.
/// </summary>
internal static class DeskBenchmark
{
    private const int Requests = 100;
    private const int WarmUp = 5;
    private const int Batch = 500;
    private const string Model = "managing-stress";

    private static readonly string[] Words =
        ["Managing", "Leading", "Coaching", "Safer", "Better", "Written", "Digital", "Financial", "Inclusive", "Local", "teams", "budgets", "meetings", "records", "services", "councils"];

    private static readonly string[] Topics = ["topic-climate", "topic-customer", "topic-communication", "topic-safeguarding", "topic-qualifications"];

    public static async Task RunAsync(int items, bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        var people = await FillAsync(portal, items);
        var began = Stopwatch.GetTimestamp();
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ListingIndex>().RebuildAsync(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync("ANALYZE");
        }

        Say($"{(postgres ? "PostgreSQL" : "SQLite")}: {items} items, their rows made anew in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s; milliseconds at the server");
        using var client = await portal.SignedInAsAsync("editor");
        foreach (var (name, query) in new[]
        {
            ("all", ""),
            ("page 2", "?p=2"),
            ("last page", "?p=1000000"),
            ("by title", "?sort=Title"),
            ("by title, middle", $"?sort=Title&p={items / 40}"),
            ("by review date", "?sort=Review"),
            ("drafts", "?state=Draft"),
            ("several states", "?state=Draft&state=NewerDraft&state=Archived"),
            ("two types", "?type=Course&type=Provider"),
            ("mine", "?owner=me"),
            ("a colleague's", $"?owner={people[1]}"),
            ("nobody's", "?owner=nobody"),
            ("of who has left", "?owner=left"),
            ("a topic", "?topic=topic-climate"),
            ("overdue", "?review=Overdue"),
            ("due soon", "?review=Soon"),
            ("no day", "?review=None"),
            ("a word", "?q=managing"),
            ("a rare word", "?q=77777"),
            ("three words", "?q=managing+teams+better"),
            ("no such word", "?q=zzzz"),
            ("words in the text", "?q=stress&text=true"),
            ("filters together", "?q=managing&state=Published&topic=topic-climate&owner=left&review=Overdue&sort=Review"),
        })
        {
            await MeasureAsync(client, name, $"/content{query}");
        }
    }

    // Rows as they would be, written at once: publishing so many would measure the search index.
    private static async Task<IReadOnlyList<string>> FillAsync(PortalHost portal, int items)
    {
        await using var reading = portal.Scope();
        var from = reading.ServiceProvider.GetRequiredService<PortalDb>();
        var model = await from.Set<ContentItemRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == Model && row.Latest);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        List<string> people = [.. await from.Users.Where(person => person.UserName == "editor").Select(person => person.Id).ToListAsync()];
        people.AddRange(await from.Users.Where(person => person.UserName != "editor").OrderBy(person => person.LeavesOn == null).ThenBy(person => person.Id).Select(person => person.Id).Take(60).ToListAsync());
        for (var number = 0; number < items; number += Batch)
        {
            await using var scope = portal.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.AddRange(Enumerable.Range(number, Math.Min(Batch, items - number)).SelectMany(place => Versions(model, place, people, today)));
            await db.SaveChangesAsync();
        }

        return people;
    }

    // Seven of ten are published, one has a newer draft, one is a draft and one is archived; one of eight is nobody's, one of five has no day.
    private static IEnumerable<ContentItemRow> Versions(ContentItemRow model, int place, IReadOnlyList<string> people, DateOnly today)
    {
        var id = Identifiers.New();
        var parts = JsonNode.Parse(model.Json)!.AsObject();
        parts["LearningPart"]!["Topics"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = new JsonArray(Topics[place % Topics.Length], Topics[(place + 2) % Topics.Length]) };
        parts["CurationPart"] = new JsonObject
        {
            ["Owner"] = new JsonObject { ["UserIds"] = place % 8 == 0 ? [] : new JsonArray(people[place % people.Count]) },
            ["ReviewBy"] = new JsonObject { ["Value"] = place % 5 == 0 ? null : today.AddDays((place * 7 % 730) - 100).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z" },
        };
        var json = parts.ToJsonString(PortalJson.Compact);
        var kind = place % 10;
        var title = $"{Words[place % 10]} {Words[10 + (place / 10 % 6)]} {Words[place / 60 % 10].ToLowerInvariant()} {place}";
        ContentItemRow Row(int version, bool latest, bool published) => new()
        {
            ContentItemId = id,
            ContentItemVersionId = Identifiers.New(),
            ContentType = model.ContentType,
            Number = version,
            Latest = latest,
            Published = published,
            DisplayText = title,
            Json = json,
            Author = model.Author,
            ModifiedUtc = model.ModifiedUtc?.AddSeconds(-place),
            PublishedUtc = published ? model.PublishedUtc : null,
            CreatedUtc = model.CreatedUtc,
            Revision = 1,
            ArchivedUtc = kind == 9 ? model.ModifiedUtc : null,
        };
        if (kind == 7)
        {
            yield return Row(1, latest: false, published: true);
        }

        yield return Row(kind == 7 ? 2 : 1, latest: true, published: kind < 7);
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

        times.Sort();
        Say($"{name,-20} p50 {times[Requests / 2],7:0.0}   p95 {times[Requests * 95 / 100],7:0.0}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
