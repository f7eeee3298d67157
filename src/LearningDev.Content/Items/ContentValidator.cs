using System.Text.RegularExpressions;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Items;

/// <summary>
/// Checks an item against the definition of its type. What is filled in must be right even in a draft; what must be filled in
/// is asked for when the item is published.
/// </summary>
public sealed partial class ContentValidator(ContentDefinitions definitions, IEnumerable<IContentField> fields)
{
    private readonly Dictionary<string, IContentField> fields = fields.ToDictionary(field => field.Name);

    /// <summary>Checks an item and refuses it when it has faults.</summary>
    /// <param name="item">The item.</param>
    /// <param name="publish">True when it is to be published, so that nothing required may be missing.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="ContentInvalidException">The item has faults.</exception>
    public async Task RequireValidAsync(ContentItem item, bool publish, CancellationToken cancellation = default)
    {
        if (await CheckAsync(item, publish, cancellation) is { Count: > 0 } errors)
        {
            throw new ContentInvalidException(errors);
        }
    }

    /// <summary>Checks an item.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    /// <inheritdoc cref="RequireValidAsync" />
    public async Task<IReadOnlyList<ContentError>> CheckAsync(ContentItem item, bool publish, CancellationToken cancellation = default)
    {
        List<ContentError> errors = [];
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(item.ContentType) is not { } type)
        {
            return [new ContentError("ContentType", $"There is no content type {item.ContentType}")];
        }

        if (item.ContentItemId.Length is 0 or > Identifiers.MaximumLength)
        {
            errors.Add(new ContentError("ContentItemId", $"The id must have 1 to {Identifiers.MaximumLength} characters"));
        }

        CheckParts(item, type, errors);
        foreach (var (part, field) in set.FieldsOf(type))
        {
            var json = item.Content[part.Name]?[field.Name];
            if (!fields.TryGetValue(field.FieldName, out var kind))
            {
                errors.Add(new ContentError($"{part.Name}.{field.Name}", $"There is no kind of field {field.FieldName}"));
            }
            else if (kind.Check(field, json as System.Text.Json.Nodes.JsonObject, publish) is { } message)
            {
                errors.Add(new ContentError($"{part.Name}.{field.Name}", message));
            }
        }

        return errors;
    }

    private static void CheckParts(ContentItem item, ContentTypeDefinition type, List<ContentError> errors)
    {
        if (type.Parts.Exists(part => part.PartName == nameof(TitlePart)))
        {
            var title = item.As<TitlePart>().Title.Trim();
            if (title.Length == 0)
            {
                errors.Add(new ContentError("TitlePart.Title", "Enter a title"));
            }
            else if (title.Length > TitlePart.MaximumLength)
            {
                errors.Add(new ContentError("TitlePart.Title", $"Title must be {TitlePart.MaximumLength} characters or fewer"));
            }

            item.DisplayText = title;
        }

        if (type.Parts.Exists(part => part.PartName == nameof(AutoroutePart)))
        {
            var path = item.As<AutoroutePart>().Path;
            if (path.Length > AutoroutePart.MaximumLength)
            {
                errors.Add(new ContentError("AutoroutePart.Path", $"Address must be {AutoroutePart.MaximumLength} characters or fewer"));
            }
            else if (path.Length > 0 && !PathShape().IsMatch(path))
            {
                errors.Add(new ContentError("AutoroutePart.Path", "Address must have only letters, digits and hyphens, with slashes between its parts"));
            }
        }
    }

    [GeneratedRegex(@"^/?[\p{L}\p{N}][\p{L}\p{N}-]*(/[\p{L}\p{N}][\p{L}\p{N}-]*)*/?$")]
    private static partial Regex PathShape();
}
