using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Pages;

[Collection(nameof(BrowserPortal))]
public class PageListTests(BrowserPortal portal)
{
    [Fact]
    public async Task PortalPages_RoutesOfTheHost_AreAllListed()
    {
        await using var scope = portal.Scope();
        var routes = scope.ServiceProvider.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>()
            .Select(page => page.AttributeRouteInfo!.Template!)
            .ToHashSet();

        routes.Except(PortalPages.All.Select(page => page.Route)).ShouldBeEmpty("These pages are not in PortalPages.");
        PortalPages.All.Select(page => page.Route).Except(routes).ShouldBeEmpty("PortalPages lists pages that are no more.");
    }

    [Fact]
    public void PortalPages_Names_AreUnique() => PortalPages.All.Select(page => page.Name).ShouldBeUnique();
}
