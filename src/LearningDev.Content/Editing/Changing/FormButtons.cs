namespace LearningDev.Content.Editing.Changing;

/// <summary>The buttons below a form.</summary>
/// <param name="MayPublish">Whether the editor may publish.</param>
/// <param name="MaySaveDraft">Whether the type knows drafts.</param>
/// <param name="CancelUrl">Where to go without saving.</param>
internal sealed record FormButtons(bool MayPublish, bool MaySaveDraft, string CancelUrl);
