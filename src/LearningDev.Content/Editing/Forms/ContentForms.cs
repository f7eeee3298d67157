using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Forms;

/// <summary>Makes the form of a content type out of its definition and reads it back into an item (CMS-02).</summary>
internal sealed class ContentForms(ContentDefinitions definitions, IEnumerable<IFieldEditor> fieldEditors, IEnumerable<IPartEditor> partEditors)
{
    private readonly Dictionary<string, IFieldEditor> fields = fieldEditors.ToDictionary(editor => editor.Field);
    private readonly Dictionary<string, IPartEditor> parts = partEditors.ToDictionary(editor => editor.Part);

    /// <summary>The form of an item, filled in.</summary>
    public async Task<ContentForm> ShowAsync(ContentTypeDefinition type, ContentItem item, PostedForm? form, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<FormSection> sections = [];
        foreach (var part in type.PartsInOrder)
        {
            List<FormBox> boxes = [];
            var place = Place(part, set.FindPart(part.PartName));
            var isWhole = parts.TryGetValue(part.PartName, out var editor);
            if (isWhole)
            {
                boxes.Add(await editor!.ShowAsync(place, item, form, cancellation));
            }

            foreach (var field in set.FindPart(part.PartName)?.FieldsInOrder ?? [])
            {
                if (fields.TryGetValue(field.FieldName, out var kind))
                {
                    boxes.Add(await kind.ShowAsync(new FieldPlace(part.Name, field, part.PartName), Value(item, part.Name, field.Name), form, cancellation));
                }
            }

            if (boxes.Count > 0)
            {
                sections.Add(new FormSection(part.Name, place.Label, place.Hint, HasHeading: !isWhole || boxes.Count > 1, boxes));
            }
            else if (item.Content[part.Name] is JsonObject { Count: > 0 })
            {
                sections.Add(new FormSection(part.Name, place.Label, "This form cannot show what is here. It stays as it is.", HasHeading: true, []));
            }
        }

        return new ContentForm(type, sections);
    }

    /// <summary>Writes what was filled in into the item. What the form does not show stays as it is.</summary>
    public async Task ReadAsync(ContentTypeDefinition type, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        foreach (var part in type.PartsInOrder)
        {
            if (parts.TryGetValue(part.PartName, out var editor) && form.Has(part.Name))
            {
                await editor.ReadAsync(Place(part, set.FindPart(part.PartName)), item, form, cancellation);
            }

            foreach (var field in set.FindPart(part.PartName)?.FieldsInOrder ?? [])
            {
                var place = new FieldPlace(part.Name, field, part.PartName);
                if (fields.TryGetValue(field.FieldName, out var kind) && form.Has(place.Key))
                {
                    var value = Value(item, part.Name, field.Name);
                    await kind.ReadAsync(place, value, form, cancellation);
                    Put(item, part.Name, field.Name, value);
                }
            }
        }
    }

    private static PartPlace Place(ContentTypePartDefinition part, ContentPartDefinition? definition)
    {
        var own = part.PartSettings;
        var general = definition?.Settings.Read<PositionSettings>("ContentPartSettings") ?? new PositionSettings();
        return new PartPlace(
            part,
            own.DisplayName is { Length: > 0 } label ? label : general.DisplayName is { Length: > 0 } name ? name : part.Name,
            own.Description is { Length: > 0 } description ? description : general.Description);
    }

    private static JsonObject Value(ContentItem item, string part, string field) =>
        (item.Content[part] as JsonObject)?[field] as JsonObject ?? [];

    private static void Put(ContentItem item, string part, string field, JsonObject value)
    {
        if (value.Parent is null && value.Count > 0)
        {
            if (item.Content[part] is not JsonObject json)
            {
                item.Content[part] = json = [];
            }

            json[field] = value;
        }
    }
}

/// <summary>The form of an item.</summary>
/// <param name="Type">The item's type.</param>
/// <param name="Sections">The parts that have something to show.</param>
internal sealed record ContentForm(ContentTypeDefinition Type, IReadOnlyList<FormSection> Sections);

/// <summary>A part in a form.</summary>
/// <param name="Name">The part's name, of which the section's id is made.</param>
/// <param name="Heading">The name that people read.</param>
/// <param name="Description">What it is for.</param>
/// <param name="HasHeading">False where the section's one box says its own name.</param>
/// <param name="Boxes">The boxes.</param>
internal sealed record FormSection(string Name, string Heading, string Description, bool HasHeading, IReadOnlyList<FormBox> Boxes)
{
    public string Id => $"section-{Name}";

    /// <summary>True for the part that gives the page its heading.</summary>
    public bool IsTitle => Name == nameof(TitlePart);
}
