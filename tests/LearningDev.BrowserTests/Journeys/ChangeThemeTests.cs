using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class ChangeThemeTests(BrowserPortal portal) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => portal.UseThemeAsync("council");

    [Fact]
    [Requirement("ADM-01")]
    public async Task Settings_OtherTheme_IsSeenAtOnceByEverybody()
    {
        await using var administrator = await portal.VisitAsync("administrator");
        await using var employee = await portal.VisitAsync("employee");
        await employee.OpenAsync("/");
        var council = await BrandAsync(employee.Page);

        await ChooseAsync(administrator, "Coast");
        var coast = await BrandAsync(administrator.Page);
        await employee.Page.ReloadAsync();
        coast.ShouldNotBe(council);
        (await BrandAsync(employee.Page)).ShouldBe(coast);

        await ChooseAsync(administrator, "Council");
        (await BrandAsync(administrator.Page)).ShouldBe(council);
        administrator.ShouldBeWithoutComplaints();
    }

    private static async Task ChooseAsync(Visit visit, string theme)
    {
        await visit.OpenAsync("/admin/settings/site");
        await visit.Page.GetByLabel(theme, new() { Exact = true }).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
    }

    // The colour of the masthead or of the line below it, as it is drawn.
    private static async Task<string> BrandAsync(IPage page)
    {
        // A page is there before its style sheet is.
        await page.LoadedAsync();
        return await page.EvaluateAsync<string>(
            "() => { const style = getComputedStyle(document.querySelector('.app-masthead')); return [style.backgroundColor, style.borderBottomColor, getComputedStyle(document.body).fontFamily].join() }");
    }
}
