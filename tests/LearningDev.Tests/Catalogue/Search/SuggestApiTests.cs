using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Search;

public class SuggestApiTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private readonly PortalHost host = portal.Host;

    public static TheoryData<string> Texts => new(HostileText.ByName.Keys);

    [Fact]
    public async Task Get_SignedOut_Is401WithoutAPage()
    {
        using var client = host.SignedOut();
        using var answer = await client.GetAsync(new Uri("/api/catalogue/suggest?q=stress", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_BeginningOfATitle_CompletesIt()
    {
        (await SuggestAsync("manag str")).ShouldContain("Managing stress");
        (await SuggestAsync("stre")).Count.ShouldBeInRange(2, 8);
    }

    [Fact]
    public async Task Get_ManyTitles_GivesEightAtMost() => (await SuggestAsync("le")).Count.ShouldBe(8);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("xyzzyplugh")]
    public async Task Get_NothingToComplete_IsEmpty(string text) => (await SuggestAsync(text)).ShouldBeEmpty();

    [Fact]
    [Requirement("CAT-04")]
    [Requirement("MEM-11")]
    public async Task Get_MembersOnlyEntry_IsSuggestedToCouncillorsAlone()
    {
        (await SuggestAsync("planning committee", "councillor")).ShouldContain(title => title.Contains("lanning committee"));
        (await SuggestAsync("planning committee")).ShouldBeEmpty();
        (await SuggestAsync("plannning commitee")).ShouldNotContain(title => title.Contains("lanning committee"));
    }

    [Fact]
    public async Task Get_Answer_IsKeptByThePersonsBrowserAlone()
    {
        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/api/catalogue/suggest?q=stress", UriKind.Relative));
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.CacheControl.MaxAge!.Value.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        answer.Headers.Vary.ShouldContain("Cookie");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Get_HostileText_IsAnswered(string name) => (await SuggestAsync(HostileText.ByName[name])).Count.ShouldBeLessThanOrEqualTo(8);

    private async Task<IReadOnlyList<string>> SuggestAsync(string text, string person = "employee")
    {
        using var client = await host.SignedInAsAsync(person);
        var answer = await client.GetFromJsonAsync<JsonElement>(
            new Uri("/api/catalogue/suggest" + QueryString.Create("q", text), UriKind.Relative));
        return [.. answer.GetProperty("titles").EnumerateArray().Select(title => title.GetString()!)];
    }
}
