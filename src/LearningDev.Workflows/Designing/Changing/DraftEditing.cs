using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Designing.Changing;

/// <summary>Makes changes to drafts, one at a time, each upon the revision that somebody has looked at.</summary>
internal sealed class DraftEditing(WorkflowTypes types)
{
    /// <summary>Makes a change and saves the draft.</summary>
    /// <param name="typeId">The workflow type.</param>
    /// <param name="revision">The revision that was looked at.</param>
    /// <param name="change">Makes the change; false when it cannot be made any more.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<DraftOutcome> ChangeAsync(string typeId, int revision, Predicate<WorkflowDefinition> change, CancellationToken cancellation)
    {
        if (await types.FindAsync(typeId, cancellation) is not { } draft)
        {
            return new DraftOutcome(DraftResult.NotFound, null);
        }

        if (draft.Revision != revision)
        {
            return new DraftOutcome(DraftResult.Conflict, draft.ChangedBy);
        }

        if (!change(draft.Definition))
        {
            return new DraftOutcome(DraftResult.NotFound, null);
        }

        try
        {
            await types.SaveDraftAsync(draft.Definition, revision, cancellation);
            return new DraftOutcome(DraftResult.Saved, null);
        }
        catch (WorkflowConflictException conflict)
        {
            return new DraftOutcome(DraftResult.Conflict, conflict.SavedBy);
        }
    }
}

/// <summary>What has become of a change.</summary>
internal enum DraftResult
{
    Saved,
    NotFound,
    Conflict,
}

/// <summary>What has become of a change to a draft.</summary>
/// <param name="Result">What has become of it.</param>
/// <param name="SavedBy">Who has saved the draft in between; null when nobody has, or it is not known.</param>
internal sealed record DraftOutcome(DraftResult Result, string? SavedBy)
{
    /// <summary>What the form says of a conflict.</summary>
    public string Message => ConflictMessage(SavedBy);

    public static string ConflictMessage(string? savedBy) =>
        ConflictMessage(savedBy, "Nothing of yours is lost, but it is not saved yet. Save again to add it to the newest draft");

    /// <summary>What a page says of a conflict.</summary>
    /// <param name="savedBy">Who was quicker; empty when it is not known.</param>
    /// <param name="then">What the person sees or does now, without a full stop.</param>
    public static string ConflictMessage(string? savedBy, string then) =>
        $"{(string.IsNullOrEmpty(savedBy) ? "Somebody else" : savedBy)} changed this workflow after you opened this page. {then}";
}
