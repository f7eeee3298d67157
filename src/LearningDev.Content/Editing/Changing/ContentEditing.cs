using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Noting;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Content.Items;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Content.Editing.Changing;

/// <summary>Takes what an editor sent and saves or publishes it (CMS-01).</summary>
internal sealed class ContentEditing(
    ContentItems items, ContentForms forms, ContentValidator validator, PublishingGates gates, ChangeNotes notes, OpenForms open,
    CurrentPerson person)
{
    /// <summary>Writes the form into the item and does what its button asks for.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="item">The item as it is now; it holds what was filled in afterwards.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<EditOutcome> ApplyAsync(ContentTypeDefinition type, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        var outcome = await SaveAsync(type, item, form, cancellation);
        switch (outcome)
        {
            case EditOutcome.Saved:
                await open.ForgetAsync(form.Id, cancellation);
                return outcome;
            case EditOutcome.Conflict when item.Latest:
                return await open.KeepAsync(form.Id, type.Name, item.ContentItemId, form.Fields, cancellation) is null ? outcome : new EditOutcome.Kept(form.Id);
            default:
                return outcome;
        }
    }

    private async Task<EditOutcome> SaveAsync(ContentTypeDefinition type, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        var newest = VersionMark.Of(item);
        var before = item.Content.DeepClone().AsObject();
        await forms.ReadAsync(type, item, form, cancellation);
        var publish = form.Button.Name == FormAction.Publish;
        if (!publish && form.Button.Name != FormAction.Save)
        {
            return new EditOutcome.RowsChanged();
        }

        if (newest != form.ReadAs)
        {
            return IsRepeat(item, before, publish) ? new EditOutcome.Saved(item.Published) : new EditOutcome.Conflict();
        }

        var note = form.Typed(ChangeNotes.Field);
        List<ContentError> errors = [.. form.Errors.Concat(await FaultsAsync(item, publish, cancellation)).DistinctBy(error => error.Key)];
        if (await notes.FaultAsync(note, publish, cancellation) is { } fault)
        {
            errors.Add(new ContentError(ChangeNotes.Field, fault));
        }

        errors.AddRange(publish ? await gates.CheckAsync(item, cancellation) : []);
        if (errors.Count > 0)
        {
            return new EditOutcome.Refused(errors);
        }

        try
        {
            await (publish ? items.PublishAsync(item, note, cancellation) : items.SaveDraftAsync(item, note, cancellation));
            return new EditOutcome.Saved(publish);
        }
        catch (ContentInvalidException invalid)
        {
            return new EditOutcome.Refused(invalid.Errors);
        }
        catch (ContentConflictException)
        {
            return new EditOutcome.Conflict();
        }
    }

    private async Task<IReadOnlyList<ContentError>> FaultsAsync(ContentItem item, bool publish, CancellationToken cancellation)
    {
        try
        {
            await validator.RequireValidAsync(item, publish, cancellation);
            return [];
        }
        catch (ContentInvalidException invalid)
        {
            return invalid.Errors;
        }
    }

    // A second click sends the form again after the first has been saved by the same person: what it asks for is there already.
    private bool IsRepeat(ContentItem item, JsonObject before, bool publish)
    {
        var after = item.Content.DeepClone().AsObject();
        if (before[nameof(AutoroutePart)] is JsonObject route && item.As<AutoroutePart>().Path.Length == 0)
        {
            after[nameof(AutoroutePart)] = route.DeepClone();
        }

        return item.Author == person.Principal.Identity?.Name && item.Latest && item.Published == publish && JsonNode.DeepEquals(before, after);
    }
}

/// <summary>Which version of an item an editor began from.</summary>
/// <param name="VersionId">The version's id; empty for an item that was not saved yet.</param>
/// <param name="Revision">How often the version had been saved.</param>
internal sealed record VersionMark(string VersionId, int Revision)
{
    /// <summary>An item that was not saved yet.</summary>
    public static readonly VersionMark None = new("", 0);

    public static VersionMark Of(ContentItem item) => new(item.Latest ? item.ContentItemVersionId : "", item.Latest ? item.Revision : 0);
}

/// <summary>What came of a form that was sent.</summary>
internal abstract record EditOutcome
{
    /// <summary>Rows of a box moved: the form is shown again.</summary>
    internal sealed record RowsChanged : EditOutcome;

    /// <summary>What was filled in is saved.</summary>
    internal sealed record Saved(bool Published) : EditOutcome;

    /// <summary>There are faults.</summary>
    internal sealed record Refused(IReadOnlyList<ContentError> Errors) : EditOutcome
    {
        public void AddTo(ModelStateDictionary state)
        {
            foreach (var error in Errors)
            {
                state.AddModelError(error.Key, error.Message);
            }
        }
    }

    /// <summary>Somebody else was quicker, and what was typed is kept, so that both versions can be brought together.</summary>
    /// <param name="FormId">The form that it is kept for.</param>
    internal sealed record Kept(string FormId) : EditOutcome;

    /// <summary>Somebody else was quicker, and has removed the item.</summary>
    internal sealed record Conflict : EditOutcome;
}
