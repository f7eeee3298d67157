using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Search;

/// <summary>What holds of every search, tried on searches that nobody thought of.</summary>
public sealed class SearchPropertyTests(SharedPortal shared) : IClassFixture<SharedPortal>, IAsyncLifetime
{
    private static readonly Config Hundred = Config.QuickThrowOnFailure.WithMaxTest(100);
    private static readonly Config Forty = Config.QuickThrowOnFailure.WithMaxTest(40);

    private static readonly string[] Facets = [
        "suits", "topic", "kind", "length", "format", "cost", "funding", "audience", "classification", "level", "provider",
    ];

    private static readonly Gen<string> Orders = Gen.Elements("", "relevance", "newest", "title", "length");

    // Words of the catalogue, words that it has not, and signs that mean something to one of the databases.
    private static readonly Gen<string> Words = Gen.Elements(
        "stress", "management", "managing", "the", "health", "leadership", "induction", "data", "a", "ilm", "zzzz",
        "NEAR(", "AND", "NOT", "\"", "*", "%", "'", "-work", "title:", "🦄", "é");

    private static readonly Arbitrary<string> Searches =
        Gen.Choose(0, 4).SelectMany(count => Words.ArrayOf(count)).Select(words => string.Join(' ', words)).ToArbitrary();

    private HttpClient client = null!;

    public async Task InitializeAsync() => client = await shared.Host.SignedInAsAsync("employee");

    public Task DisposeAsync()
    {
        client.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Requirement("CAT-04")]
    public void Search_AnyText_IsALegalQuery() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().MapFilter(text => text ?? "", _ => true), async text =>
        {
            using var page = await GetAsync("/catalogue", ("q", text));
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var api = await GetAsync("/api/catalogue/search", ("q", text));
            api.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var suggestions = await GetAsync("/api/catalogue/suggest", ("q", text));
            suggestions.StatusCode.ShouldBe(HttpStatusCode.OK);
        }).Check(Hundred);

    [Fact]
    [Requirement("CAT-04")]
    public void Search_OneMoreFacet_NeverAddsResultsAndKeepsItsCount() =>
        Prop.ForAll(Searches, Gen.Choose(0, int.MaxValue).Two().ToArbitrary(), async (text, picks) =>
        {
            List<(string, string)> query = [("q", text), ("size", "100")];
            var before = await SearchAsync(query);
            foreach (var pick in new[] { picks.Item1, picks.Item2 })
            {
                if (before.Offered(query).ElementAtOrDefault(pick % Math.Max(1, before.Offered(query).Count)) is not { Facet: { } } choice)
                {
                    break;
                }

                query.Add((choice.Facet, choice.Value));
                var after = await SearchAsync(query);
                after.Total.ShouldBeLessThanOrEqualTo(before.Total);
                after.Total.ShouldBe(choice.Count, "The facet promised this many.");
                before = after;
            }
        }).Check(Forty);

    [Fact]
    [Requirement("CAT-04")]
    public void Search_EveryPage_NeitherRepeatsNorDropsAnEntry() =>
        Prop.ForAll(Searches, Gen.Choose(1, 30).ToArbitrary(), Orders.ToArbitrary(), async (text, size, order) =>
        {
            var seen = new List<string>();
            SearchFound found;
            var page = 0;
            do
            {
                page++;
                found = await SearchAsync([("q", text), ("size", $"{size}"), ("page", $"{page}"), ("sort", order)]);
                seen.AddRange(found.Ids);
            }
            while (found.Ids.Count > 0);

            seen.ShouldBeUnique();
            seen.Count.ShouldBe(found.Total);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    [Requirement("CAT-04")]
    public void Search_AnyOrder_FindsTheSameAndKeepsThoseWithAllWordsFirst() =>
        Prop.ForAll(Searches, Orders.ToArbitrary(), async (text, order) =>
        {
            var usual = await SearchAsync([("q", text), ("size", "100")]);
            var ordered = await SearchAsync([("q", text), ("size", "100"), ("sort", order)]);
            ordered.Total.ShouldBe(usual.Total);
            ordered.HaveAllWords.ShouldBe(ordered.HaveAllWords.OrderByDescending(all => all));
            if (usual.Total <= 100)
            {
                ordered.Ids.ShouldBe(usual.Ids, ignoreOrder: true);
            }
        }).Check(Forty);

    private Task<HttpResponseMessage> GetAsync(string path, params IEnumerable<(string Name, string Value)> query) =>
        client.GetAsync(new Uri(path + QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))), UriKind.Relative));

    private async Task<SearchFound> SearchAsync(IEnumerable<(string Name, string Value)> query)
    {
        using var response = await GetAsync("/api/catalogue/search", query);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var root = answer.RootElement;
        return new SearchFound(
            root.GetProperty("total").GetInt32(),
            [.. root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)],
            [.. root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("hasAllWords").GetBoolean())],
            [
                .. from facet in Facets
                   from value in root.GetProperty("facets").GetProperty(facet).EnumerateArray()
                   select (facet, value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt32()),
            ]);
    }

    private sealed record SearchFound(
        int Total, IReadOnlyList<string> Ids, IReadOnlyList<bool> HaveAllWords, IReadOnlyList<(string Facet, string Value, int Count)> Values)
    {
        /// <summary>The values of facets in which nothing is chosen yet.</summary>
        public IReadOnlyList<(string Facet, string Value, int Count)> Offered(IReadOnlyList<(string Name, string Value)> query) =>
            [.. Values.Where(value => query.All(pair => pair.Name != value.Facet))];
    }
}
