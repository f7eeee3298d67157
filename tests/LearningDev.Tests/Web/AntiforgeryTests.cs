using System.Net;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web;

/// <summary>No form can be sent in a person's name by another website: every address that takes one insists on the token of the portal's own page.</summary>
public class AntiforgeryTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Post_EveryHandlerOfAPageWithoutToken_IsABadRequest()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var wrong = new List<string>();
        var addresses = await PageHandlersAsync();
        foreach (var address in addresses)
        {
            using var content = new FormUrlEncodedContent([new("Anything", "x")]);
            using var answer = await client.PostAsync(address, content);
            if (answer.StatusCode != HttpStatusCode.BadRequest)
            {
                wrong.Add($"{address} answered {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
        addresses.Count.ShouldBeGreaterThan(10);
        addresses.ShouldContain("/sign-out");
    }

    [Fact]
    public async Task AnyUnsafeMethod_EveryEndPointWithCookieButWithoutToken_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var wrong = new List<string>();
        var asked = 0;
        foreach (var (address, method) in await EndPointsAsync())
        {
            asked++;
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new FormUrlEncodedContent([]) };
            using var answer = await client.SendAsync(request);
            if ((int)answer.StatusCode is < 400 or >= 500)
            {
                wrong.Add($"{method} {address} answered {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(0);
    }

    private async Task<List<string>> PageHandlersAsync()
    {
        await using var scope = portal.Scope();
        var pages = scope.ServiceProvider.GetRequiredService<PageLoader>();
        var addresses = new HashSet<string>();
        foreach (var route in DeclaredRoutes.Of(scope))
        {
            if (route.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || IsErrorPage(page))
            {
                continue;
            }

            var compiled = await pages.LoadAsync(page, route.Metadata);
            var posts = compiled.HandlerMethods.Where(handler => string.Equals(handler.HttpMethod, "Post", StringComparison.OrdinalIgnoreCase));
            addresses.UnionWith(posts.Select(handler =>
                DeclaredRoutes.Address(route) + (string.IsNullOrEmpty(handler.Name) ? "" : $"?handler={handler.Name}")));
        }

        return [.. addresses.Order(StringComparer.Ordinal)];
    }

    private async Task<List<(string Address, string Method)>> EndPointsAsync()
    {
        await using var scope = portal.Scope();
        return
        [
            .. from route in DeclaredRoutes.Of(scope)
               where route.Metadata.GetMetadata<PageActionDescriptor>() is null
               from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
               where method is not ("GET" or "HEAD" or "OPTIONS")
               select (DeclaredRoutes.Address(route), method),
        ];
    }

    // It is shown in the place of a refused request, whatever that was, and does nothing.
    private static bool IsErrorPage(PageActionDescriptor page) => page.ViewEnginePath == "/Platform/Ui/Errors/Error";
}
