using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>
/// Something of an item that somebody must look at again by a day: the content itself, or a contract. Register it as a scoped service; while its module is
/// switched off nobody is reminded.
/// </summary>
public interface IReviewKind
{
    /// <summary>The kind's name in the database, for example "content"; up to 40 characters.</summary>
    string Name { get; }

    /// <summary>What is reviewed, as lists and letters say it beside the title, for example "Contract"; empty for the item itself.</summary>
    string Words { get; }

    /// <summary>What an item says of its review; null when it is not reviewed in this way.</summary>
    ReviewFacts? FactsOf(ContentItem item, DefinitionSet definitions);

    /// <summary>Writes the day of the next review into the item.</summary>
    void SetNext(ContentItem item, DateOnly day);
}

/// <summary>Writes the day of a review as the form of an item does, and nothing else.</summary>
public static class ReviewDay
{
    /// <summary>Writes a day into a date field.</summary>
    public static void Write(ContentItem item, string part, string field, DateOnly day)
    {
        if (item.Content[part] is not JsonObject json)
        {
            item.Content[part] = json = [];
        }

        json[field] = new JsonObject { ["Value"] = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T00:00:00Z") };
    }
}

/// <summary>What an item says of its review.</summary>
/// <param name="OwnerId">The id of the person who answers for it; null when nobody does.</param>
/// <param name="ReviewBy">The day by which it is looked at again; null when none is set.</param>
/// <param name="HasSource">Whether it says where it comes from.</param>
/// <param name="Quality">How far the quality check is, as people read it; empty when it says nothing.</param>
public sealed record ReviewFacts(string? OwnerId, DateOnly? ReviewBy, bool HasSource = true, string Quality = "");
