using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Scheduling;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Scheduling;

[Requirement("ADM-05")]
public class JobsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/jobs";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ShowsScheduleAndLastRun()
    {
        await using (var scope = portal.Scope())
        {
            var runner = scope.ServiceProvider.GetRequiredService<JobRunner>();
            (await runner.RunAsync("Message retention", CancellationToken.None)).ShouldBe(JobOutcome.Done);
            (await runner.RunAsync("Message retention", CancellationToken.None)).ShouldBe(JobOutcome.Done);
            (await runner.RunAsync("No such job", CancellationToken.None)).ShouldBeNull();
        }

        var main = (await portal.GetDocumentAsync(Url, "administrator")).QuerySelector("main")!.TextContent;

        main.ShouldContain("Every day at 2:10am");
        main.ShouldContain("Done");
        main.ShouldContain("Last runs of Message retention");
    }

    [Fact]
    public async Task Post_UnknownJob_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Forms.First(form => form.Closest("main") is not null);

        using var answer = await client.SubmitAsync(form, ("Job", "No such job"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_RunNow_IsEnqueuedAndInTheAudit()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Forms.First(form => form.Closest("main") is not null);

        using var answer = await client.SubmitAsync(form, ("Job", "Job run retention"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(Url)).Banner().ShouldContain("Job run retention runs as soon as a node is free");
        (await portal.EventsAsync("Job run retention")).ShouldBe(["JobAsked"]);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().CountAsync(row => row.Kind == "job")).ShouldBe(1);
    }
}
