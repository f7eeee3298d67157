using System.Net;
using System.Text.Json;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Errors;

public class ErrorTests(ErrorTests.PortalThatFails portal) : IClassFixture<ErrorTests.PortalThatFails>
{
    [Fact]
    public async Task Get_UnknownAddressSignedOut_AsksToSignInWithoutSayingWhetherItExists()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync("/no/such/page");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2Fno%2Fsuch%2Fpage");
    }

    [Fact]
    public async Task Get_UnknownAddress_AnswersAFriendlyPageWithStatus404()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/no/such/page");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await answer.ReadPageAsync();
        page.QuerySelector("h1")!.TextContent.ShouldBe("Page not found");
        page.QuerySelector("main a[href='/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Forbidden_AnswersAFriendlyPageWithStatus403()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/admin");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("You cannot see this page");
    }

    [Fact]
    public async Task Get_HandlerFails_SaysSorryWithAReferenceAndNothingOfTheFault()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/fails");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("Sorry, there is a problem with the service");
        html.ShouldNotContain("Broken on purpose");
        html.ShouldNotContain("InvalidOperationException");
        (await answer.ReadPageAsync()).QuerySelector("main code")!.TextContent.Length.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("/api/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("/api/fails", HttpStatusCode.InternalServerError)]
    public async Task Get_Api_AnswersProblemJson(string url, HttpStatusCode status)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = await answer.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(body);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe((int)status);
        body.ShouldNotContain("Broken on purpose");
    }

    [Fact]
    public async Task Get_ApiSignedOut_AnswersUnauthorisedAndNoRedirect()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync("/api/fails");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/errors/404", HttpStatusCode.NotFound)]
    [InlineData("/errors/503", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/errors/200", HttpStatusCode.NotFound)]
    public async Task Get_ErrorPageItself_HasThatStatus(string url, HttpStatusCode status)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(status);
    }

    public sealed class PortalThatFails : PortalHost
    {
        protected override void Configure(IServiceCollection services)
        {
            var registry = (ModuleRegistry)services.Single(service => service.ServiceType == typeof(ModuleRegistry)).ImplementationInstance!;
            registry.Endpoints.Add(new ModuleEndpoints("LearningDev.Platform", routes =>
            {
                routes.MapGet("/fails", string () => throw new InvalidOperationException("Broken on purpose"));
                routes.MapGet("/api/fails", string () => throw new InvalidOperationException("Broken on purpose"));
            }));
        }
    }
}
