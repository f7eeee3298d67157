using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Unsaved;

namespace LearningDev.Content.Editing.Changing;

/// <summary>The form of a new item or of one that is there.</summary>
/// <param name="Form">The boxes.</param>
/// <param name="Frame">What stands around them.</param>
/// <param name="Action">Where the form is sent.</param>
/// <param name="ReadAs">The version that it begins from.</param>
/// <param name="MayPublish">Whether the editor may publish.</param>
internal sealed record ItemForm(ContentForm Form, FormFrame Frame, string Action, VersionMark ReadAs, bool MayPublish);
