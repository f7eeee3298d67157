using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Files;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>The id of an item.</summary>
internal sealed class IdColumn : SheetColumn
{
    public const string TheKey = nameof(ContentItem.ContentItemId);

    public override string Key => TheKey;

    public override string Label => "Id";

    public override IEnumerable<string> OtherNames => [TheKey, "Item id"];

    public override string Form => "What the portal knows an item by. Leave it empty for a new one";

    public override bool CanBeKey => true;

    public override ValueTask<SheetCell> WriteAsync(ContentItem item, SheetWords words) => new(new SheetCell(item.ContentItemId));

    /// <summary>The id is given to an item before its row is read.</summary>
    public override ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words) => new(
        Text(cell).Length > Identifiers.MaximumLength ? $"An id has {Identifiers.MaximumLength} characters or fewer" : null);
}

/// <summary>Whether an item is published or a draft.</summary>
internal sealed class StateColumn : SheetColumn
{
    public const string TheKey = "State";
    public const string Published = "Published";
    public const string Draft = "Draft";

    public override string Key => TheKey;

    public override string Label => TheKey;

    public override IEnumerable<string> OtherNames => ["Status"];

    public override string Form => "Published or Draft. Where it is empty, what is chosen for the whole file holds";

    public override bool IsOneChoice => true;

    public override ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) => new([Published, Draft]);

    public override ValueTask<SheetCell> WriteAsync(ContentItem item, SheetWords words) => new(new SheetCell(item.Published ? Published : Draft));

    /// <summary>What the row asks for is read by <see cref="PublishOf"/>.</summary>
    public override ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words) =>
        new(PublishOf(cell) is null ? $"“{cell}” must be {Published} or {Draft}" : null);

    /// <summary>True for published, false for a draft, null for what is neither.</summary>
    public static bool? PublishOf(SheetCell cell) => Text(cell).ToLowerInvariant() switch
    {
        "published" => true,
        "draft" or "drafts" => false,
        _ => null,
    };
}

/// <summary>A text of a part that is more than its fields.</summary>
/// <param name="part">The part as the type has it.</param>
/// <param name="property">The property that holds the text.</param>
/// <param name="label">What the header calls it.</param>
/// <param name="form">What may be written.</param>
internal class PartColumn(ContentTypePartDefinition part, string property, string label, string form) : SheetColumn
{
    public override string Key => $"{part.Name}.{property}";

    public override string Label => label;

    public override string Form => form;

    protected ContentTypePartDefinition Part => part;

    public override ValueTask<SheetCell> WriteAsync(ContentItem item, SheetWords words) => new(new SheetCell(Value(item)));

    public override ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words)
    {
        Put(item, Text(cell));
        return new((string?)null);
    }

    protected string Value(ContentItem item) => (item.Content[part.Name] as JsonObject)?.ReadText(property) ?? "";

    protected void Put(ContentItem item, string text)
    {
        if (item.Content[part.Name] is JsonObject json)
        {
            json.WriteText(property, text);
        }
        else if (text.Length > 0)
        {
            item.Content[part.Name] = new JsonObject { [property] = text };
        }
    }
}

/// <summary>The title.</summary>
internal sealed class TitleColumn(ContentTypePartDefinition part) : PartColumn(part, nameof(TitlePart.Title), "Title", $"Up to {TitlePart.MaximumLength} characters")
{
    public override bool IsRequired => true;

    public override bool CanBeKey => true;

    public override IEnumerable<string> OtherNames => [.. base.OtherNames, "Name"];
}

/// <summary>The address.</summary>
internal sealed class AddressColumn(ContentTypePartDefinition part)
    : PartColumn(part, nameof(AutoroutePart.Path), "Address", "The address after the portal's own. It is made of the title when it is left empty")
{
    private readonly AutoroutePartSettings settings = part.Settings.Read<AutoroutePartSettings>();

    public override bool CanBeKey => true;

    public override IEnumerable<string> OtherNames => [.. base.OtherNames, "Web address"];

    public override ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words)
    {
        var (current, path) = (Value(item), Normal(Text(cell)));
        if (path == current || path.Length == 0)
        {
            // An item keeps its address until it is given another.
            return new((string?)null);
        }

        if (current.Length > 0 && !settings.AllowCustomPath)
        {
            return new("The address is made of the title and cannot be changed");
        }

        Put(item, path);
        return new((string?)null);
    }

    /// <summary>The address as the portal keeps it.</summary>
    public string Normal(string typed)
    {
        var path = typed.Trim().Trim('/').ToLowerInvariant();
        return path.Length == 0 || path.Contains('/', StringComparison.Ordinal) ? path : settings.Pattern.Split("{{")[0] + path;
    }
}

/// <summary>The short name that code and recipes know an item by.</summary>
internal sealed class AliasColumn(ContentTypePartDefinition part) : PartColumn(part, nameof(AliasPart.Alias), "Alias", "Small letters, digits and hyphens")
{
    public override bool CanBeKey => true;

    public override ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words)
    {
        var alias = Text(cell);
        if (alias != Value(item) && ContentRoutes.Slug(alias) != alias)
        {
            return new($"“{alias}” must have only small letters, digits and hyphens");
        }

        Put(item, alias);
        return new((string?)null);
    }
}
