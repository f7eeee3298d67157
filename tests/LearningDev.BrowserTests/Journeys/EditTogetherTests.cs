using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Two editors, one item, at the same time: nothing of either is lost.</summary>
[Collection(nameof(BrowserPortal))]
public class EditTogetherTests(BrowserPortal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("CMS-01")]
    public async Task TwoEditors_OneItem_NothingIsLost(bool script)
    {
        await using var first = await portal.VisitAsync("editor", script: script);
        await using var second = await portal.VisitAsync("administrator", script: script);
        var (one, other) = (new ItemForms(first), new ItemForms(second));
        var path = await one.PublishProviderAsync($"Two at once {(script ? "with" : "without")} script", "We teach on Mondays.");
        await first.OpenAsync(path);
        await second.OpenAsync(path);
        await Assertions.Expect(other.Others).ToContainTextAsync("Owen Pritchard opened this just now");

        await one.About.FillAsync("We teach on Mondays and Fridays.");
        if (script)
        {
            await one.ShouldSayThatItIsKeptAsync();
            await Assertions.Expect(one.Others).ToContainTextAsync("opened this just now");
        }

        await one.PressAsync("Save draft");
        await other.About.FillAsync("We teach well on Mondays.");
        await second.Page.GetByLabel("Words of the link").FillAsync("Our website");
        if (script)
        {
            await Assertions.Expect(second.Page.Locator("[data-form-newer]")).ToContainTextAsync("Owen Pritchard saved this at");
        }

        await other.PressAsync("Save draft");

        await Assertions.Expect(second.Page.GetByRole(AriaRole.Heading, new() { Name = "Bring two versions together" })).ToBeVisibleAsync();
        (await second.Page.Locator("ins").First.InnerTextAsync()).ShouldContain("and Fridays");
        await Axe.ShouldFindNothingAsync(second.Page);
        await second.Page.GetByLabel("Both together, as you write it").CheckAsync();
        await second.Page.GetByLabel("About the provider, both together").FillAsync("We teach well on Mondays and Fridays.");
        await other.PressAsync("Continue to the form");
        (await other.About.InputValueAsync()).ShouldBe("We teach well on Mondays and Fridays.");
        (await second.Page.GetByLabel("Words of the link").InputValueAsync()).ShouldBe("Our website");
        await other.PressAsync("Publish");
        await Assertions.Expect(second.Page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("is published");

        await first.OpenAsync(path);
        (await one.About.InputValueAsync()).ShouldBe("We teach well on Mondays and Fridays.");
        first.ShouldBeWithoutComplaints();
        second.ShouldBeWithoutComplaints();
    }
}
