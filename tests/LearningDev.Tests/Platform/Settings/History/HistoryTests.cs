using System.Net;
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
public class HistoryTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/settings/history/search";
    private const string Page = "/admin/settings/search";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchSection_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync("/admin/settings/history/no-such-section");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NeverChanged_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetPageAsync("/admin/settings/history/catalogue")).QuerySelector(".app-empty")!.TextContent.ShouldContain("Nothing has been changed yet");
    }

    [Fact]
    public async Task Get_Changed_SaysWhatWhenWhoAndWhyInPlainWords()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var saved = await client.SubmitAsync(
            (await client.GetPageAsync(Page)).Form(Page), ("Form.SuggestedTitles", "7"), ("Form.EvidenceDays", "730"), ("Reason", "The schedule says two years"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var newest = (await client.GetPageAsync(Url)).QuerySelector("main .app-results__item")!;

        newest.TextContent.ShouldContain("The schedule says two years");
        newest.TextContent.ShouldContain("This is what there is now");
        newest.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(
        [
            "Titles suggested while somebody types | 8 titles | 7 titles",
            "How long it is kept what people search for | 365 days | 730 days",
        ]);
    }

    [Fact]
    public async Task Get_MoreVersionsThanAPageHas_GoesOnToAnotherPage()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await using (var scope = portal.Scope())
        {
            var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
            for (var hours = 1; hours <= 45; hours++)
            {
                await settings.SaveJsonAsync("CatalogueSettings", $$"""{"NewForDays":{{hours}}}""");
            }

            await settings.SaveJsonAsync("CatalogueSettings", "{}");
        }

        var first = await client.GetPageAsync("/admin/settings/history/catalogue");
        var last = await client.GetPageAsync("/admin/settings/history/catalogue?page=99");

        first.QuerySelectorAll("main .app-results__item").Length.ShouldBe(20);
        first.QuerySelector(".govuk-pagination").ShouldNotBeNull();
        last.QuerySelectorAll("main .app-results__item").Length.ShouldBe(6);
        last.QuerySelectorAll("main .app-results__title").Select(title => title.TextContent.Trim()).Last().ShouldBe("Version 1");
    }

    [Fact]
    public async Task Save_SectionFromBeforeTheHistory_KeepsWhatItWas()
    {
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
            await settings.SaveJsonAsync("PeopleSettings", """{"Grades":["Old"]}""");
            await db.Set<LearningDev.Platform.Settings.History.SettingsVersion>().Where(row => row.Name == "PeopleSettings").ExecuteDeleteAsync();
        }

        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("PeopleSettings", """{"Grades":["New"]}""");
        }

        using var client = await portal.SignedInAsAsync("administrator");
        var items = (await client.GetPageAsync("/admin/settings/history/people")).QuerySelectorAll("main .app-results__item");
        items.Length.ShouldBe(2);
        items[0].TextContent.ShouldContain("Old");
        items[1].TextContent.ShouldContain("Before the history began");
    }
}
