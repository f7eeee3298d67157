using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.StartingPoint;

public class StartingPointTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    private const string Url = "/set-up/starting-point";

    [Fact]
    public async Task Get_Recipes_AreTheSetUpRecipesWithDescriptionsTheUsualOneFirst()
    {
        using var client = await portal.AtAsync(Url);

        var page = await client.GetPageAsync(Url);

        var choices = page.QuerySelectorAll("input[name=Recipe]").OfType<IHtmlInputElement>().Select(choice => choice.Value).ToList();
        choices[0].ShouldBe("council");
        choices.ShouldContain("demonstration");
        choices.ShouldNotContain("foundations");
        page.QuerySelectorAll(".govuk-radios__hint").Length.ShouldBe(choices.Count);
    }

    [Fact]
    public async Task Get_FirstTime_NothingIsChosenForThePerson()
    {
        using var client = await portal.AtAsync(Url);

        (await client.GetPageAsync(Url)).QuerySelectorAll("input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Choice_GoesOnAndIsKept()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(), ("Recipe", "demonstration"));

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/administrator");
        (await client.GetPageAsync(Url)).QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("demonstration");
    }

    [Fact]
    public async Task Post_Nothing_ShowsAnError()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary__list a")!.TextContent.ShouldBe("Choose what the portal should start with");
    }

    [Theory]
    [InlineData("foundations")]
    [InlineData("../../etc/passwd")]
    public async Task Post_RecipeThatIsNotOffered_IsRefused(string recipe)
    {
        using var client = await portal.AtAsync(Url);
        var page = await client.GetPageAsync(Url);
        page.QuerySelector("input[name=Recipe]")!.SetAttribute("value", recipe);

        using var answer = await client.SubmitAsync(page.Form(), ("Recipe", recipe));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").ShouldNotBeNull();
    }
}
