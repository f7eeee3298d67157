using System.Net;
using LearningDev.Platform.Events;
using LearningDev.TestSupport.Html;
using LearningDev.Web.Setup.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Running;

public class ProgressTests
{
    private const string Url = "/set-up/progress";

    [Fact]
    public async Task Get_Failed_SaysWhyLeavesTheDatabaseEmptyAndLetsOneTryAgain()
    {
        var last = new LastStep { Fault = new InvalidOperationException("The last step is broken on purpose.") };
        await using var portal = new PortalWithLastStep(last);
        await portal.InitializeAsync();
        using var client = await portal.AtAsync("/set-up/check");

        using var sent = await client.SubmitAsync((await client.GetPageAsync("/set-up/check")).Form());
        var page = await client.GetPageAsync(Url);

        page.QuerySelector("h1")!.TextContent.ShouldBe("The portal could not be set up");
        page.Body!.TextContent.ShouldContain("The last step is broken on purpose.");
        (await portal.LookAsync(db => db.Users.CountAsync())).ShouldBe(0);
        (await portal.LookAsync(db => db.Roles.CountAsync())).ShouldBe(0);

        last.Fault = null;
        using var again = await client.SubmitAsync((await client.GetPageAsync("/set-up/check")).Form());
        using var answer = await client.GetAsync(Url);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Get_UnexpectedFault_TellsNothingOfIt()
    {
        await using var portal = new PortalWithLastStep(new LastStep { Fault = new IOException("/var/lib/secret: disk is full") });
        await portal.InitializeAsync();
        using var client = await portal.AtAsync("/set-up/check");
        using var sent = await client.SubmitAsync((await client.GetPageAsync("/set-up/check")).Form());

        var page = await client.GetPageAsync(Url);

        page.Body!.TextContent.ShouldContain("Something unexpected went wrong");
        page.Body.TextContent.ShouldNotContain("/var/lib/secret");
    }

    [Fact]
    public async Task Get_NotDoneYet_ShowsHowFarItIsAndALinkThatAsksAgain()
    {
        var last = new LastStep { Gate = new TaskCompletionSource() };
        await using var portal = new PortalWithLastStep(last);
        await portal.InitializeAsync();
        using var client = await portal.AtAsync("/set-up/check");
        using var sent = await client.SubmitAsync((await client.GetPageAsync("/set-up/check")).Form());

        await using var scope = portal.Scope();
        var run = scope.ServiceProvider.GetRequiredService<SetupRun>();
        while (run.RowsWritten == 0)
        {
            await Task.Yield();
        }

        run.Patience = TimeSpan.Zero;
        var page = await client.GetPageAsync(Url);
        run.Patience = TimeSpan.FromMinutes(1);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Setting up the portal");
        page.QuerySelector("main")!.TextContent.ShouldMatch("[1-9][0-9]* rows have been written so far");
        page.QuerySelector("a[data-follow-progress]")!.GetAttribute("href").ShouldBe(Url);
        last.Gate.SetResult();
        using var answer = await client.GetAsync(Url);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Get_NothingRuns_LeadsBackToTheAnswers()
    {
        await using var portal = new SetupPortal();
        await portal.InitializeAsync();
        using var client = await portal.AtAsync("/set-up/check");

        using var answer = await client.GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/check");
    }

    [Fact]
    public async Task Post_Progress_IsNotAllowed()
    {
        await using var portal = new SetupPortal();
        await portal.InitializeAsync();
        using var client = await portal.AtAsync("/set-up/check");
        var form = (await client.GetPageAsync("/set-up/check")).Form();
        form.Action = Url;

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe(["GET", "HEAD"], ignoreOrder: true);
    }

    private sealed class PortalWithLastStep(LastStep last) : SetupPortal
    {
        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            services.AddSingleton<IEventHandler<PortalSetUp>>(last);
        }
    }

    /// <summary>The last thing that a set-up does before it commits.</summary>
    private sealed class LastStep : IEventHandler<PortalSetUp>
    {
        public Exception? Fault { get; set; }

        public TaskCompletionSource? Gate { get; init; }

        public async Task HandleAsync(PortalSetUp portalEvent, CancellationToken cancellation)
        {
            if (Gate is not null)
            {
                await Gate.Task.WaitAsync(cancellation);
            }

            if (Fault is not null)
            {
                throw Fault;
            }
        }
    }
}
