using System.Net;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web;

/// <summary>Every route that the portal declares answers, whoever asks: a page that another one hides, or one that fails, shows here.</summary>
public class RouteTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task EveryRoute_SignedOut_IsPublicOrAsksToSignIn()
    {
        using var client = portal.SignedOut();

        await AskAllAsync(client, (route, answer) =>
            route.IsPublic ? answer.StatusCode != HttpStatusCode.Redirect || route.Url is "/sign-out" or "/sign-in/code" or "/sign-in/reset"
            : route.IsApi ? answer.StatusCode == HttpStatusCode.Unauthorized
            : answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/sign-in?returnUrl=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    public async Task EveryRoute_WithoutSpecialRights_AnswersOrIsRefused(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        await AskAllAsync(client, (route, answer) =>
            answer.IsSuccessStatusCode
            || answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect or HttpStatusCode.BadRequest
            || (answer.StatusCode == HttpStatusCode.NotFound && route.HasParameters));
    }

    [Fact]
    public async Task EveryRoute_Administrator_Answers()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        await AskAllAsync(client, (route, answer) =>
            answer.IsSuccessStatusCode
            || answer.StatusCode is HttpStatusCode.Redirect
            || (route.HasParameters && answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task EveryPage_Declared_IsTheOnlyOneAtItsAddress()
    {
        await using var scope = portal.Scope();
        var addresses = DeclaredRoutes.Of(scope)
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText}");

        addresses.GroupBy(address => address, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    private async Task AskAllAsync(HttpClient client, Func<AskedRoute, HttpResponseMessage, bool> isRight)
    {
        List<string> wrong = [];
        var routes = await RoutesAsync();
        routes.Count.ShouldBeGreaterThan(10);
        foreach (var route in routes)
        {
            using var answer = await client.GetAsync(route.Url);
            if ((int)answer.StatusCode >= 500 || (!route.IsErrorPage && !isRight(route, answer)))
            {
                wrong.Add($"{route.Url} answered {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<AskedRoute>> RoutesAsync()
    {
        await using var scope = portal.Scope();
        return
        [
            .. DeclaredRoutes.Of(scope)
                .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET"))
                .Select(endpoint => new AskedRoute(
                    DeclaredRoutes.Address(endpoint),
                    endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                    endpoint.RoutePattern.Parameters.Count > 0))
                .DistinctBy(route => route.Url)
                // What programs look for on every website has rules and tests of its own.
                .Where(route => !route.Url.StartsWith("/themes/", StringComparison.Ordinal) && !route.Url.StartsWith("/.well-known/", StringComparison.Ordinal)),
        ];
    }

    private sealed record AskedRoute(string Url, bool IsPublic, bool HasParameters)
    {
        public bool IsApi => Url.StartsWith("/api/", StringComparison.Ordinal);

        // It answers with the status that it explains.
        public bool IsErrorPage => Url.StartsWith("/errors/", StringComparison.Ordinal);
    }
}
