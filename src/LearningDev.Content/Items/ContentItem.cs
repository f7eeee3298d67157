using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Items;

/// <summary>A version of a content item in Orchard Core's form: well-known properties, and parts as JSON.</summary>
public sealed class ContentItem
{
    /// <summary>The item's id, the same in all its versions; at most 26 characters.</summary>
    public string ContentItemId { get; set; } = "";

    /// <summary>The version's id; at most 26 characters.</summary>
    public string ContentItemVersionId { get; set; } = "";

    /// <summary>The name of the item's content type.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>The name that lists show; the title, where the item has one.</summary>
    public string DisplayText { get; set; } = "";

    /// <summary>True for the version that editors see.</summary>
    public bool Latest { get; set; }

    /// <summary>True for the version that everybody sees.</summary>
    public bool Published { get; set; }

    /// <summary>When this version was last changed, in UTC.</summary>
    public DateTime? ModifiedUtc { get; set; }

    /// <summary>When the item was last published, in UTC.</summary>
    public DateTime? PublishedUtc { get; set; }

    /// <summary>When the item was created, in UTC.</summary>
    public DateTime? CreatedUtc { get; set; }

    /// <summary>The id of the person who created the item.</summary>
    public string? Owner { get; set; }

    /// <summary>The user name of the person who made this version.</summary>
    public string? Author { get; set; }

    /// <summary>Parts by name.</summary>
    public JsonObject Content { get; set; } = [];

    /// <summary>Counts the saves of this version; whoever saves must have read the newest.</summary>
    public int Revision { get; set; }

    /// <summary>The number of the version among those of its item, from 1; 0 for what was not saved yet.</summary>
    public int Number { get; internal init; }

    /// <summary>Why this version was made, in the words of its author; empty when nobody said.</summary>
    public string Note { get; internal init; } = "";

    /// <summary>When the item was archived, in UTC; null when it is not.</summary>
    public DateTime? ArchivedUtc { get; internal init; }

    /// <summary>The id that a new version gets, from the file that it comes from; null for one made anew.</summary>
    internal string? NewVersionId { get; set; }

    /// <summary>Reads a part; a part that the item does not have reads as empty.</summary>
    /// <typeparam name="TPart">The part's class. Its name is the part's name unless another is given.</typeparam>
    public TPart As<TPart>(string? name = null) where TPart : class, new() =>
        Content[name ?? typeof(TPart).Name] is JsonObject json ? json.Deserialize<TPart>(PortalJson.Compact) ?? new TPart() : new TPart();

    /// <summary>Changes a part: reads it, lets the action change it and writes it back. Properties the class does not know stay.</summary>
    public void Alter<TPart>(Action<TPart> change, string? name = null) where TPart : class, new()
    {
        var part = As<TPart>(name);
        change(part);
        var key = name ?? typeof(TPart).Name;
        var json = Content[key] as JsonObject ?? [];
        foreach (var (property, value) in JsonSerializer.SerializeToNode(part, PortalJson.Compact)!.AsObject())
        {
            json[property] = value?.DeepClone();
        }

        Content[key] = json;
    }
}
