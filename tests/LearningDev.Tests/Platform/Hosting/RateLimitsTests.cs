using System.Globalization;
using System.Net;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

public class RateLimitsTests(RateLimitsTests.NarrowPortal portal) : IClassFixture<RateLimitsTests.NarrowPortal>
{
    [Fact]
    public async Task Get_MoreSearchesThanAPersonMayAsk_AnswersAPageThatSaysWhenToTryAgain()
    {
        using var client = await portal.SignedInAsAsync("coach");

        using var answer = await AskUntilRefusedAsync(client, "/catalogue?q=stress", 5);

        (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Too many attempts");
        int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        using var cheap = await client.GetAsync("/profile");
        cheap.StatusCode.ShouldBe(HttpStatusCode.OK, "what costs little is not limited");
    }

    [Fact]
    public async Task Get_OnePersonIsRefused_OthersAreNot()
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var other = await portal.SignedInAsAsync("editor");
        using var refused = await AskUntilRefusedAsync(client, "/catalogue?q=stress", 5);

        using var answer = await other.GetAsync("/catalogue?q=stress");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_Api_AnswersAProblem()
    {
        using var client = await portal.SignedInAsAsync("manager");

        using var answer = await AskUntilRefusedAsync(client, "/api/catalogue/suggest?q=st", 5);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Headers.Contains("Retry-After").ShouldBeTrue();
    }

    [Fact]
    public async Task Post_MoreThanAPersonMaySend_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync("/admin/settings/site")).Form("/admin/settings/site");
        for (var sent = 0; sent < 3; sent++)
        {
            using var taken = await client.SubmitAsync(form);
            taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Too many attempts");
    }

    private static async Task<HttpResponseMessage> AskUntilRefusedAsync(HttpClient client, string url, int permits)
    {
        for (var asked = 0; asked < permits; asked++)
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await client.GetAsync(url);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        return refused;
    }

    public sealed class NarrowPortal : PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["RateLimits:CostlyPerPerson"] = "5";
            settings["RateLimits:PostsPerPerson"] = "3";
        }
    }
}

/// <summary>The limit of an address counts people who are not signed in too.</summary>
public class AddressLimitTests(AddressLimitTests.NarrowPortal portal) : IClassFixture<AddressLimitTests.NarrowPortal>
{
    [Fact]
    public async Task Post_MoreThanAnAddressMaySend_IsRefused()
    {
        using var client = portal.SignedOut();
        using var nothing = new FormUrlEncodedContent([]);
        for (var sent = 0; sent < 3; sent++)
        {
            using var taken = await client.PostAsync("/sign-out", nothing);
            taken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var answer = await client.PostAsync("/sign-out", nothing);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    public sealed class NarrowPortal : PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings) => settings["RateLimits:PostsPerAddress"] = "3";
    }
}
