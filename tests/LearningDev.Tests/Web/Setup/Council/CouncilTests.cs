using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Council;

public class CouncilTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    private const string Url = "/set-up/council";

    [Fact]
    public async Task Get_FirstTime_SuggestsANameForThePortal()
    {
        using var client = await portal.OpenedAsync();

        var page = await client.GetPageAsync(Url);

        Field(page, "CouncilName").ShouldBe("");
        Field(page, "SiteName").ShouldBe("Staff learning");
    }

    [Fact]
    public async Task Post_Names_GoesOnAndKeepsThem()
    {
        using var client = await portal.OpenedAsync();

        using var answer = await SendAsync(client, " Westmarsh ", "Learn ");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/nation");
        var page = await client.GetPageAsync(Url);
        Field(page, "CouncilName").ShouldBe("Westmarsh");
        Field(page, "SiteName").ShouldBe("Learn");
    }

    [Fact]
    public async Task Post_Nothing_ShowsAnErrorBesideEachField()
    {
        using var client = await portal.OpenedAsync();

        using var answer = await SendAsync(client, "", " ");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.Title!.ShouldStartWith("Error: ");
        page.QuerySelectorAll(".govuk-error-message").Select(error => error.TextContent.Trim())
            .ShouldBe(["Error: Enter the name of the council", "Error: Enter the name of the portal"]);
    }

    [Fact]
    public async Task Post_TooLong_LosesNothingTyped()
    {
        using var client = await portal.OpenedAsync();
        var council = new string('c', 101);

        using var answer = await SendAsync(client, council, new string('p', 61));

        var page = await answer.ReadPageAsync();
        page.QuerySelectorAll(".govuk-error-message").Length.ShouldBe(2);
        Field(page, "CouncilName").ShouldBe(council);
    }

    [Fact]
    public async Task Post_MarkupInAName_IsShownAsText()
    {
        using var client = await portal.OpenedAsync();
        using var answer = await SendAsync(client, "<script>alert(1)</script>", "Learn");

        var page = await client.GetPageAsync(Url);

        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        Field(page, "CouncilName").ShouldBe("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Post_WithoutTheCode_LeadsToTheCode()
    {
        using var client = await portal.OpenedAsync();
        var form = (await client.GetPageAsync(Url)).Form();
        using var stranger = portal.SignedOut();
        var token = (await stranger.GetPageAsync("/set-up")).Form().Elements["__RequestVerificationToken"] as IHtmlInputElement;

        using var answer = await stranger.SubmitAsync(form, ("CouncilName", "Elsewhere"), ("__RequestVerificationToken", token!.Value));

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string council, string portal) =>
        await client.SubmitAsync((await client.GetPageAsync(Url)).Form(), ("CouncilName", council), ("SiteName", portal));

    private static string Field(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"input[name={name}]")!).Value;
}
