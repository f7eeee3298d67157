using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Modules;

[Requirement("ADM-01")]
public class FeaturesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Catalogue = "LearningDev.Catalogue";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/admin/features");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ListsEveryModuleWithItsState()
    {
        await using var scope = portal.Scope();
        var registry = scope.ServiceProvider.GetRequiredService<ModuleRegistry>();

        var page = await portal.GetDocumentAsync("/admin/features", "administrator");

        page.QuerySelectorAll(".govuk-summary-list__key").Select(key => key.TextContent.Trim())
            .ShouldBe(registry.Modules.Select(module => module.Manifest.Name), ignoreOrder: true);
        page.QuerySelectorAll(".govuk-tag").Select(tag => tag.TextContent.Trim()).ShouldContain("Always on");
    }

    [Fact]
    public async Task DisableAsync_ModuleWithPages_TakesThemAndTheMenuEntryAwayUntilItIsOnAgain()
    {
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync("/profile")).QuerySelector("nav a[href='/catalogue']").ShouldNotBeNull();

        await using (var scope = portal.Scope())
        {
            (await Features(scope).DisableCatalogueAsync()).ShouldBeTrue();
            (await Features(scope).DisableAsync(Catalogue)).ShouldBeFalse();
        }

        (await client.GetPageAsync("/profile")).QuerySelector("nav a[href='/catalogue']").ShouldBeNull();
        using var gone = await client.GetAsync("/catalogue");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gone.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Page not found");

        await using (var scope = portal.Scope())
        {
            (await Features(scope).EnableAsync(Catalogue)).ShouldBe([Catalogue]);
            (await Features(scope).EnableAsync(Catalogue)).ShouldBeEmpty();
            (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.Where(row => row.Event == "FeatureSwitched")
                .OrderBy(row => row.Id).Select(row => row.Summary).ToListAsync())
                .TakeLast(2).ShouldBe(["Switched off Catalogue", "Switched on Catalogue"]);
        }

        using var back = await client.GetAsync("/catalogue");
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DisableAsync_AlwaysOn_IsRefused()
    {
        await using var scope = portal.Scope();

        (await Should.ThrowAsync<InvalidOperationException>(() => Features(scope).DisableAsync("LearningDev.Platform")))
            .Message.ShouldBe("Platform cannot be switched off.");
    }

    [Fact]
    public async Task EnableAsync_Unknown_IsRefused()
    {
        await using var scope = portal.Scope();

        (await Should.ThrowAsync<InvalidOperationException>(() => Features(scope).EnableAsync("LearningDev.Nowhere")))
            .Message.ShouldBe("There is no feature \"LearningDev.Nowhere\".");
    }

    private static Features Features(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<Features>();
}
