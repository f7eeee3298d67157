using LearningDev.Content.Items;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing.Noting;

/// <summary>Asks whoever changes content why, as the settings say (CMS-01).</summary>
internal sealed class ChangeNotes(ISettings settings)
{
    /// <summary>The name of the box in forms.</summary>
    public const string Field = "ChangeNote";

    /// <summary>When a note is needed.</summary>
    public async Task<NoteRule> RuleAsync(CancellationToken cancellation = default) => (await settings.GetAsync<ContentLifeSettings>(cancellation)).Note;

    /// <summary>What is wrong with a note; null when nothing is.</summary>
    /// <param name="note">The note as it was typed.</param>
    /// <param name="publish">True when the change is published.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<string?> FaultAsync(string? note, bool publish, CancellationToken cancellation)
    {
        if (note?.Trim() is { Length: > 0 } text)
        {
            return text.ReplaceLineEndings("\n").Length > ContentNote.MaximumLength ? $"Note of the change must be {ContentNote.MaximumLength} characters or fewer" : null;
        }

        var rule = await RuleAsync(cancellation);
        return rule == NoteRule.Always || (publish && rule == NoteRule.WhenPublishing)
            ? "Enter a note of the change: what you changed, and why"
            : null;
    }
}
