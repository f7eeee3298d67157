using System.Diagnostics;
using System.Globalization;
using LearningDev.Compliance;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>How long the matrix of members' mandatory training and the committees take at the server (MEM-06, CMP-03), in the demonstration council with made-up members beside its own.</summary>
internal static class MatrixBenchmark
{
    private const int Requests = 100;
    private const int WarmUp = 5;

    public static async Task RunAsync(int members, int committees, bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        await FillAsync(portal, members, committees);
        Say($"{(postgres ? "PostgreSQL" : "SQLite")}: {members} members, {committees} committees; milliseconds at the server");
        using var client = await portal.SignedInAsAsync("democratic-services");
        foreach (var (name, path) in new[]
        {
            ("matrix", "/members/manage/training"),
            ("matrix, not sitting", "/members/manage/training?standing=NotSitting"),
            ("matrix as CSV", "/members/manage/training?handler=Csv"),
            ("committees", "/members/manage/committees"),
            ("a committee", "/members/manage/committees/made-up-0"),
        })
        {
            await MeasureAsync(client, name, path);
        }
    }

    private static async Task FillAsync(PortalHost portal, int members, int committees)
    {
        // The same members each time.
        var random = new Random(7);
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var section = await settings.GetAsync<ComplianceSettings>();
        var wards = await db.MemberWards.Select(ward => ward.Id).ToListAsync();
        for (var committee = 0; committee < committees; committee++)
        {
            db.Add(new BodyRow { Id = $"made-up-{committee}", Name = $"Made-up committee {committee}", Kind = BodyKind.Committee });
            section.Rules.Add(new MandatoryTraining
            {
                Key = $"made-up-{committee}",
                Name = $"Made-up committee {committee}",
                Groups = [MemberGroups.OfBody($"made-up-{committee}")],
                BeforeSitting = true,
                RefresherMonths = 12,
            });
        }

        List<string> keys = [.. section.Rules.Select(rule => rule.Key)];
        for (var number = 0; number < members; number++)
        {
            var person = new Person { Id = $"made-up-{number}", UserName = $"made.up.{number}", NormalizedUserName = $"MADE.UP.{number}", GivenName = "Made", FamilyName = $"Up {number}" };
            db.Add(person);
            foreach (var (from, until) in new (DateOnly, DateOnly?)[] { (new(2015, 5, 11), new(2019, 5, 5)), (new(2019, 5, 6), new(2023, 5, 7)), (new(2023, 5, 8), null) })
            {
                db.Add(new TermRow { PersonId = person.Id, PersonName = person.FullName, Kind = TermKind.Elected, WardId = wards[random.Next(wards.Count)], From = from, Until = until });
            }

            foreach (var seat in Enumerable.Range(0, committees).OrderBy(_ => random.Next()).Take(Math.Min(committees, 2)))
            {
                db.Add(new OfficeRow { PersonId = person.Id, Kind = OfficeKind.BodyMember, BodyId = $"made-up-{seat}", From = new DateOnly(2026, 5, 20) });
            }

            var days = Enumerable.Range(0, 30).Select(_ => (Key: keys[random.Next(keys.Count)], Day: new DateOnly(2023, 5, 8).AddDays(random.Next(0, 1300)))).Distinct();
            db.AddRange(days.Select(one => new CompletionRow
            {
                PersonId = person.Id,
                RuleKey = one.Key,
                Day = one.Day,
                How = RecordedHow.Register,
                RecordedByName = "Benchmark",
                RecordedUtc = DateTime.UtcNow,
            }));
        }

        await db.SaveChangesAsync();
        await settings.SaveAsync(section);
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
