using System.Diagnostics;
using System.Globalization;
using LearningDev.Content.Curation;
using LearningDev.Content.Items;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Resources;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>How long the Members Hub takes at the server, with many members, committees and resources (MEM-01), and how often it asks the database.</summary>
internal static class MembersHubBenchmark
{
    private const int Requests = 100;
    private const int WarmUp = 5;
    private const int Members = 100;
    private const int Bodies = 20;
    private const int Batch = 250;

    private static readonly string[] Kinds = ["presentation", "guide", "document", "video", "link", "workbook", "evaluation-form"];
    private static readonly string[] Topics = ["chairing", "casework", "planning", "licensing", "scrutiny", "finance", "ethics"];
    private static readonly string[] Words =
        ["Reading", "Chairing", "Deciding", "Listening", "Budget", "Ward", "Casework", "Scrutiny", "reports", "meetings", "residents", "services", "powers", "evidence", "questions", "policy"];

    public static async Task RunAsync(int resources, bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        await AddMembersAsync(portal);
        var began = Stopwatch.GetTimestamp();
        for (var number = 0; number < resources; number += Batch)
        {
            await AddAsync(portal, number, Math.Min(Batch, resources - number));
        }

        Say($"{(postgres ? "PostgreSQL" : "SQLite")}: {Members} members, {Bodies} committees, {resources} resources published in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s; milliseconds at the server");
        foreach (var person in new[] { "councillor", "democratic-services", "employee" })
        {
            using var client = await portal.SignedInAsAsync(person);
            Say($"{person}");
            (string Name, string Path)[] pages = person == "employee" ? [("catalogue", "/catalogue?q=managing")]
                : [("home", "/members"), ("all resources", "/members/resources"), ("a word", "/members/resources?q=budget"), ("words and facets", "/members/resources?q=reading+reports&kind=guide&committee=benchmark-3"),
                    ("for me", "/members/resources?for=me"), ("last page", "/members/resources?page=100000"), ("a resource", "/members/resources/made-up-resource-42"), ("the catalogue", "/catalogue?q=managing")];
            foreach (var (name, path) in pages)
            {
                await MeasureAsync(portal, client, name, path);
            }
        }
    }

    private static async Task AddMembersAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var councillor = await db.Users.Where(person => person.UserName == "councillor").Select(person => person.Id).SingleAsync();
        for (var body = 0; body < Bodies; body++)
        {
            db.Add(new BodyRow { Id = $"benchmark-{body}", Name = $"Made-up Committee {body}", Kind = BodyKind.Committee });
        }

        for (var member = 0; member < Members; member++)
        {
            var person = $"benchmark-member-{member}";
            db.Add(new TermRow { PersonId = person, PersonName = $"Member {member}", Kind = member % 10 == 9 ? TermKind.CoOpted : TermKind.Elected, From = new DateOnly(2023, 5, 8) });
            db.AddRange(Enumerable.Range(0, 4).Select(seat => new OfficeRow { PersonId = person, Kind = OfficeKind.BodyMember, BodyId = $"benchmark-{(member + (seat * 5)) % Bodies}", From = new DateOnly(2026, 5, 20) }));
        }

        db.AddRange(Enumerable.Range(0, 4).Select(seat => new OfficeRow { PersonId = councillor, Kind = OfficeKind.BodyMember, BodyId = $"benchmark-{seat}", From = new DateOnly(2026, 5, 20) }));
        await db.SaveChangesAsync();
    }

    private static async Task AddAsync(PortalHost portal, int first, int count)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        foreach (var number in Enumerable.Range(first, count))
        {
            var item = items.New(nameof(HubResource));
            item.Alter<TitlePart>(part => part.Title = $"{Words[number % 8]} {Words[8 + (number / 8 % 8)]}, part {number}");
            item.Alter<AutoroutePart>(part => part.Path = $"members/resources/made-up-resource-{number}");
            item.Alter<MarkdownBodyPart>(part => part.Markdown = string.Join(' ', Enumerable.Range(number, 120).Select(place => Words[place * 7 % Words.Length])));
            item.Alter<CurationPart>(part => part.QualityAssurance.Text = "checked");
            item.Alter<HubResource>(part =>
            {
                part.Summary.Text = $"{Words[number * 3 % 16]} and {Words[number * 5 % 16]}.";
                part.Kind.Text = Kinds[number % Kinds.Length];
                part.Topics.TaxonomyContentItemId = HubResource.TopicsTaxonomy;
                part.Topics.TermContentItemIds = [$"member-topic-{Topics[number % Topics.Length]}"];
                part.Offices.Values = [Needs.Offices[number % Needs.Offices.Count]];
                part.Committees.Values = number % 3 == 0 ? [$"benchmark-{number % Bodies}"] : [];
                part.ForCoOptees.Value = number % 5 == 0;
                part.EventName.Text = $"Made-up event {number / 6}";
                part.EventOn.Value = new DateTime(2016, 1, 1).AddDays(number % 3650);
            });
            await items.PublishAsync(item);
        }

        await transaction.CommitAsync();
    }

    private static async Task MeasureAsync(PortalHost portal, HttpClient client, string name, string path)
    {
        List<double> times = [];
        var queries = int.MaxValue;
        for (var request = 0; request < WarmUp + Requests; request++)
        {
            portal.Queries.Restart();
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
                queries = Math.Min(queries, portal.Queries.Count);
            }
        }

        times.Sort();
        Say($"  {name,-20} p50 {times[Requests / 2],7:0.0}   p95 {times[Requests * 95 / 100],7:0.0}   queries {queries,3}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
