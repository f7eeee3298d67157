using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web;

/// <summary>What a person may not know of answers as what is not there.</summary>
[Requirement("ADM-01")]
public class NotFoundTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    // What differs from answer to answer, whatever was asked for.
    private static readonly string[] OfTheAnswer = ["Date", "Set-Cookie"];

    [Theory]
    [InlineData("/catalogue/{0}")]
    [InlineData("/catalogue/{0}/recommend")]
    [InlineData("/catalogue/{0}/done")]
    public async Task Get_RestrictedEntry_AnswersByteForByteAsAnUnknownAddress(string address)
    {
        var restricted = await portal.RestrictedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        // As long as the other, so that not even the length of the answer tells.
        var unknown = string.Concat(restricted.Slug.Reverse());

        var hidden = await AnswerAsync(client, address.Replace("{0}", restricted.Slug, StringComparison.Ordinal), restricted.Slug);
        var nothing = await AnswerAsync(client, address.Replace("{0}", unknown, StringComparison.Ordinal), unknown);

        hidden.Status.ShouldBe(HttpStatusCode.NotFound);
        hidden.ShouldBe(nothing);
    }

    [Fact]
    public async Task Get_RestrictedEntry_IsThereForWhomItIsMeant()
    {
        var restricted = await portal.RestrictedAsync();
        using var client = await portal.SignedInAsAsync("councillor");

        using var answer = await client.GetAsync($"/catalogue/{restricted.Slug}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_SignedOut_AsksToSignInWhateverIsThere()
    {
        var restricted = await portal.RestrictedAsync();
        using var client = portal.SignedOut();

        var hidden = await AnswerAsync(client, $"/catalogue/{restricted.Slug}", restricted.Slug);
        var nothing = await AnswerAsync(client, "/catalogue/no-such-entry", "no-such-entry");

        hidden.Status.ShouldBe(HttpStatusCode.Redirect);
        hidden.ShouldBe(nothing);
    }

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AnswerAsync(HttpClient client, string address, string slug)
    {
        using var answer = await client.GetAsync(address);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheAnswer.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        return (answer.StatusCode, Neutral(string.Join('\n', headers)), Neutral(await answer.Content.ReadAsStringAsync()));

        // The address that the person gave, and the token of the form for signing out, which is new each time.
        string Neutral(string text) => Tokens().Replace(text.Replace(slug, "SLUG", StringComparison.Ordinal), "TOKEN");
    }

    private static System.Text.RegularExpressions.Regex Tokens() => new("CfDJ8[A-Za-z0-9_-]+");
}
