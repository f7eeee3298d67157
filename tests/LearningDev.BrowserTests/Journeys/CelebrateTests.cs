using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Somebody finds a colleague and celebrates their learning, and another applauds.</summary>
[Collection(nameof(BrowserPortal))]
public class CelebrateTests(BrowserPortal portal)
{
    [Fact]
    [Requirement("REC-01")]
    public async Task Celebrate_KeyboardAlone_LeadsFromTheWallToItAndToApplause()
    {
        await using var visit = await portal.VisitAsync("manager");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/recognition");

        await keyboard.TabToAsync("a", "Celebrate a colleague");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/recognition/new");
        await keyboard.TabToAsync("input", "Name or work email address");
        await keyboard.TypeAsync("whitfield");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/recognition/new?q=whitfield");
        await keyboard.TabToAsync("a", "Sam Whitfield");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/recognition/new/*");
        // Nothing filled in yet: the error summary has the focus and leads to the field.
        await keyboard.TabToAsync("button", "Celebrate");
        await keyboard.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync("document.activeElement.matches('.govuk-error-summary')");
        (await keyboard.TabAsync()).Name.ShouldBe("Enter what your colleague has learned");
        await keyboard.PressAsync("Enter");
        await keyboard.TypeAsync("Data storytelling");
        (await keyboard.TabAsync()).Name.ShouldBe("Why is it worth celebrating?");
        await keyboard.TypeAsync("The scrutiny committee understood our figures at once.");
        (await keyboard.TabAsync()).Name.ShouldBe("Celebrate");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/recognition");

        await keyboard.TabToAsync("button", "Applaud for Sam Whitfield, Data storytelling");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/recognition#celebration-*");
        (await ItemAsync(visit, "Data storytelling")).ShouldContain("1 person applauds");
        visit.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [Requirement("REC-01")]
    public async Task Celebrate_WithAndWithoutScript_IsReadApplaudedAndTakenDown(int width, bool script)
    {
        var learning = $"First aid at {width} {(script ? "with" : "without")} script";
        await using var sender = await portal.VisitAsync("manager", width, script: script);
        await sender.OpenAsync("/recognition/new");
        await sender.Page.GetByLabel("Name or work email address").FillAsync("whitfield");
        await ButtonAsync(sender, "Find");
        await sender.Page.GetByRole(AriaRole.Link, new() { Name = "Sam Whitfield" }).ClickAsync();
        await sender.Page.GetByLabel("What have they learned or completed?").FillAsync(learning);
        await sender.Page.GetByLabel("Why is it worth celebrating?").FillAsync("We have a first aider again.");
        await ButtonAsync(sender, "Celebrate");
        sender.PathAndQuery.ShouldBe("/recognition");

        await using var reader = await portal.VisitAsync("coach", width, script: script);
        await reader.OpenAsync("/recognition");
        await ButtonAsync(reader, $"Applaud for Sam Whitfield, {learning}");
        (await ItemAsync(reader, learning)).ShouldContain("1 person applauds");

        await using var recipient = await portal.VisitAsync("employee", width, script: script);
        await recipient.OpenAsync("/recognition");
        await recipient.Page.GetByRole(AriaRole.Link, new() { Name = $"Take down the celebration of Sam Whitfield, {learning}" }).ClickAsync();
        await ButtonAsync(recipient, "Take down");
        (await recipient.Page.GetByText(learning, new() { Exact = true }).CountAsync()).ShouldBe(0);
        sender.ShouldBeWithoutComplaints();
        reader.ShouldBeWithoutComplaints();
        recipient.ShouldBeWithoutComplaints();
    }

    private static Task<string> ItemAsync(Visit visit, string learning) =>
        visit.Page.Locator(".app-results__item", new() { HasText = learning }).First.InnerTextAsync();

    private static async Task ButtonAsync(Visit visit, string name)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await visit.Page.LoadedAsync();
    }
}
