using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using LearningDev.Content.Recipes;
using LearningDev.Content.Search;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Tests.Catalogue.Pathways;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Modules;

/// <summary>What belongs to a module that is off is gone, its data are kept, and all is back when it is on again.</summary>
[Requirement("ADM-01")]
public sealed partial class SwitchedOffTests(SwitchedOffTests.PortalWithoutCatalogue portal) : IClassFixture<SwitchedOffTests.PortalWithoutCatalogue>
{
    private const string Catalogue = "LearningDev.Catalogue";

    [Theory]
    [InlineData(null)]
    [InlineData("employee")]
    [InlineData("administrator")]
    public async Task EveryRouteOfTheModule_WhoeverAsks_IsNotFound(string? userName)
    {
        using var client = userName is null ? portal.SignedOut() : await portal.SignedInAsAsync(userName);
        List<string> found = [];
        var routes = await RoutesAsync();
        routes.Count.ShouldBeGreaterThan(12);

        foreach (var url in routes)
        {
            using var got = await client.GetAsync(url);
            // The API takes nothing but questions.
            using var sent = url.StartsWith("/api/", StringComparison.Ordinal) ? null : await client.PostAsync(url, content: null);
            if (got.StatusCode != HttpStatusCode.NotFound || sent is { StatusCode: not HttpStatusCode.NotFound })
            {
                found.Add($"{url} answered {(int)got.StatusCode} and {(int?)sent?.StatusCode}");
            }
        }

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("administrator")]
    public async Task Home_WithoutAnyPanel_GreetsAndSaysWhereToGo(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        var page = await client.GetPageAsync("/");

        page.QuerySelector("h1")!.TextContent.ShouldStartWith("Hello, ");
        page.QuerySelectorAll("a[href^='/catalogue'], form[action^='/catalogue'], [data-suggestions]").ShouldBeEmpty();
        var ways = page.QuerySelectorAll("main .app-card__link").Select(link => link.GetAttribute("href")!).ToList();
        ways.ShouldContain("/profile");
        ways.Contains("/admin").ShouldBe(userName == "administrator");
        foreach (var way in ways)
        {
            using var answer = await client.GetAsync(way);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, way);
        }
    }

    [Fact]
    public async Task Menu_AndMasthead_ShowNothingOfTheModule()
    {
        var page = await portal.GetDocumentAsync("/profile", "administrator");

        page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")).ShouldBe(["/partnerships", "/volunteering", "/funding/requests", "/tasks", "/recognition", "/content", "/admin"], ignoreOrder: true);
        page.QuerySelector("header form[action='/catalogue']").ShouldBeNull();
    }

    [Fact]
    public async Task MayAsync_PermissionOfTheModule_HasNoEffectForAnybody()
    {
        await using var scope = portal.Scope();
        var permissions = scope.ServiceProvider.GetRequiredService<RolePermissions>();

        foreach (var role in (string[])["Employee", Role.Administrator])
        {
            (await permissions.MayAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test")), "ViewCatalogue")).ShouldBeFalse();
        }

        (await permissions.MayAsync([Role.Administrator], "EditContent")).ShouldBeTrue();
    }

    [Fact]
    public async Task Search_OfTheModule_FindsSuggestsAndCountsNothing()
    {
        await using var scope = portal.Scope();
        var search = scope.ServiceProvider.GetRequiredService<SearchService>();
        var everybody = new SearchReader([], SeesEverything: true);

        foreach (var text in (string[])["", "stress", "strss", "-stress", "\"managing stress\""])
        {
            var results = await search.SearchAsync(new SearchQuery { Collection = "catalogue", Reader = everybody, Text = text });
            (results.Total, results.Hits.Count, results.Facets.Count(facet => facet.Value.Count > 0), results.MendedText).ShouldBe((0, 0, 0, null));
        }

        (await search.SuggestAsync("catalogue", everybody, "stress", 5)).ShouldBeEmpty();
        (await search.NewestAsync("catalogue", everybody, 5)).ShouldBeEmpty();
        (await search.VisibleAsync(["core-learning-pathway"], everybody)).ShouldBeEmpty();
        (await search.SimilarAsync("core-learning-pathway", new HashSet<string> { "topic" }, "catalogue", everybody, 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Searches_OfEditors_OpenWithoutTheModule()
    {
        using var client = await portal.SignedInAsAsync("editor");

        (await client.GetPageAsync("/content/searches")).QuerySelectorAll("a[href^='/catalogue']").ShouldBeEmpty();
        (await client.GetPageAsync("/content/searches/first?text=stress")).QuerySelectorAll("a[href^='/catalogue']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Recipe_StepOfTheModule_IsRefusedByName()
    {
        await using var scope = portal.Scope();

        var fault = await Should.ThrowAsync<RecipeException>(() => scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(
            Recipe.Parse("""{ "name": "more", "steps": [{ "name": "catalogue-import", "File": "x.csv", "Source": "x" }] }""")));

        fault.Message.ShouldContain("The step catalogue-import belongs to Catalogue, which is switched off.");
    }

    [Fact]
    public async Task Command_OfTheModule_IsRefusedByName()
    {
        await using var scope = portal.Scope();
        await using var error = new StringWriter();

        var code = await scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(["import", "catalogue", "x.csv"], () => Task.CompletedTask, TextWriter.Null, error);

        code.ShouldBe(HostCommands.Refused);
        error.ToString().ShouldContain("belongs to Catalogue, which is switched off");
    }

    // Handlers run while their module is off, so that there is nothing to make up for.
    [Fact]
    public async Task Enable_ContentWasPublishedMeanwhile_IsThereAtOnce()
    {
        await portal.PublishProgrammeAsync("published-while-off", ["managing-stress"]);
        using var client = await portal.SignedInAsAsync("employee");
        await SwitchAsync(on: true);
        try
        {
            (await client.GetPageAsync("/catalogue/published-while-off")).QuerySelector("h1")!.TextContent.ShouldContain("Programme published-while-off");
            (await client.GetPageAsync("/catalogue?q=published-while-off")).QuerySelectorAll("main a[href='/catalogue/published-while-off']").ShouldNotBeEmpty();
            (await client.GetPageAsync("/")).QuerySelectorAll(".app-panel__title").Select(title => title.TextContent).ShouldContain("New in the catalogue");
        }
        finally
        {
            await SwitchAsync(on: false);
        }
    }

    private async Task SwitchAsync(bool on)
    {
        await using var scope = portal.Scope();
        await (on ? scope.ServiceProvider.GetRequiredService<Features>().EnableAsync(Catalogue) : (Task)scope.ServiceProvider.GetRequiredService<Features>().DisableAsync(Catalogue));
    }

    private async Task<IReadOnlyList<string>> RoutesAsync()
    {
        await using var scope = portal.Scope();
        return
        [
            .. scope.ServiceProvider.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<ModuleEndpointMetadata>()?.ModuleId == Catalogue
                    || endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath.StartsWith("/Catalogue/", StringComparison.Ordinal) == true)
                .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "managing-stress"))
                .Distinct(),
        ];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>The demonstration's portal, with the catalogue switched off.</summary>
    public sealed class PortalWithoutCatalogue : PortalHost
    {
        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            (await scope.ServiceProvider.GetRequiredService<Features>().DisableCatalogueAsync()).ShouldBeTrue();
        }
    }
}
