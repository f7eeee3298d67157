using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.TakingDown;

[Requirement("REC-01")]
public class TakeDownTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_NeitherAboutNorByThePerson_IsNotFound()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Of others");
        using var client = await portal.SignedInAsAsync("coach");
        foreach (var url in (string[])[$"/recognition/{id}/take-down", "/recognition/nothing/take-down"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Post_NeitherAboutNorByThePerson_IsNotFoundAndStays()
    {
        var own = await portal.CelebratedAsync("coach", "hr", "Own of the coach");
        var other = await portal.CelebratedAsync("manager", "employee", "Not of the coach");
        using var client = await portal.SignedInAsAsync("coach");
        var form = (await client.GetPageAsync($"/recognition/{own}/take-down")).Form($"/recognition/{own}/take-down");
        form.Action = $"/recognition/{other}/take-down";

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.StateAsync(other)).ShouldBe(CelebrationState.Shown);
    }

    [Theory]
    [InlineData("employee", "The person it is about took it down")]
    [InlineData("manager", "The person who wrote it took it down")]
    public async Task Post_AboutOrByThePerson_IsOffTheWallOnce(string userName, string why)
    {
        var id = await portal.CelebratedAsync("manager", "employee", $"Taken down by {userName}");
        using var client = await portal.SignedInAsAsync(userName);
        var url = $"/recognition/{id}/take-down";
        var page = await client.GetPageAsync(url);
        page.QuerySelector("main")!.TextContent.ShouldContain($"Sam Whitfield: Taken down by {userName}");

        using var answer = await client.SubmitAsync(page.Form(url));
        using var again = await client.SubmitAsync(page.Form(url));

        answer.Headers.Location!.OriginalString.ShouldBe("/recognition");
        again.Headers.Location!.OriginalString.ShouldBe("/recognition");
        page = await client.GetPageAsync("/recognition");
        page.Banner().ShouldBe("The celebration is taken down");
        page.QuerySelector($"#celebration-{id}").ShouldBeNull();
        (await portal.AuditOfAsync(id)).ShouldBe([nameof(LearningCelebrated), nameof(CelebrationTakenDown)]);
        (await portal.AuditHoldsAsync(why)).ShouldBeTrue();
        (await portal.AuditHoldsAsync("Taken down by")).ShouldBeFalse();
        (await client.GetPageAsync(url)).QuerySelector("h1")!.TextContent.ShouldBe("This celebration is taken down");
    }

    [Fact]
    public async Task Post_WaitsForAModerator_IsReadNoMore()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Thought better of");
        await portal.WriteAsync(db => db.Celebrations.Single(row => row.Id == id).State = CelebrationState.Waiting);
        using var client = await portal.SignedInAsAsync("manager");
        var url = (await client.GetPageAsync("/recognition")).QuerySelector(".govuk-inset-text a")!.GetAttribute("href")!;

        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));

        (await portal.StateAsync(id)).ShouldBe(CelebrationState.TakenDown);
        (await portal.GetDocumentAsync("/recognition/moderation", "hr")).QuerySelector("main")!.TextContent.ShouldNotContain("Thought better of");
    }
}
