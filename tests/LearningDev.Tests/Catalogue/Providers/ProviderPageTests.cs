using System.Net;
using LearningDev.Content.Items;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Providers;

public class ProviderPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = host.SignedOut();
        using var answer = await client.GetAsync(new Uri(await FirstAsync(), UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(302);
    }

    [Fact]
    public async Task Get_UnknownProvider_IsNotFound()
    {
        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/providers/nobody-of-that-name", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("CAT-10")]
    public async Task Get_Provider_LeadsToItsEntries()
    {
        using var client = await host.SignedInAsAsync("employee");
        var entry = await client.GetPageAsync("/catalogue/managing-stress");
        var link = entry.QuerySelectorAll(".app-facts a").First(a => a.GetAttribute("href")!.StartsWith("/providers/", StringComparison.Ordinal));
        var provider = await client.GetPageAsync(link.GetAttribute("href")!);
        provider.QuerySelector("h1")!.TextContent.ShouldBe(link.TextContent);
        var entries = await client.GetPageAsync(provider.QuerySelector("main a.govuk-button")!.GetAttribute("href")!);
        entries.QuerySelectorAll(".app-results__title").ShouldNotBeEmpty();
        entries.QuerySelector(".app-chip")!.TextContent.ShouldContain(link.TextContent);
    }

    [Fact]
    public async Task Get_OldAddress_LeadsToTheNewOne()
    {
        var old = await FirstAsync();
        await using (var scope = host.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var id = await scope.ServiceProvider.GetRequiredService<ContentRoutes>().FindAsync(old);
            var item = (await items.FindAsync(id!, VersionChoice.Latest))!;
            item.Alter<AutoroutePart>(route => route.Path = "providers/renamed");
            await items.PublishAsync(item);
        }

        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri(old, UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(301);
        answer.Headers.Location!.ToString().ShouldBe("/providers/renamed");
        (await client.GetPageAsync("/providers/renamed")).QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_AddressOfAnEntry_IsNoProvider()
    {
        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/providers/managing-stress", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> FirstAsync() =>
        (await host.GetDocumentAsync("/catalogue/dignity-in-our-workplace")).QuerySelectorAll(".app-facts a")
            .Select(link => link.GetAttribute("href")!).First(address => address.StartsWith("/providers/", StringComparison.Ordinal));
}
