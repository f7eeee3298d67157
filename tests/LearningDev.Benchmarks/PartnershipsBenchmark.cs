using System.Diagnostics;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>How long the lists of coaching and mentoring take when there are many partnerships (COA-02, COA-03, MEN-01).</summary>
internal static class PartnershipsBenchmark
{
    private const int PeopleCount = 5000;
    private const int CoachCount = 400;
    private const int OwnCount = 200;
    private const int Batch = 1000;

    private static readonly PartnershipEnd[] Ends = [PartnershipEnd.Completed, PartnershipEnd.Completed, PartnershipEnd.EndedEarly, PartnershipEnd.Changed];

    public static async Task RunAsync(int count, bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        var began = Stopwatch.GetTimestamp();
        var pool = await FillAsync(portal, count);
        Times.Say($"{(postgres ? "PostgreSQL" : "SQLite")}: {count} partnerships and requests, {CoachCount} coaches made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; milliseconds");
        using var employee = await portal.SignedInAsAsync("employee");
        using var hr = await portal.SignedInAsAsync("hr");
        var own = await portal.PersonIdAsync("employee");
        string meetings;
        await using (var scope = portal.Scope())
        {
            meetings = await scope.ServiceProvider.GetRequiredService<PortalDb>().Partnerships.Where(row => row.LearnerId == own && row.State == PartnershipState.Active).Select(row => row.Id).FirstAsync();
        }

        (string Name, HttpClient Client, string Path)[] pages =
        [
            ("own coaching and mentoring, of somebody with 200", employee, "/partnerships"),
            ("own, the last page", employee, "/partnerships?p=9999"),
            ("coaching, with own requests", employee, "/coaching"),
            ("pool with its coaches", employee, pool),
            ("pool, words", employee, $"{pool}?q=made"),
            ("mentoring", employee, "/mentoring"),
            ("meetings", employee, $"/partnerships/{meetings}/meetings"),
            ("coaches, for HR", hr, "/coaching/manage"),
            ("coaches, due soon", hr, "/coaching/manage?show=DueSoon"),
            ("programmes, for HR", hr, "/mentoring/manage"),
            ("numbers, coaching", hr, "/partnerships/overview?kind=coaching"),
            ("numbers, mentoring", hr, "/partnerships/overview?kind=mentoring"),
        ];
        foreach (var (name, client, path) in pages)
        {
            await Times.MeasureAsync(name, () => Times.GetAsync(client, path));
        }
    }

    private static async Task<string> FillAsync(PortalHost portal, int count)
    {
        await using var reading = portal.Scope();
        var known = reading.ServiceProvider.GetRequiredService<PortalDb>();
        var coach = await known.Coaches.AsNoTracking().Where(row => row.State == CoachState.Approved && !row.IsPaused).OrderBy(row => row.Id).FirstAsync();
        var values = await known.CoachValues.AsNoTracking().Where(value => value.CoachId == coach.Id).ToListAsync();
        var request = await known.CoachingRequests.AsNoTracking().OrderBy(row => row.Id).FirstAsync();
        var employee = await portal.PersonIdAsync("employee");
        var units = await known.Units.Select(unit => unit.Id).ToListAsync();
        List<string> people = [.. Enumerable.Range(0, PeopleCount).Select(number => $"made-up-{number}")];
        await InBatchesAsync(portal, PeopleCount, (db, number) => db.Add(new Person
        {
            Id = people[number],
            UserName = people[number],
            NormalizedUserName = people[number].ToUpperInvariant(),
            GivenName = "Made",
            FamilyName = $"Up {number}",
            UnitId = units[number % units.Count],
            SecurityStamp = "made-up",
        }));
        await InBatchesAsync(portal, CoachCount, (db, number) =>
        {
            var id = $"made-up-coach-{number}";
            db.Add(new CoachRow
            {
                Id = id,
                PersonId = people[number],
                PersonName = $"Made Up {number}",
                State = CoachState.Approved,
                Capacity = 100,
                LastSupervisionOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-number % 170),
                Introduction = coach.Introduction,
                Qualification = coach.Qualification,
                QualificationLevel = coach.QualificationLevel,
                AwardingBody = coach.AwardingBody,
                Words = $"made up {number}",
                CreatedUtc = coach.CreatedUtc,
            });
            db.AddRange(values.Select(value => new CoachValueRow { CoachId = id, Kind = value.Kind, Value = value.Value }));
        });
        await InBatchesAsync(portal, count, (db, number) =>
        {
            // Two hundred are the employee's; a quarter of all goes on. Nobody meets the same person twice.
            var each = Math.Max(1, count / OwnCount);
            var isOwn = number % each == 0;
            var learner = isOwn ? employee : people[CoachCount + (number % (PeopleCount - CoachCount))];
            var (isOpen, started) = (number % 4 == 0, DateTime.UtcNow.AddMinutes(-60 - number));
            var requestId = $"made-up-request-{number}";
            db.Add(new RequestRow
            {
                Id = requestId,
                PersonId = learner,
                PersonName = "Made Up",
                PoolId = request.PoolId,
                PoolName = request.PoolName,
                State = number % 10 == 0 ? RequestState.NoneLeft : RequestState.Agreed,
                CreatedUtc = started.AddDays(-10),
                SentUtc = started.AddDays(-9),
            });
            var row = new PartnershipRow
            {
                KindId = number % 3 == 0 ? "mentoring" : "coaching",
                GuideId = people[(isOwn ? number / each : number + (number / (PeopleCount - CoachCount))) % CoachCount],
                LearnerId = learner,
                SourceId = request.PoolId,
                SourceName = request.PoolName,
                OriginId = requestId,
                Agreement = "We meet as agreed.",
                State = isOpen ? PartnershipState.Active : PartnershipState.Closed,
                End = isOpen ? null : Ends[number % Ends.Length],
                BegunUtc = started,
                AgreedUtc = started.AddMinutes(1),
                ClosedUtc = isOpen ? null : started.AddMinutes(50),
                Minutes = 180,
                Meetings = 3,
            };
            db.Add(row);
            for (var meeting = 0; meeting < 3; meeting++)
            {
                db.Add(new MeetingRow
                {
                    PartnershipId = row.Id,
                    Day = DateOnly.FromDateTime(started).AddDays(-meeting),
                    Minutes = 60,
                    Kind = MeetingKind.Video,
                    State = MeetingState.Held,
                    ChangedById = learner,
                    ChangedUtc = started,
                });
            }
        });
        await known.Database.ExecuteSqlRawAsync("ANALYZE");
        using var visit = await portal.SignedInAsAsync("employee");
        var home = await visit.GetStringAsync(new Uri("/coaching", UriKind.Relative));
        var address = home.IndexOf("/coaching/pools/", StringComparison.Ordinal);
        return home[address..home.IndexOf('"', address)];
    }

    private static async Task InBatchesAsync(PortalHost portal, int count, Action<PortalDb, int> add)
    {
        for (var first = 0; first < count; first += Batch)
        {
            await using var scope = portal.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            for (var number = first; number < Math.Min(first + Batch, count); number++)
            {
                add(db, number);
            }

            await db.SaveChangesAsync();
        }
    }
}
