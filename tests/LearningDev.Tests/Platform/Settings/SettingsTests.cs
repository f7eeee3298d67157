using System.Net;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Settings.Fields;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Tests.Platform.Modules;
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
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_EveryDeclaredSection_HasALinkToItsPageAndToItsHistory()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await using var scope = portal.Scope();
        var declared = scope.ServiceProvider.GetRequiredService<ModuleRegistry>().SettingsSections;

        var page = await client.GetPageAsync(Url);

        page.QuerySelectorAll("main h2 a").Select(link => link.TextContent.Trim()).ShouldBe(declared.Select(section => section.Title));
        declared.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var link in page.QuerySelectorAll("main .app-results a").Select(link => link.GetAttribute("href")!))
        {
            using var answer = await client.GetAsync(link);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task Get_SectionWasChanged_SaysWhenAndByWhom()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var saved = await client.SubmitAsync((await client.GetPageAsync($"{Url}/search")).Form($"{Url}/search"), ("Form.SuggestedTitles", "12"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var line = (await client.GetPageAsync(Url)).QuerySelectorAll("main .app-results__item").Single(item => item.QuerySelector($"a[href='{Url}/search']") is not null);

        line.TextContent.ShouldContain("Last changed");
        line.TextContent.ShouldContain("by ");
    }

    [Fact]
    public async Task Get_ModuleIsOff_ItsSectionsAreNotThere()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Features>().DisableCatalogueAsync();
        }

        var titles = (await client.GetPageAsync(Url)).QuerySelectorAll("main h2 a").Select(link => link.TextContent.Trim()).ToList();
        using var page = await client.GetAsync($"{Url}/catalogue");
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Features>().EnableCatalogueAsync();
        }

        titles.ShouldNotContain("Catalogue");
        titles.ShouldContain("People");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SettingsSections_All_HaveAddressesOfTheirOwnAndCanBeShown()
    {
        await using var scope = portal.Scope();
        var declared = scope.ServiceProvider.GetRequiredService<ModuleRegistry>().SettingsSections;

        declared.Select(section => section.Slug()).ShouldBeUnique();
        // The shipped defaults of every section are right, or nobody could save the section's form.
        declared.SelectMany(section => SettingRules.Check(Activator.CreateInstance(section.Type)!).Select(error => $"{section.Type.Name}: {error}")).ShouldBeEmpty();
        // No property holds a secret or is of a type that no form knows; labels are words.
        foreach (var property in declared.SelectMany(section => SettingsSchema.Of(section.Type)))
        {
            property.Label.ShouldNotBeNullOrWhiteSpace();
            property.Label[0].ShouldBe(char.ToUpperInvariant(property.Label[0]));
        }
    }
}
