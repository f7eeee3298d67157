using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.KeepingOff;

[Requirement("REC-01")]
public class KeepOffTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/recognition/keep-off";

    [Fact]
    public async Task Get_NothingChosenYet_IsYes() =>
        (await portal.GetDocumentAsync(Url, "hr")).QuerySelector("input[name=CanBeCelebrated]:checked")!.GetAttribute("value").ShouldBe("yes");

    [Fact]
    public async Task Post_NothingOrSomethingElse_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("hr");
        var page = await client.GetPageAsync(Url);

        using var nothing = await client.SubmitAsync(page.Form(Url), ("CanBeCelebrated", null));
        page.QuerySelector("input[name=CanBeCelebrated]")!.SetAttribute("value", "perhaps");
        using var other = await client.SubmitAsync(page.Form(Url), ("CanBeCelebrated", "perhaps"));

        foreach (var answer in (HttpResponseMessage[])[nothing, other])
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.ReadPageAsync()).QuerySelector("#CanBeCelebrated-error")!.TextContent.ShouldContain("Choose whether colleagues can celebrate you");
        }
    }

    [Fact]
    public async Task Post_NoThenYesTwiceEach_IsKeptAndTellsColleagues()
    {
        var earlier = await portal.CelebratedAsync("manager", "employee", "Before");
        using var client = await portal.SignedInAsAsync("employee");
        await portal.ChooseAsync("employee", "no");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("CanBeCelebrated", "no"));

        answer.Headers.Location!.OriginalString.ShouldBe("/recognition");
        var wall = await client.GetPageAsync("/recognition");
        wall.Banner().ShouldBe("Colleagues cannot celebrate you on the wall");
        wall.QuerySelector($"#celebration-{earlier}").ShouldNotBeNull();
        (await client.GetPageAsync(Url)).QuerySelector("input[name=CanBeCelebrated]:checked")!.GetAttribute("value").ShouldBe("no");
        var page = await portal.GetDocumentAsync(await portal.CelebratingAsync("employee"), "manager");
        page.QuerySelector("main form").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("Sam Whitfield prefers not to be on the recognition wall");
        await portal.ChooseAsync("employee", "yes");
        await portal.ChooseAsync("employee", "yes");
        (await portal.GetDocumentAsync(await portal.CelebratingAsync("employee"), "manager")).QuerySelector("main form").ShouldNotBeNull();
        (await portal.EventsAsync("employee")).Count(name => name == nameof(KeepingOffChosen)).ShouldBe(2);
    }

    [Fact]
    public async Task Post_SeveralTimesAtOnce_IsKeptOnce()
    {
        using var client = await portal.SignedInAsAsync("coach");
        var page = await client.GetPageAsync(Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.SubmitAsync(page.Form(Url), ("CanBeCelebrated", "no"))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        var id = await portal.PersonIdAsync("coach");
        (await portal.ReadAsync(db => db.KeptOff.CountAsync(row => row.PersonId == id))).ShouldBe(1);
        (await portal.EventsAsync("coach")).Count(name => name == nameof(KeepingOffChosen)).ShouldBe(1);
    }
}
