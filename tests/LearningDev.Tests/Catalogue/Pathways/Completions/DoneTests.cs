using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Catalogue.Contracts;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways.Completions;

[Requirement("CAT-07")]
public class DoneTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(new Uri("/catalogue/minute-taking/done", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("no-such-entry")]
    [InlineData("planning-committee-essential-training")]
    public async Task Get_EntryThatOneMayNotKnowOf_IsNotFound(string slug)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri($"/catalogue/{slug}/done", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_ButtonOfTheEntry_MarksItAsDoneToday()
    {
        portal.Clock.StopAt(new DateTime(2026, 6, 30, 23, 30, 0, DateTimeKind.Utc));
        try
        {
            using var client = await portal.SignedInAsAsync("employee");
            var form = (await client.GetPageAsync("/catalogue/minute-taking")).Form("/catalogue/minute-taking/done");

            using var answer = await client.SubmitAsync(form);
            using var again = await client.SubmitAsync(form);

            answer.Headers.Location!.OriginalString.ShouldBe("/catalogue/minute-taking");
            again.Headers.Location!.OriginalString.ShouldBe("/catalogue/minute-taking");
            var row = (await portal.CompletionsAsync("minute-taking")).ShouldHaveSingleItem();
            row.CompletedOn.ShouldBe(new DateOnly(2026, 7, 1));
            row.PersonId.ShouldBe(await portal.PersonIdAsync("employee"));
            row.KnownFrom.ShouldBe(CompletionSource.Person);
            row.RecordedUtc.ShouldBe(new DateTime(2026, 6, 30, 23, 30, 0, DateTimeKind.Utc));
            (await portal.EventsAsync("minute-taking")).Count(name => name == nameof(LearningCompleted)).ShouldBe(1);
            var page = await client.GetPageAsync("/catalogue/minute-taking");
            page.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("Minute taking is marked as done on 1 July 2026");
            page.QuerySelector(".app-done")!.TextContent.ShouldContain("You have done this");
        }
        finally
        {
            portal.Clock.StopAt(DateTime.UtcNow);
        }
    }

    [Fact]
    public async Task Post_AnotherDay_PutsTheDayRight()
    {
        using var client = await portal.SignedInAsAsync("manager");
        await client.MarkAsync("time-management");
        var form = (await client.GetPageAsync("/catalogue/time-management/done")).Form("/catalogue/time-management/done");

        using var answer = await client.SubmitAsync(form, ("Day.Day", "29"), ("Day.Month", "feb"), ("Day.Year", "2024"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.CompletionsAsync("time-management")).ShouldHaveSingleItem().CompletedOn.ShouldBe(new DateOnly(2024, 2, 29));
        (await client.GetPageAsync("/catalogue/time-management")).QuerySelector(".app-done")!.TextContent.ShouldContain("29 February 2024");
    }

    [Theory]
    [InlineData("", "", "", "Enter the day you did it")]
    [InlineData("29", "2", "2025", "Day you did it must be a real date")]
    [InlineData("1", "", "2025", "Day you did it must include a month")]
    [InlineData("1", "1", "2999", "The day you did it must be today or in the past")]
    [InlineData("31", "12", "1969", "The day you did it must be on or after 1 January 1970")]
    public async Task Post_DayThatCannotBe_ShowsErrorAndKeepsWhatWasTyped(string day, string month, string year, string error)
    {
        using var client = await portal.SignedInAsAsync("coach");
        var form = (await client.GetPageAsync("/catalogue/report-writing/done")).Form("/catalogue/report-writing/done");

        using var answer = await client.SubmitAsync(form, ("Day.Day", day), ("Day.Month", month), ("Day.Year", year));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.Errors().ShouldBe([error]);
        page.ErrorBeside("Day").ShouldBe(error);
        page.ValueOf("Day.Year").ShouldBe(year);
        (await portal.CompletionsAsync("report-writing")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_TakeBack_RemovesIt()
    {
        using var client = await portal.SignedInAsAsync("hr");
        await client.MarkAsync("political-awareness");
        var form = (await client.GetPageAsync("/catalogue/political-awareness")).QuerySelector<IHtmlFormElement>(".app-done form")!;

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.CompletionsAsync("political-awareness")).ShouldBeEmpty();
        (await portal.EventsAsync("political-awareness")).Where(name => !name.StartsWith("Content", StringComparison.Ordinal))
            .ShouldBe([nameof(LearningCompleted), nameof(LearningCompletionTakenBack)]);
        (await client.GetPageAsync("/catalogue/political-awareness")).QuerySelector(".app-done")!.TextContent.ShouldContain("Have you done this?");
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var form = new FormUrlEncodedContent([new("Day.Day", "1"), new("Day.Month", "1"), new("Day.Year", "2025")]);
        using var answer = await client.PostAsync(new Uri("/catalogue/project-management/done", UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.CompletionsAsync("project-management")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_PathwayOrReported_ChangesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/catalogue/springboard/done")).Form("/catalogue/springboard/done");
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ILearningCompletions>().ReportAsync(await portal.PersonIdAsync("editor"), "solace-springboard", new DateOnly(2026, 5, 4));
        }

        using var reported = await client.SubmitAsync(form, ("Day.Day", "1"), ("Day.Month", "1"), ("Day.Year", "2026"));
        using var pathway = await client.GetAsync(new Uri("/catalogue/core-learning-pathway/done", UriKind.Relative));

        reported.Headers.Location!.OriginalString.ShouldBe("/catalogue/springboard");
        pathway.Headers.Location!.OriginalString.ShouldBe("/catalogue/core-learning-pathway");
        (await portal.CompletionsAsync("solace-springboard")).ShouldHaveSingleItem().CompletedOn.ShouldBe(new DateOnly(2026, 5, 4));
        var page = await client.GetPageAsync("/catalogue/springboard");
        page.QuerySelector(".app-done")!.TextContent.ShouldContain("as reported to the portal");
        page.QuerySelector(".app-done form").ShouldBeNull();
    }
}
