using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

public class PortalPipelineTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/profile")]
    [InlineData("/no/such/page")]
    [InlineData("/themes/council/theme.css")]
    [InlineData("/api/no-such-thing")]
    [InlineData("/health/ready")]
    public async Task Get_Anything_CarriesTheSecurityHeaders(string url)
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(url);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
    }

    [Fact]
    public async Task Post_NulInAForm_IsABadRequest()
    {
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Form("/sign-in");

        using var plain = await client.SubmitAsync(form, ("UserName", "coach"), ("Password", "x"), ("ReturnUrl", "/\0"));
        plain.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        form.SetAttribute("enctype", "multipart/form-data");
        using var inParts = await client.SubmitAsync(form);
        inParts.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await inParts.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("This page could not be used");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/admin/settings")]
    [InlineData("/no/such/page")]
    public async Task Get_Page_HasNoInlineScriptOrStyle(string url)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.GetAsync(url);

        var page = await answer.ReadPageAsync();

        page.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_PageOfAPerson_IsNotKeptByCaches()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/profile");

        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Theme_IsKeptForGoodUnderItsFingerprint()
    {
        var page = await portal.GetDocumentAsync("/sign-in", null);
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [Requirement("ADM-05")]
    public async Task Get_Health_IsHealthy(string url)
    {
        using var client = portal.SignedOut();

        (await client.GetStringAsync(url)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Cookies_All_AreOutOfReachOfScripts()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/sign-in");
        var page = await answer.ReadPageAsync();

        using var signedIn = await client.SubmitAsync(page.Forms.First(form => form.Action.EndsWith("/demonstration", StringComparison.Ordinal)));

        foreach (var cookie in answer.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.TryGetValues("Set-Cookie", out var more) ? more : []))
        {
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite");
        }
    }
}
