using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Fields;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Parts;

/// <summary>A part whose form is one line of text.</summary>
/// <param name="Place">The part.</param>
/// <param name="Property">The property of the part.</param>
/// <param name="Value">The text.</param>
/// <param name="Hint">Help under the label.</param>
/// <param name="Prefix">What stands before the box; null for nothing.</param>
/// <param name="IsFixed">True when the text is only shown.</param>
internal sealed record PartTextBox(PartPlace Place, string Property, string Value, string? Hint = null, string? Prefix = null, bool IsFixed = false)
    : PartBox(Place, Property, "/Content/Editing/Parts/PartText.cshtml")
{
    public override Reading Reading => Reading.Of(Value.Length > 0 ? Prefix + Value : "");

    public override string? EditableText => IsFixed ? null : Value;

    public override bool IsOneLine => true;
}

/// <summary>The title.</summary>
internal sealed class TitlePartEditor : IPartEditor
{
    public string Part => nameof(TitlePart);

    public Task<FormBox> ShowAsync(PartPlace place, ContentItem item, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new PartTextBox(place, nameof(TitlePart.Title), item.As<TitlePart>(place.Name).Title));

    public Task ReadAsync(PartPlace place, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        PartJson.WriteText(item, place.Name, nameof(TitlePart.Title), form.Text($"{place.Name}.{nameof(TitlePart.Title)}"));
        return Task.CompletedTask;
    }
}

/// <summary>The body in Markdown.</summary>
internal sealed class MarkdownBodyPartEditor : IPartEditor
{
    public string Part => nameof(MarkdownBodyPart);

    public Task<FormBox> ShowAsync(PartPlace place, ContentItem item, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new MarkdownBox(
            $"{place.Name}.{nameof(MarkdownBodyPart.Markdown)}", place.Label, place.Label, place.Hint, item.As<MarkdownBodyPart>(place.Name).Markdown,
            Rows: 14, LabelClass: "govuk-label--m", PartName: place.Name)
        {
            IsPreviewed = form?.Button.Is(FormAction.Preview, $"{place.Name}.{nameof(MarkdownBodyPart.Markdown)}") == true,
        });

    public Task ReadAsync(PartPlace place, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        PartJson.WriteText(item, place.Name, nameof(MarkdownBodyPart.Markdown), form.Text($"{place.Name}.{nameof(MarkdownBodyPart.Markdown)}"));
        return Task.CompletedTask;
    }
}

/// <summary>The address: what comes after the beginning that all items of the type share.</summary>
internal sealed class AutoroutePartEditor : IPartEditor
{
    public string Part => nameof(AutoroutePart);

    public Task<FormBox> ShowAsync(PartPlace place, ContentItem item, PostedForm? form, CancellationToken cancellation)
    {
        var isFixed = !Settings(place).AllowCustomPath;
        var path = item.As<AutoroutePart>(place.Name).Path;
        var beginning = path.Length == 0 || path.StartsWith(Beginning(place), StringComparison.OrdinalIgnoreCase) ? Beginning(place) : "";
        return Task.FromResult<FormBox>(new PartTextBox(
            place, nameof(AutoroutePart.Path), path.Length == 0 ? "" : path[beginning.Length..],
            isFixed ? "It is made of the title." : "Leave it empty and it is made of the title. When you change it, the old address leads to the new one.",
            Prefix: $"/{beginning}", IsFixed: isFixed));
    }

    public Task ReadAsync(PartPlace place, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        if (Settings(place).AllowCustomPath)
        {
            var typed = form.Text($"{place.Name}.{nameof(AutoroutePart.Path)}").Trim('/');
            PartJson.WriteText(
                item, place.Name, nameof(AutoroutePart.Path),
                typed.Length == 0 || typed.Contains('/', StringComparison.Ordinal) ? typed : Beginning(place) + typed);
        }

        return Task.CompletedTask;
    }

    private static AutoroutePartSettings Settings(PartPlace place) => place.Definition.Settings.Read<AutoroutePartSettings>();

    private static string Beginning(PartPlace place) => Settings(place).Pattern.Split("{{")[0];
}

/// <summary>The short name that code and recipes know an item by.</summary>
internal sealed class AliasPartEditor : IPartEditor
{
    public string Part => nameof(AliasPart);

    public Task<FormBox> ShowAsync(PartPlace place, ContentItem item, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new PartTextBox(
            place, nameof(AliasPart.Alias), item.As<AliasPart>(place.Name).Alias, $"{place.Hint} If you change it, what finds the item by it no longer does."));

    public Task ReadAsync(PartPlace place, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        var key = $"{place.Name}.{nameof(AliasPart.Alias)}";
        var alias = form.Text(key);
        if (alias.Length > 0 && ContentRoutes.Slug(alias) != alias)
        {
            form.Typed(key);
            form.Refuse(key, $"{place.Label} must have only small letters, digits and hyphens");
        }
        else
        {
            PartJson.WriteText(item, place.Name, nameof(AliasPart.Alias), alias);
        }

        return Task.CompletedTask;
    }
}

internal static class PartJson
{
    public static void WriteText(ContentItem item, string part, string property, string text)
    {
        if (item.Content[part] is JsonObject json)
        {
            json.WriteText(property, text);
        }
        else if (text.Length > 0)
        {
            item.Content[part] = new JsonObject { [property] = text };
        }
    }
}
