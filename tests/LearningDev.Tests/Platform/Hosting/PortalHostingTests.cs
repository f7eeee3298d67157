using System.Net;
using LearningDev.Tests.Web;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

/// <summary>What holds in production: HTTPS only, cookies that no other host can set.</summary>
public class PortalHostingTests(ProductionPortal portal) : IClassFixture<ProductionPortal>
{
    [Fact]
    public async Task Cookies_Production_CarryTheHostPrefixAndAreSecure()
    {
        await portal.WithoutSecondStepAsync();
        using var client = portal.SignedOut();
        using var page = await client.GetAsync("/sign-in");
        using var signedIn = await client.SubmitAsync(
            (await page.ReadPageAsync()).Form("/sign-in"), ("UserName", ProductionPortal.Administrator), ("Password", ProductionPortal.Password));
        using var saved = await client.SubmitAsync((await client.GetPageAsync("/admin/settings/site")).Form("/admin/settings/site"));

        string[] cookies = [.. new[] { page, signedIn, saved }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])];

        cookies.Select(cookie => cookie.Split('=')[0]).Distinct()
            .ShouldBe(["__Host-learningdev", "__Host-learningdev-form", "__Host-learningdev-message", "__Host-learningdev-browser"], ignoreOrder: true);
        foreach (var cookie in cookies)
        {
            cookie.ShouldContain("; secure");
            cookie.ShouldContain("; httponly");
            cookie.ShouldContain("; samesite=");
            cookie.ShouldContain("; path=/;");
            cookie.ShouldNotContain("domain=");
        }
    }

    [Fact]
    public async Task Cookies_Statement_NamesThemAsTheBrowserDoes()
    {
        var page = await portal.GetDocumentAsync("/cookies", null);

        page.QuerySelectorAll("tbody th").ShouldAllBe(name => name.TextContent.Trim().StartsWith("__Host-learningdev", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task PlainHttp_Production_IsRefusedInWords(string method)
    {
        using var client = portal.SignedOut();
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://learning.council.example/sign-in");

        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("This portal answers over HTTPS only.\n");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    [Requirement("ADM-05")]
    public async Task PlainHttp_HealthCheck_IsAnswered()
    {
        using var client = portal.SignedOut();

        (await client.GetStringAsync("http://learning.council.example/health/live")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Headers_Production_InsistOnHttpsForAYear()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/sign-in");

        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("; upgrade-insecure-requests");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }
}

/// <summary>What the configuration can say otherwise.</summary>
public class PortalHostingConfiguredTests(PortalHostingConfiguredTests.OtherPortal portal) : IClassFixture<PortalHostingConfiguredTests.OtherPortal>
{
    [Fact]
    public async Task Headers_IncludeSubDomains_SaySo()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("https://learning.council.example/sign-in");

        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=2592000; includeSubDomains");
    }

    [Fact]
    public async Task Host_NotAllowed_IsABadRequest()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("https://elsewhere.example/sign-in");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    public sealed class OtherPortal : LearningDev.TestSupport.Portal.PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["Hosting:RequireHttps"] = "true";
            settings["Hosting:HstsDays"] = "30";
            settings["Hosting:HstsIncludeSubDomains"] = "true";
            settings["AllowedHosts"] = "learning.council.example";
        }
    }
}
