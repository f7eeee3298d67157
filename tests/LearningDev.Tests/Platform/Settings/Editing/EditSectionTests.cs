using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Settings.Editing;

/// <summary>The general form: what holds of every section, on the sections of the portal and of people.</summary>
[Requirement("ADM-01")]
public class EditSectionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Site = "/admin/settings/site";
    private const string People = "/admin/settings/people";
    private const string Search = "/admin/settings/search";
    private const string Account = "/admin/settings/account";
    private const string Audit = "/admin/settings/audit";
    private const string Outbox = "/admin/settings/outbox";

    [Theory]
    [InlineData(Site)]
    [InlineData(People)]
    [InlineData(Search)]
    [InlineData("/admin/settings/catalogue")]
    public async Task Get_Employee_IsForbidden(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/admin/settings/no-such-section")]
    [InlineData("/admin/settings/SiteSettings")]
    public async Task Get_NoSuchSection_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_NewNameAndTheme_ShowOnTheNextPageWithABannerAndAreAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Site)).Form(Site);

        using var answer = await client.SubmitAsync(
            form, ("Form.SiteName", "Harbour learning"), ("Form.CouncilName", "Harbour Council"), ("Form.ContactEmail", "help@harbour.example"),
            ("Form.PageSize", "30"), ("Form.Theme", "coast"), ("Reason", "A new name"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        page.QuerySelector(".govuk-notification-banner--success")!.TextContent.ShouldContain("The settings are saved");
        page.QuerySelector(".app-masthead__name")!.TextContent.ShouldBe("Harbour learning");
        page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.ShouldContain("/themes/coast/");
        (await client.GetPageAsync(Site)).QuerySelector(".govuk-notification-banner").ShouldBeNull();
        (await client.GetPageAsync("/help")).QuerySelector("main a[href='mailto:help@harbour.example']").ShouldNotBeNull();
        var row = await LastAuditAsync();
        row.Event.ShouldBe("SettingsChanged");
        row.PersonId.ShouldNotBeNull();
        row.Summary.ShouldBe("Changed the settings The portal");
        row.Data.ShouldContain("Harbour learning");
        row.Data.ShouldContain("A new name");
    }

    [Theory]
    [InlineData(Site, "SiteName", "", "Enter name of the portal")]
    [InlineData(Site, "CouncilName", "", "Enter name of the council")]
    [InlineData(Site, "ContactEmail", "help at harbour", "Enter an email address in the correct format, like name@example.gov.uk")]
    [InlineData(Site, "TimeZoneId", "", "Enter a time zone")]
    [InlineData(Site, "TimeZoneId", "Mars/Olympus", "Enter a time zone as it is known internationally, like Europe/London")]
    [InlineData(Site, "PageSize", "", "Enter rows on a page")]
    [InlineData(Site, "PageSize", "many", "Rows on a page must be a whole number")]
    [InlineData(Site, "PageSize", "2.5", "Rows on a page must be a whole number")]
    [InlineData(Site, "PageSize", "99999999999999999999", "Rows on a page must be a whole number")]
    [InlineData(Site, "PageSize", "4", "Rows on a page must be between 5 and 100")]
    [InlineData(Site, "PageSize", "101", "Rows on a page must be between 5 and 100")]
    [InlineData(Search, "SuggestedTitles", "0", "Titles suggested while somebody types must be between 1 and 20")]
    [InlineData(Account, "PasswordLength", "7", "Characters of a password, at least must be between 8 and 64")]
    [InlineData(Account, "WrongAttempts", "2", "Wrong attempts that lock an account must be between 3 and 100")]
    [InlineData(Account, "IdleHours", "72", "How long a session lasts without use must not be more than how long it lasts at most")]
    [InlineData(Audit, "KeepYears", "0", "How long changes are kept must be between 1 and 100")]
    [InlineData(Outbox, "MaximumAttempts", "51", "How often a message is tried must be between 1 and 50")]
    [InlineData(People, "RoleLevels[0].Name", "", "Enter name")]
    [InlineData(People, "RoleLevels[0].Key", "Top & bottom", "Key must have only letters from a to z, numbers and hyphens")]
    public async Task Post_WrongValue_IsSaidBesideTheFieldAndKept(string url, string field, string value, string message)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(url)).Form(url);

        using var answer = await client.SubmitAsync(form, ($"Form.{field}", value), ("Reason", "Because of the audit"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        var id = $"Form_{field.Replace('[', '_').Replace(']', '_').Replace('.', '_')}";
        Errors(page).ShouldBe([message]);
        page.QuerySelector($"#{id}-error")!.TextContent.ShouldContain(message);
        page.QuerySelector<IHtmlInputElement>($"#{id}")!.Value.ShouldBe(value);
        page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe($"#{id}");
        page.QuerySelector<IHtmlTextAreaElement>("#Reason")!.Value.ShouldBe("Because of the audit");
    }

    [Fact]
    public async Task Post_ThemeThatIsNotThere_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(Site);
        page.QuerySelector<IHtmlInputElement>("input[name='Form.Theme']")!.Value = "../../secrets";

        using var answer = await client.SubmitAsync(page.Form(Site), ("Form.Theme", "../../secrets"));

        Errors(await answer.ReadPageAsync()).ShouldBe(["Choose theme"]);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_TellsWhatAndKeepsWhatWasTyped()
    {
        using var one = await portal.SignedInAsAsync("administrator");
        using var other = await portal.SignedInAsAsync("administrator");
        var mine = (await one.GetPageAsync(Site)).Form(Site);
        using var theirs = await other.SubmitAsync((await other.GetPageAsync(Site)).Form(Site), ("Form.PageSize", "50"));
        theirs.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var answer = await one.SubmitAsync(mine, ("Form.PageSize", "60"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        Errors(page).Single().ShouldStartWith("Somebody else changed the settings");
        page.QuerySelector<IHtmlInputElement>("#Form_PageSize")!.Value.ShouldBe("60");
        page.QuerySelector("table")!.TextContent.ShouldContain("50");
        (await SavedPageSizeAsync(other)).ShouldBe("50");

        using var again = await one.SubmitAsync(page.Form(Site));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SavedPageSizeAsync(other)).ShouldBe("60");
    }

    [Fact]
    public async Task Post_SameFormTwice_IsSavedOnceWithoutAComplaint()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Site)).Form(Site);
        using var first = await client.SubmitAsync(form, ("Form.PageSize", "41"));
        var before = await CountAsync();

        using var second = await client.SubmitAsync(form, ("Form.PageSize", "41"));

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_NothingChanged_WritesNothing()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var before = await CountAsync();

        foreach (var url in (string[])[Site, People, Search, "/admin/settings/catalogue"])
        {
            using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, url);
        }

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_RowAddedAndMoved_IsSavedInThatPlaceWithAKeyMadeOfItsName()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(People)).Form(People);
        var rows = (await LevelsAsync()).Count;

        using var added = await client.SubmitAsync(form, "Add another Role level", [], []);
        var page = await added.ReadPageAsync();
        using var moved = await client.SubmitAsync(page.Form(People), $"Move up Role level {rows + 1}", [($"Form.RoleLevels[{rows}].Name", "Lead professional")], []);
        page = await moved.ReadPageAsync();
        page.QuerySelector<IHtmlInputElement>($"input[name='Form.RoleLevels[{rows - 1}].Name']")!.Value.ShouldBe("Lead professional");
        (await LevelsAsync()).Count.ShouldBe(rows);
        using var saved = await client.SubmitAsync(page.Form(People));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var levels = await LevelsAsync();
        levels[rows - 1].Key.ShouldBe("lead-professional");
        levels.Count.ShouldBe(rows + 1);
        (await LastAuditAsync()).Data.ShouldContain("Lead professional");
    }

    [Fact]
    public async Task Post_RowThatIsLeftEmpty_IsNotSaved()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var before = await CountAsync();

        using var added = await client.SubmitAsync((await client.GetPageAsync(People)).Form(People), "Add another Role level", [], []);
        using var saved = await client.SubmitAsync((await added.ReadPageAsync()).Form(People));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_RoleLevelThatPeopleHave_CannotBeRemovedAndSaysHowManyHaveIt()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var levels = await LevelsAsync();
        var row = levels.FindIndex(level => level.Key == "employee");

        using var removed = await client.SubmitAsync((await client.GetPageAsync(People)).Form(People), $"Remove Role level {row + 1}", [], []);
        using var answer = await client.SubmitAsync((await removed.ReadPageAsync()).Form(People));

        Errors(await answer.ReadPageAsync()).Single().ShouldMatch(@"^Employee \(employee\) cannot be removed: \d+ people have this role level");
        (await LevelsAsync()).Count.ShouldBe(levels.Count);
    }

    [Fact]
    public async Task Post_KeyThatIsThereTwice_IsRefusedAtItsRow()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var levels = await LevelsAsync();

        using var answer = await client.SubmitAsync((await client.GetPageAsync(People)).Form(People), ("Form.RoleLevels[1].Key", levels[0].Key));

        var page = await answer.ReadPageAsync();
        page.QuerySelector("#Form_RoleLevels_1__Key-error")!.TextContent.ShouldContain("is there twice");
    }

    [Fact]
    public async Task Post_ProtectedFigureWithoutAReason_AsksWhy_AndTheShippedOneCanBePutBack()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(Search);
        page.QuerySelector("#Form_EvidenceDays-hint")!.TextContent.ShouldContain("365 days as shipped");

        using var refused = await client.SubmitAsync(page.Form(Search), ("Form.EvidenceDays", "90"));
        page = await refused.ReadPageAsync();
        Errors(page).Single().ShouldStartWith("Say why how long it is kept what people search for is changed");
        using var saved = await client.SubmitAsync(page.Form(Search), ("Reason", "A new retention schedule"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var restored = await client.SubmitAsync(
            (await client.GetPageAsync(Search)).Form(Search), "Restore the shipped figure of how long it is kept what people search for", [("Form.SuggestedTitles", "6")], []);
        page = await restored.ReadPageAsync();
        page.QuerySelector<IHtmlInputElement>("#Form_EvidenceDays")!.Value.ShouldBe("365");
        page.QuerySelector<IHtmlInputElement>("#Form_SuggestedTitles")!.Value.ShouldBe("6");
    }

    [Fact]
    public async Task Post_PosterDidNotHaveAField_ItsValueStays()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(People);
        var levels = await LevelsAsync();
        foreach (var field in page.QuerySelectorAll("[name^='Form.RoleLevels']").ToList())
        {
            field.Remove();
        }

        using var answer = await client.SubmitAsync(page.Form(People));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await LevelsAsync()).Count.ShouldBe(levels.Count);
    }

    private async Task<List<RoleLevel>> LevelsAsync()
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<ISettings>().ReadAsync<PeopleSettings>()).Section.RoleLevels;
    }

    private async Task<AuditEntry> LastAuditAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.OrderByDescending(row => row.Id).FirstAsync(row => row.Event == "SettingsChanged");
    }

    private async Task<int> CountAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.CountAsync(row => row.Event == "SettingsChanged");
    }

    private static async Task<string> SavedPageSizeAsync(HttpClient client) =>
        (await client.GetPageAsync(Site)).QuerySelector<IHtmlInputElement>("#Form_PageSize")!.Value;

    private static IReadOnlyList<string> Errors(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];
}
