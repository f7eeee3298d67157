using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Synonyms;

[Requirement("CAT-04")]
public class SearchSynonymsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("H&S", "Health and safety essentials")]
    [InlineData("HS", "Health and safety essentials")]
    [InlineData("h and s", "Health and safety essentials")]
    [InlineData("GDPR", "Data protection and GDPR essentials")]
    [InlineData("UK GDPR", "Data protection and GDPR essentials")]
    [InlineData("lorry driver", "Driver CPC periodic training")]
    [InlineData("ED&I", "Equality at work and in our services")]
    [InlineData("VDU", "Display screen equipment: set up your desk")]
    [InlineData("FOIA", "Freedom of information: answering requests")]
    [InlineData("RTW", "Managing absence and return to work")]
    [InlineData("1:1", "One to one conversations")]
    [InlineData("ILM L5", "ILM Level 5 in leadership and management")]
    [InlineData("ILM level five", "ILM Level 5 in leadership and management")]
    [InlineData("BSL", "Disability awareness and reasonable adjustments")]
    [InlineData("Asperger's", "Neurodiversity: autism and ADHD")]
    [InlineData("Copilot", "Using artificial intelligence safely at work")]
    [InlineData("appraisal", "The annual conversation")]
    [InlineData("well-being", "Wellbeing conversations")]
    public async Task Search_AsCouncilsSayIt_FindsTheRightThingFirst(string text, string title) => (await SearchAsync(text)).Hits[0].Title.ShouldBe(title);

    [Fact]
    public async Task Search_ExpressionInPart_StillFindsWhatHasSomeOfIt()
    {
        var found = await SearchAsync("special educational needs");

        found.WithAllWords.ShouldBe(0);
        found.Total.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Publish_ChangedList_ChangesTheNextSearch()
    {
        (await SearchAsync("theremin")).Total.ShouldBe(0);

        await ChangeAsync(item => item.Content["SearchSynonyms"]!["AlsoTyped"]!["Text"] = "theremin");
        (await SearchAsync("theremin")).Hits[0].Title.ShouldBe("Chairing skills");

        await ChangeAsync(item => item.Content["SearchSynonyms"]!["AlsoTyped"]!["Text"] = "");
        (await SearchAsync("theremin")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Search_Promoted_ComesFirstIsMarkedAndOnlyForThoseWhoMaySeeIt()
    {
        await portal.PublishAsync(SearchSynonyms.PromotedType, new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Stress" },
            [SearchSynonyms.PromotedType] = new JsonObject
            {
                ["Searches"] = new JsonObject { ["Text"] = "stress" },
                ["Entries"] = new JsonObject { ["ContentItemIds"] = new JsonArray("m-planning-committee", "minute-taking", "no-such-entry") },
            },
        });

        var found = await SearchAsync("Stress");

        found.Hits[0].ShouldSatisfyAllConditions(hit => hit.Title.ShouldBe("Minute taking"), hit => hit.IsPromoted.ShouldBeTrue());
        found.Hits.Skip(1).ShouldAllBe(hit => !hit.IsPromoted);
        found.Hits.ShouldContain(hit => hit.Title == "Managing stress");
    }

    private async Task ChangeAsync(Action<ContentItem> change)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync("synonyms-chairing", VersionChoice.Latest))!;
        change(item);
        await items.PublishAsync(item);
    }

    private async Task<SearchResults> SearchAsync(string text)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<SearchService>().SearchAsync(
            new SearchQuery { Collection = "catalogue", Reader = new SearchReader([]), Text = text });
    }
}
