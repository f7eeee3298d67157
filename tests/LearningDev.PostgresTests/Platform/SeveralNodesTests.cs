using System.Diagnostics;
using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Tests.Platform.Outbox;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Mail;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.PostgresTests.Platform;

/// <summary>Two processes on one PostgreSQL database: one is killed while it works, and the other carries on.</summary>
[Requirement("ADM-05")]
public class SeveralNodesTests(ITestOutputHelper output)
{
    private const int Letters = 60;

    [Fact]
    public async Task Kill_OneOfTwoNodes_TheOtherTakesOverMessagesAndJobs()
    {
        await using var mail = await MailDev.StartAsync();
        await using var database = new SeededPortal();
        await database.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("learningdev-nodes-");
        await using var east = await StartAsync("east");
        await using var west = await StartAsync("west");
        using var atWest = await west.SignedInAsAsync("administrator");
        using (var atEast = await east.SignedInAsAsync("administrator"))
        {
            var seen = await ChangeNameAsync(atEast, atWest, "Learning at both nodes");
            seen.ShouldBeLessThan(TimeSpan.FromSeconds(2), "The cache lasts a second; asking takes a while too.");
            output.WriteLine($"A changed setting was seen by the other node after {seen.TotalMilliseconds:0} ms");
            var form = (await atEast.GetPageAsync("/admin/messages/test")).Form("/admin/messages/test");
            for (var letter = 0; letter < Letters; letter++)
            {
                using var answer = await atEast.SubmitAsync(form);
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            }
        }

        await east.KillAsync();
        var killed = DateTime.UtcNow;
        var watch = Stopwatch.StartNew();
        (await atWest.GetPageAsync("/admin/messages")).QuerySelector("h1")!.TextContent.ShouldBe("Messages");
        await database.UntilSentAsync();
        output.WriteLine($"All messages were delivered {watch.Elapsed.TotalSeconds:0.0} s after the kill");
        var runs = await RunsAfterAsync(database, killed);
        output.WriteLine($"A job ran at {runs.Node} {(runs.BeganUtc - killed).TotalSeconds:0.0} s after the kill");

        runs.Node.ShouldBe("west 1");
        var letters = (await mail.LettersAsync()).Select(letter => letter.MessageId.Split('@')[0]).ToList();
        (await database.IdsAsync()).Except(letters).ShouldBeEmpty("These letters are lost.");
        letters.Count.ShouldBeLessThanOrEqualTo(Letters + 1, "Only the letter that the killed node was just sending may come twice.");
        folder.Delete(recursive: true);

        Task<PortalProcess> StartAsync(string name) => PortalProcess.StartAsync(database.ConnectionString,
        [
            .. mail.Settings,
            new("Node:Name", name),
            new("Node:Folder", Path.Combine(folder.FullName, name)),
            new("Outbox:Lease", "00:00:05"),
            new("Jobs:CheckIn", "00:00:01"),
            new("Jobs:Messageretention:Schedule", "0/2 * * * * ?"),
        ]);
    }

    private static async Task<TimeSpan> ChangeNameAsync(HttpClient here, HttpClient there, string name)
    {
        using var answer = await here.SubmitAsync((await here.GetPageAsync("/admin/settings/site")).Form("/admin/settings/site"), ("Form.SiteName", name));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var watch = Stopwatch.StartNew();
        while (!(await there.GetPageAsync("/admin")).Title!.Contains(name, StringComparison.Ordinal))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }

        return watch.Elapsed;
    }

    private static async Task<JobRun> RunsAfterAsync(SeededPortal database, DateTime killed)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            await using (var scope = database.Scope())
            {
                var runs = scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobRun>().AsNoTracking();
                if (await runs.Where(run => run.BeganUtc > killed && run.Outcome == JobOutcome.Done).OrderBy(run => run.Id).FirstOrDefaultAsync() is { } run)
                {
                    return run;
                }
            }

            await looks.WaitForNextTickAsync(limit.Token);
        }
    }
}
