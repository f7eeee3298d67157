using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web;

/// <summary>Every page of the portal, with something absurd in everything that it takes from its address.</summary>
public class AbsurdQueryTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [InlineData("\0")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("'\"><script>alert(1)</script>")]
    [InlineData("31/31/2026")]
    [InlineData("\uFFFF\u202E%s%n")]
    public async Task Query_Absurd_NoPageFails(string value)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var wrong = new List<string>();
        foreach (var address in await AddressesAsync(value))
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            if ((int)answer.StatusCode >= 500)
            {
                wrong.Add($"{address} answered {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private async Task<List<string>> AddressesAsync(string value)
    {
        await using var scope = portal.Scope();
        var pages = scope.ServiceProvider.GetRequiredService<PageLoader>();
        var addresses = new List<string>();
        foreach (var route in DeclaredRoutes.Of(scope))
        {
            if (route.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || page.ViewEnginePath == "/Platform/Ui/Errors/Error")
            {
                continue;
            }

            var compiled = await pages.LoadAsync(page, route.Metadata);
            var names = compiled.BoundProperties
                .Where(property => property.BindingInfo?.BindingSource?.Id != "Services")
                .Select(property => property.BindingInfo?.BinderModelName ?? property.Name)
                .Concat(compiled.HandlerMethods.SelectMany(handler => handler.Parameters).OfType<ParameterDescriptor>().Select(parameter => parameter.Name))
                .Concat(["q", "page", "sort", "handler", "kind", "topic", "level"])
                .Distinct();
            addresses.Add($"{DeclaredRoutes.Address(route)}?{string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(value)}"))}");
        }

        addresses.Count.ShouldBeGreaterThan(20);
        return addresses;
    }
}
