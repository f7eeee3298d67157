using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting.Pure;

[Requirement("CMS-05")]
public class ItemReferencesTests
{
    [Fact]
    public void Of_FieldsOfEveryKind_FindsWhatTheyReferTo()
    {
        var found = ItemReferences.Of(
            """
            {
              "Part": {
                "Provider": { "ContentItemIds": ["one", "two", ""] },
                "Topics": { "TaxonomyContentItemId": "topics", "TermContentItemIds": ["topic-stress"] },
                "Contacts": { "UserIds": ["person"] },
                "Picture": { "Paths": ["pictures/a.jpg"], "MediaTexts": ["A"] }
              },
              "ContainedPart": { "ListContentItemId": "list" }
            }
            """);

        found.Items.ShouldBe(["one", "two", "topics", "list"], ignoreOrder: true);
        found.People.ShouldBe(["person"]);
        found.Files.ShouldBe(["pictures/a.jpg"]);
        found.Types.ShouldBeEmpty();
    }

    [Fact]
    public void Of_ItemsInsideItems_FindsTheirTypesAndWhatTheyReferTo()
    {
        var found = ItemReferences.Of(
            """
            {
              "Lessons": { "ContentItems": [
                { "ContentType": "Lesson", "BagPart": { "ContentItems": [{ "ContentType": "Page", "Page": { "Next": { "ContentItemIds": ["deep"] } } }] } }
              ] },
              "TaxonomyPart": { "TermContentType": "Topic", "Terms": [] }
            }
            """);

        found.Types.ShouldBe(["Lesson", "Page", "Topic"], ignoreOrder: true);
        found.Items.ShouldBe(["deep"]);
    }

    [Theory]
    [InlineData("See [the form](/media/forms/a.pdf).", "forms/a.pdf")]
    [InlineData("![A view](/media/a%20view.jpg \"A view\")", "a view.jpg")]
    [InlineData("<img src='/media/old.png'>", "old.png")]
    [InlineData("It is at /media/plain.pdf, or ask.", "plain.pdf")]
    [InlineData("[Elsewhere](https://example.org/media/a.pdf)", null)]
    [InlineData("We use social/media/every day", null)]
    [InlineData("/media/", null)]
    public void Of_TextWithAddresses_FindsThePortalsFiles(string text, string? path)
    {
        var found = ItemReferences.Of(new System.Text.Json.Nodes.JsonObject { ["Body"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = text } }.ToJsonString());

        found.Files.ShouldBe(path is null ? [] : [path]);
    }
}
