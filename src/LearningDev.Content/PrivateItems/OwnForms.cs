using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.PrivateItems;

/// <summary>
/// Forms of items that people write about themselves, drawn from the definition of their type: labels, hints and choices are the editors' to change, and a field that they
/// add is asked for without code (CMS-02). Shown by the partial <see cref="OwnForm.Partial"/>.
/// </summary>
public sealed class OwnForms
{
    /// <summary>What somebody is told who saves over what they have saved in another window.</summary>
    public const string SavedElsewhere = "You saved other answers here in another window after you had opened this page. Save again to replace them, or open the page anew to see them";

    private readonly Dictionary<string, string> saved = [];
    private readonly ContentForms forms;
    private readonly ContentDefinitions definitions;
    private readonly ContentValidator validator;

    internal OwnForms(ContentForms forms, ContentDefinitions definitions, ContentValidator validator) => (this.forms, this.definitions, this.validator) = (forms, definitions, validator);

    /// <summary>The fields of a type that editors have added: those that the module does not know and that are in use. Files are left out, because only editors have the media library.</summary>
    /// <param name="contentType">The name of the type.</param>
    /// <param name="known">The fields that the module knows, each as part and field, for example "TrainingRequest.Reason".</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The fields in the order of the form, each as part and field.</returns>
    public async Task<IReadOnlyList<string>> AddedAsync(string contentType, IReadOnlyCollection<string> known, CancellationToken cancellation = default)
    {
        var set = await definitions.GetAsync(cancellation);
        return set.FindType(contentType) is not { } type ? []
            : [.. set.FieldsOf(type).Where(pair => !pair.Field.UseSettings.Retired && pair.Field.FieldName != nameof(MediaField)).Select(pair => $"{pair.Part.Name}.{pair.Field.Name}").Except(known)];
    }

    /// <summary>The boxes of some fields, filled in.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fields">The fields in the order in which they are asked, each as part and field. One that the type does not have, or that is retired, is left out.</param>
    /// <param name="posted">What was sent, when the form comes back; null at first.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">There is no such content type.</exception>
    public async Task<OwnForm> ShowAsync(ContentItem item, IReadOnlyList<string> fields, IFormCollection? posted, CancellationToken cancellation = default)
    {
        var form = await forms.ShowAsync(await TypeAsync(item, cancellation), item, posted is null ? null : new PostedForm(posted), cancellation);
        var boxes = form.Sections.SelectMany(section => section.Boxes).ToDictionary(box => box.Key);
        return new OwnForm([.. fields.Where(boxes.ContainsKey).Select(field => boxes[field])], saved.GetValueOrDefault(item.ContentItemId) ?? MarkOf(item, fields));
    }

    /// <summary>
    /// Writes what was sent of some fields into the item, and says what is wrong with it. Nothing is saved. When other answers were saved since the form was shown, that is told once, so that no window
    /// overwrites another in silence; sent again, the form replaces them.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="fields">The fields that were asked, each as part and field. No other is touched, whatever was sent.</param>
    /// <param name="posted">What was sent.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What cannot be read, and what must be filled in and is not; none when all is well.</returns>
    /// <exception cref="ArgumentException">There is no such content type.</exception>
    public async Task<IReadOnlyList<ContentError>> ReadAsync(ContentItem item, IReadOnlyList<string> fields, IFormCollection posted, CancellationToken cancellation = default)
    {
        var form = new PostedForm(posted, fields);
        var before = saved[item.ContentItemId] = MarkOf(item, fields);
        await forms.ReadAsync(await TypeAsync(item, cancellation), item, form, cancellation);
        ContentError[] overtaken = form.Text(OwnForm.Seen) is { Length: > 0 } seen && seen != before && before != MarkOf(item, fields) ? [new ContentError(fields[0], SavedElsewhere)] : [];
        return [.. overtaken.Concat(form.Errors).Concat(await validator.CheckAsync(item, publish: true, cancellation)).Where(error => fields.Contains(error.Key)).DistinctBy(error => error.Key)];
    }

    /// <summary>True when a button of a box was used, for example to show more lines: the form is shown again and nothing is saved.</summary>
    /// <param name="posted">What was sent.</param>
    public static bool IsOnlyShownAgain(IFormCollection posted) => new PostedForm(posted).Button.Name is not (FormAction.Save or FormAction.Publish);

    private static string MarkOf(ContentItem item, IReadOnlyList<string> fields)
    {
        var values = new JsonArray([.. fields.Select(field => field.Split('.') is [var part, var name] ? (item.Content[part] as JsonObject)?[name]?.DeepClone() : null)]);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(values.ToJsonString())));
    }

    private async Task<ContentTypeDefinition> TypeAsync(ContentItem item, CancellationToken cancellation) =>
        (await definitions.GetAsync(cancellation)).FindType(item.ContentType) ?? throw new ArgumentException($"There is no content type {item.ContentType}", nameof(item));
}

/// <summary>Boxes of an <see cref="OwnForms"/>, to be put into a form by <see cref="Partial"/>.</summary>
public sealed class OwnForm
{
    /// <summary>The partial that shows the boxes.</summary>
    public const string Partial = "/Content/PrivateItems/_OwnForm.cshtml";

    /// <summary>The name of the hidden input that tells what was saved when the form was shown.</summary>
    internal const string Seen = "seen";

    internal OwnForm(IReadOnlyList<FormBox> boxes, string mark) => (Boxes, Mark) = (boxes, mark);

    /// <summary>True when there is nothing to ask.</summary>
    public bool IsEmpty => Boxes.Count == 0;

    /// <summary>The fields that are asked, each as part and field.</summary>
    public IReadOnlyList<string> Fields => [.. Boxes.Select(box => box.Key)];

    internal IReadOnlyList<FormBox> Boxes { get; }

    /// <summary>Stands for the answers that are saved.</summary>
    internal string Mark { get; }
}
