using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Settings;

[Requirement("ADM-01")]
public class SettingsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/settings";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_NewNameAndTheme_ShowOnTheNextPageWithABannerAndAreAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Form(Url);

        using var answer = await client.SubmitAsync(
            form, ("Form.SiteName", "Harbour learning"), ("Form.CouncilName", "Harbour Council"), ("Form.ContactEmail", "help@harbour.example"),
            ("Form.PageSize", "30"), ("Form.Theme", "coast"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        page.QuerySelector(".govuk-notification-banner--success")!.TextContent.ShouldContain("The settings are saved");
        page.QuerySelector(".app-masthead__name")!.TextContent.ShouldBe("Harbour learning");
        page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.ShouldContain("/themes/coast/");
        (await client.GetPageAsync(Url)).QuerySelector(".govuk-notification-banner").ShouldBeNull();
        (await client.GetPageAsync("/help")).QuerySelector("main a[href='mailto:help@harbour.example']").ShouldNotBeNull();
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.CountAsync(row => row.Event == "SettingsChanged" && row.PersonId != null))
            .ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("SiteName", "", "Enter the name of the portal")]
    [InlineData("CouncilName", "", "Enter the name of the council")]
    [InlineData("ContactEmail", "help at harbour", "Enter an email address in the correct format, like name@example.gov.uk")]
    [InlineData("TimeZoneId", "Mars/Olympus", "Enter a time zone as it is known internationally, like Europe/London")]
    [InlineData("PageSize", "", "Enter how many rows a page has")]
    [InlineData("PageSize", "4", "Rows on a page must be between 5 and 100")]
    [InlineData("PageSize", "101", "Rows on a page must be between 5 and 100")]
    public async Task Post_WrongValue_IsSaidBesideTheFieldAndKept(string field, string value, string message)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Form(Url);

        using var answer = await client.SubmitAsync(form, ($"Form.{field}", value));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        Errors(page).ShouldBe([message]);
        page.QuerySelector($"#Form_{field}-error")!.TextContent.ShouldContain(message);
        page.QuerySelector<IHtmlInputElement>($"#Form_{field}")!.Value.ShouldBe(value);
        page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe($"#Form_{field}");
    }

    [Fact]
    public async Task Post_ThemeThatIsNotThere_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(Url);
        page.QuerySelector<IHtmlInputElement>("input[name='Form.Theme']")!.Value = "../../secrets";

        using var answer = await client.SubmitAsync(page.Form(Url), ("Form.Theme", "../../secrets"));

        Errors(await answer.ReadPageAsync()).ShouldBe(["Choose a theme"]);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_TellsWhatAndKeepsWhatWasTyped()
    {
        using var one = await portal.SignedInAsAsync("administrator");
        using var other = await portal.SignedInAsAsync("administrator");
        var mine = (await one.GetPageAsync(Url)).Form(Url);
        using var theirs = await other.SubmitAsync((await other.GetPageAsync(Url)).Form(Url), ("Form.PageSize", "50"));
        theirs.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var answer = await one.SubmitAsync(mine, ("Form.PageSize", "60"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        Errors(page).Single().ShouldStartWith("Somebody else changed the settings");
        page.QuerySelector<IHtmlInputElement>("#Form_PageSize")!.Value.ShouldBe("60");
        page.QuerySelector("table")!.TextContent.ShouldContain("50");
        (await SavedPageSizeAsync(other)).ShouldBe("50");

        using var again = await one.SubmitAsync(page.Form(Url));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SavedPageSizeAsync(other)).ShouldBe("60");
    }

    [Fact]
    public async Task Post_NothingChanged_WritesNothing()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Form(Url);
        await using var scope = portal.Scope();
        var audit = scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries;
        var before = await audit.CountAsync(row => row.Event == "SettingsChanged");

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await audit.CountAsync(row => row.Event == "SettingsChanged")).ShouldBe(before);
    }

    private static async Task<string> SavedPageSizeAsync(HttpClient client) =>
        (await client.GetPageAsync(Url)).QuerySelector<IHtmlInputElement>("#Form_PageSize")!.Value;

    private static IReadOnlyList<string> Errors(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];
}
