using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>What stands around an editor's form: its id, what the person has typed earlier, and who else is at the item.</summary>
/// <param name="FormId">The form's id.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">The item's type.</param>
/// <param name="KeepAfterSeconds">How long after the last change what was typed is kept.</param>
internal sealed record FormFrame(string FormId, string ContentItemId, string ContentType, int KeepAfterSeconds)
{
    /// <summary>What the person has typed earlier and not saved, the newest first.</summary>
    public IReadOnlyList<UnsavedOffer> Offers { get; init; } = [];

    /// <summary>Who else is at the item, in sentences.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>When what the form shows was typed, in words; null when it shows what is saved.</summary>
    public string? BroughtBackFrom { get; init; }

    /// <summary>Whether the form shows something that is not saved, so that the script keeps it at once.</summary>
    public bool IsUnsaved { get; init; }

    /// <summary>The page without what was typed, to go back to.</summary>
    public required string Page { get; init; }

    public string Api => $"{UnsavedLinks.Api}/{FormId}";

    public string Query => $"?item={Uri.EscapeDataString(ContentItemId)}&type={Uri.EscapeDataString(ContentType)}";
}

/// <summary>Something that the person has typed earlier and not saved.</summary>
/// <param name="FormId">The form that it was typed into.</param>
/// <param name="Words">What it is, in a sentence.</param>
/// <param name="BringBack">Where it stands in the form again.</param>
internal sealed record UnsavedOffer(string FormId, string Words, string BringBack);

/// <summary>Makes what stands around a form.</summary>
internal sealed class FormFrames(OpenForms open, ContentForms forms, EditorWords words, ISettings settings, FieldDefaults defaults)
{
    /// <summary>Opens the form of an item, or shows once more one that is open.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="item">The item as it is saved.</param>
    /// <param name="formId">The form that is shown once more; null to open one.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<FormFrame> OfItemAsync(ContentTypeDefinition type, ContentItem item, string? formId, CancellationToken cancellation)
    {
        var frame = await FrameAsync(type.Name, item.ContentItemId, ContentLinks.Edit(item.ContentItemId), formId, cancellation);
        List<UnsavedOffer> offers = [];
        foreach (var work in await open.OfItemAsync(item.ContentItemId, cancellation))
        {
            if (work.FormId != frame.FormId && await DiffersAsync(type, item, work, cancellation))
            {
                offers.Add(new UnsavedOffer(
                    work.FormId, $"You have unsaved work on this from {await words.FromAsync(work.KeptUtc)}.", UnsavedLinks.BringBack(item.ContentItemId, work.FormId)));
            }
        }

        return frame with { Offers = offers, Others = await words.OthersAsync(item.ContentItemId, cancellation) };
    }

    /// <summary>Opens the empty form of a type, or shows once more one that is open.</summary>
    /// <inheritdoc cref="OfItemAsync" />
    public async Task<FormFrame> OfNewAsync(ContentTypeDefinition type, ContentItem item, string? formId, CancellationToken cancellation)
    {
        var frame = await FrameAsync(type.Name, item.ContentItemId, ContentLinks.New(type.Name), formId, cancellation);
        List<UnsavedOffer> offers = [];
        var empty = new ContentItem { ContentType = type.Name };
        await defaults.FillAsync(empty, cancellation);
        foreach (var work in await open.OfNewAsync(type.Name, cancellation))
        {
            if (work.FormId != frame.FormId && await DiffersAsync(type, empty, work, cancellation))
            {
                var title = new PostedForm(work.Typed).Text($"{nameof(TitlePart)}.{nameof(TitlePart.Title)}") is { Length: > 0 } typed ? $"“{typed}”" : "without a title";
                offers.Add(new UnsavedOffer(
                    work.FormId, $"You have unsaved work on a new {type.DisplayName.ToLowerInvariant()}, {title}, from {await words.FromAsync(work.KeptUtc)}.",
                    UnsavedLinks.BringBackNew(type.Name, work.FormId)));
            }
        }

        return frame with { Offers = offers };
    }

    private async Task<FormFrame> FrameAsync(string type, string itemId, string page, string? formId, CancellationToken cancellation)
    {
        var seconds = Math.Clamp((await settings.GetAsync<EditingSettings>(cancellation)).KeepAfterSeconds, 1, 60);
        return new FormFrame(formId ?? await open.OpenAsync(type, itemId, cancellation), itemId, type, seconds) { Page = page };
    }

    // What was kept just before it was saved says nothing new.
    private async Task<bool> DiffersAsync(ContentTypeDefinition type, ContentItem item, UnsavedWork work, CancellationToken cancellation)
    {
        var copy = item.Copy();
        var form = new PostedForm(work.Typed);
        await forms.ReadAsync(type, copy, form, cancellation);
        return form.Errors.Count > 0 || !JsonNode.DeepEquals(item.Content, copy.Content);
    }
}
