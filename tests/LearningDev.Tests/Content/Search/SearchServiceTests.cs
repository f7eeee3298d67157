using LearningDev.Content.Search;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search;

/// <summary>Searches in a small collection of the test's own, so that every result can be told beforehand.</summary>
[Requirement("CAT-04")]
public class SearchServiceTests(SearchServiceTests.Collection collection) : IClassFixture<SearchServiceTests.Collection>
{
    private static readonly SearchReader Anybody = new(["Employee"]);
    private static readonly SearchReader Councillor = new(["Councillor"]);

    [Theory]
    [InlineData("chairing", "chair")]
    [InlineData("meetings chaired", "chair")]
    [InlineData("\"public speaking\"", "speaking")]
    [InlineData("\"speaking public\"", "")]
    [InlineData("meetings -minutes", "chair")]
    [InlineData("-meetings", "c speaking")]
    [InlineData("C# programming", "c")]
    [InlineData("managers'", "chair")]
    [InlineData("会议", "minutes")]
    [InlineData("议会", "")]
    [InlineData("café", "speaking")]
    public async Task Search_Text_FindsJustTheseWithAllWords(string text, string expected)
    {
        var found = await collection.SearchAsync(text, Anybody);
        found.Hits.Where(hit => hit.HasAllWords).Select(hit => hit.ContentItemId).Order().ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task Search_FewHaveAllWords_ThoseWithSomeFollow()
    {
        var found = await collection.SearchAsync("chairing minutes", Anybody);
        found.WithAllWords.ShouldBe(0);
        found.Hits.Select(hit => hit.ContentItemId).ShouldBe(["chair", "minutes"], ignoreOrder: true);
        found.Hits.ShouldAllBe(hit => !hit.HasAllWords);
    }

    [Theory]
    [InlineData("chiaring", "chairing")]
    [InlineData("metings", "meetings")]
    [InlineData("publicspeaking", "public speaking")]
    [InlineData("\"metings\"", null)]
    public async Task Search_TypingError_IsMended(string text, string? mended) =>
        (await collection.SearchAsync(text, Anybody)).MendedText.ShouldBe(mended);

    [Fact]
    public async Task Search_Exactly_FindsNothingAndSaysHowItWouldBeMended()
    {
        var found = await collection.SearchAsync("metings", Anybody, query => query with { Exactly = true });
        found.Total.ShouldBe(0);
        found.MendedText.ShouldBe("meetings");
    }

    [Fact]
    public async Task Search_WordOfARestrictedDocument_IsKnownToThoseWhoMaySeeItAlone()
    {
        (await collection.SearchAsync("probity", Councillor)).Hits.ShouldHaveSingleItem().ContentItemId.ShouldBe("probity");
        (await collection.SearchAsync("probty", Councillor)).MendedText.ShouldBe("probity");
        var forStaff = await collection.SearchAsync("probty", Anybody);
        forStaff.Total.ShouldBe(0);
        forStaff.MendedText.ShouldBeNull();
        (await collection.SearchAsync("prob", Anybody)).Total.ShouldBe(0);
        (await collection.SuggestAsync("prob", Anybody)).ShouldBeEmpty();
        (await collection.SuggestAsync("prob", Councillor)).ShouldBe(["Probity for planning"]);
    }

    [Fact]
    public async Task Search_Facets_CountWhatTheOthersLeave()
    {
        var all = await collection.SearchAsync("", Anybody);
        all.Facets["colour"].ShouldBe(new Dictionary<string, int> { ["red"] = 2, ["blue"] = 2 }, ignoreOrder: true);
        var red = await collection.SearchAsync("", Anybody, query => query with { Filters = Chosen(("colour", "red")) });
        red.Total.ShouldBe(2);
        red.Facets["colour"].ShouldBe(all.Facets["colour"], ignoreOrder: true);
        red.Facets["size"]["large"].ShouldBe(1);
        var both = await collection.SearchAsync("", Anybody, query => query with { Filters = Chosen(("colour", "red"), ("colour", "blue"), ("size", "large")) });
        both.Total.ShouldBe(2);
        both.Facets["colour"].ShouldBe(new Dictionary<string, int> { ["red"] = 1, ["blue"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Search_Orders_AreKept()
    {
        (await IdsAsync(SearchOrder.Newest)).ShouldBe(["c", "speaking", "minutes", "chair"]);
        (await IdsAsync(SearchOrder.Title)).ShouldBe(["c", "chair", "speaking", "minutes"]);
        (await IdsAsync(SearchOrder.Length)).ShouldBe(["minutes", "chair", "c", "speaking"]);
    }

    [Fact]
    public async Task Search_Found_IsMarked()
    {
        var hit = (await collection.SearchAsync("chair", Anybody)).Hits[0];
        hit.MarkedTitle.Pieces.ShouldBe([new MarkedPiece("Chairing", IsMarked: true), new MarkedPiece(" meetings", IsMarked: false)]);
        var inBody = (await collection.SearchAsync("nerves", Anybody)).Hits.ShouldHaveSingleItem();
        inBody.Extract.Pieces.ShouldContain(new MarkedPiece("nerves", IsMarked: true));
    }

    private async Task<List<string>> IdsAsync(SearchOrder order) =>
        [.. (await collection.SearchAsync("", Anybody, query => query with { Order = order })).Hits.Select(hit => hit.ContentItemId)];

    private static Dictionary<string, IReadOnlySet<string>> Chosen(params (string Facet, string Value)[] chosen) =>
        chosen.GroupBy(pair => pair.Facet).ToDictionary(group => group.Key, group => (IReadOnlySet<string>)group.Select(pair => pair.Value).ToHashSet());

    /// <summary>A portal with a few documents in a collection called "test".</summary>
    public sealed class Collection : PortalHost
    {
        private const string Name = "test";

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<SearchIndex>().WriteAllAsync(
                [
                    Document("chair", "Chairing meetings", 1, 30, "A fair hearing for everybody. The manager’s part.", ("colour", "red"), ("size", "small")),
                    Document("minutes", "Taking minutes of meetings", 2, 10, "会议记录 in two languages.", ("colour", "red"), ("size", "large")),
                    Document("speaking", "Public speaking", 3, null, "How to calm your nerves, at the cafe.", ("colour", "blue"), ("size", "large")),
                    Document("c", "C# for beginners", 4, 60, "Programming.", ("colour", "blue")),
                    Document("probity", "Probity for planning", 5, 60, "Ethics.", ("colour", "blue")) with { Roles = ["Councillor"] },
                ],
                wordsAreCounted: true, CancellationToken.None);
            await transaction.CommitAsync();
        }

        public async Task<SearchResults> SearchAsync(string text, SearchReader reader, Func<SearchQuery, SearchQuery>? change = null)
        {
            await using var scope = Scope();
            var query = new SearchQuery { Collection = Name, Reader = reader, Text = text };
            return await scope.ServiceProvider.GetRequiredService<SearchService>().SearchAsync(change?.Invoke(query) ?? query);
        }

        public async Task<IReadOnlyList<string>> SuggestAsync(string text, SearchReader reader)
        {
            await using var scope = Scope();
            return await scope.ServiceProvider.GetRequiredService<SearchService>().SuggestAsync(Name, reader, text, count: 8);
        }

        protected override Task<DatabaseCopy> MakeDatabaseAsync() => EmptyDatabaseAsync();

        protected override void Configuration(IDictionary<string, string?> settings) => settings["Setup:Recipe"] = "foundations";

        private static SearchDocument Document(string id, string title, int day, int? minutes, string body, params (string Facet, string Value)[] facets) => new()
        {
            Collection = Name,
            ContentItemId = id,
            ContentType = "Test",
            Title = title,
            Url = $"/{id}",
            Body = body,
            PublishedUtc = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc),
            Minutes = minutes,
            Facets = facets.ToDictionary(pair => pair.Facet, pair => (IReadOnlyList<string>)[pair.Value]),
        };
    }
}
