using System.Net;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Settings.History;

[Requirement("ADM-01")]
public class RestoreVersionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Search = "/admin/settings/history/search";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"{Search}/0");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/admin/settings/history/search/999")]
    [InlineData("/admin/settings/history/no-such-section/0")]
    public async Task Get_NoSuchVersion_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_EarlierVersion_IsSavedAsANewOneAndAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var first = await SaveAsync(5, 365);
        await SaveAsync(6, 365);
        var url = $"{Search}/{first}";
        var page = await client.GetPageAsync(url);
        page.QuerySelectorAll("tbody tr").Single().TextContent.ShouldContain("6 titles");

        using var answer = await client.SubmitAsync(page.Form(url), ("Reason", "Too seldom"));

        answer.Headers.Location!.OriginalString.ShouldBe(Search);
        var history = await client.GetPageAsync(Search);
        history.QuerySelector(".govuk-notification-banner--success")!.TextContent.ShouldContain("The settings are restored");
        history.QuerySelector("main .app-results__title")!.TextContent.ShouldBe($"Version {first + 2}: version {first} restored");
        history.QuerySelector("main .app-results__item")!.TextContent.ShouldContain("Too seldom");
        (await NowAsync()).SuggestedTitles.ShouldBe(5);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.OrderByDescending(row => row.Id).FirstAsync(row => row.Event == "SettingsChanged"))
            .Summary.ShouldBe($"Restored version {first} of the settings Search");
    }

    [Fact]
    public async Task Post_ShippedSettingsWithAProtectedFigure_AsksForAReason()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await SaveAsync(24, 100);

        using var refused = await client.SubmitAsync((await client.GetPageAsync($"{Search}/0")).Form($"{Search}/0"));
        var page = await refused.ReadPageAsync();
        page.QuerySelector("#Reason-error")!.TextContent.ShouldContain("the figure comes from the Retention schedule");
        (await NowAsync()).EvidenceDays.ShouldBe(100);
        using var answer = await client.SubmitAsync(page.Form($"{Search}/0"), ("Reason", "Back to the schedule"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await NowAsync()).EvidenceDays.ShouldBe(365);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_IsToldAndShownWhatWouldChangeNow()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var first = await SaveAsync(8, 365);
        await SaveAsync(9, 365);
        var url = $"{Search}/{first}";
        var form = (await client.GetPageAsync(url)).Form(url);
        await SaveAsync(10, 365);

        using var answer = await client.SubmitAsync(form);

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Somebody else changed the settings");
        page.QuerySelector("tbody tr")!.TextContent.ShouldContain("10 titles");
        (await NowAsync()).SuggestedTitles.ShouldBe(10);
        using var again = await client.SubmitAsync(page.Form(url));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await NowAsync()).SuggestedTitles.ShouldBe(8);
    }

    [Fact]
    public async Task Post_VersionThatWouldBreakARule_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        const string Url = "/admin/settings/history/people/0";

        // The shipped settings have no role levels, but people have some.
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("people have this role level");
    }

    [Fact]
    public async Task Get_SameAsNow_HasNothingToRestore()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var version = await SaveAsync(11, 365);

        var page = await client.GetPageAsync($"{Search}/{version}");

        page.QuerySelector("main")!.TextContent.ShouldContain("There is nothing to restore");
        page.QuerySelector("main form").ShouldBeNull();
    }

    private async Task<int> SaveAsync(int hours, int days)
    {
        await using var scope = portal.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        await settings.SaveAsync(new SearchSettings { SuggestedTitles = hours, EvidenceDays = days });
        return (await settings.ReadAsync<SearchSettings>()).Version;
    }

    private async Task<SearchSettings> NowAsync()
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<ISettings>().ReadAsync<SearchSettings>()).Section;
    }
}
