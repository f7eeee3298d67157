using System.Net;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Nations;

public class WhichNationTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    private const string Url = "/set-up/nation";

    [Fact]
    public async Task Get_FirstTime_OffersThreeAndChoosesNone()
    {
        using var client = await portal.AtAsync(Url);

        var page = await client.GetPageAsync(Url);

        page.QuerySelectorAll(".govuk-radios__label").Select(label => label.TextContent.Trim()).ShouldBe(["England and Wales", "Scotland", "Northern Ireland"]);
        page.QuerySelectorAll("input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Choice_GoesOnAndIsKept()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(), ("Nation", "Scotland"));

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/database");
        (await client.GetPageAsync(Url)).QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("Scotland");
    }

    [Fact]
    public async Task Post_Nothing_ShowsAnError()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary__list a")!.TextContent.ShouldBe("Choose where the council is");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("Atlantis")]
    [InlineData("scotland,england")]
    public async Task Post_SomethingElse_IsRefused(string nation)
    {
        using var client = await portal.AtAsync(Url);
        var page = await client.GetPageAsync(Url);
        page.QuerySelector("input[name=Nation]")!.SetAttribute("value", nation);

        using var answer = await client.SubmitAsync(page.Form(), ("Nation", nation));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_BackLink_LeadsToTheQuestionBefore()
    {
        using var client = await portal.AtAsync(Url);

        (await client.GetPageAsync(Url)).QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/set-up/council");
    }
}
