using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Duplicating;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Duplicating.Pure;

[Requirement("CMS-01")]
public class ContentCopyTests
{
    [Fact]
    public void Of_ItemsInside_GetNewIdsAndReferencesFollow()
    {
        var number = 0;
        var original = JsonNode.Parse("""
            {
              "BagPart": { "ContentItems": [ { "ContentItemId": "inner", "ContentItemVersionId": "inner-1", "ContentType": "Step", "Step": { "After": { "ContentItemIds": ["outer", "inner"] } } } ] },
              "Page": { "Of": { "ContentItemIds": ["inner", "elsewhere"] }, "Count": { "Value": 3 }, "Text": { "Text": "the inner circle" } }
            }
            """)!.AsObject();

        var copy = ContentCopy.Of(original, () => $"new{++number}");

        copy.ToJsonString().ShouldBe("""{"BagPart":{"ContentItems":[{"ContentItemId":"new1","ContentItemVersionId":"new2","ContentType":"Step","Step":{"After":{"ContentItemIds":["outer","new1"]}}}]},"Page":{"Of":{"ContentItemIds":["new1","elsewhere"]},"Count":{"Value":3},"Text":{"Text":"the inner circle"}}}""");
        original["BagPart"]!["ContentItems"]![0]!["ContentItemId"]!.ToString().ShouldBe("inner");
    }
}
