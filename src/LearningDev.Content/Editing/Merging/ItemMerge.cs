using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Content.Text;
using Microsoft.Extensions.Primitives;

namespace LearningDev.Content.Editing.Merging;

/// <summary>What an editor has typed beside what somebody else has saved meanwhile, field by field (CMS-01).</summary>
/// <param name="Newest">The item as it is saved.</param>
/// <param name="Fields">The fields that differ, in the order of the form.</param>
internal sealed record ItemMerge(ContentItem Newest, IReadOnlyList<MergeField> Fields)
{
    /// <summary>What both have changed, and differently: somebody must choose.</summary>
    public IReadOnlyList<MergeField> Conflicts { get; } = [.. Fields.Where(field => field.Changed == ChangedBy.Both)];

    /// <summary>What only the other has changed: it stays.</summary>
    public IReadOnlyList<MergeField> Theirs { get; } = [.. Fields.Where(field => field.Changed == ChangedBy.Them)];

    /// <summary>What only the editor has changed: it stays.</summary>
    public IReadOnlyList<MergeField> Yours { get; } = [.. Fields.Where(field => field.Changed == ChangedBy.You)];

    /// <summary>
    /// The editor's form after the choices: what stays as the other saved it is left out of the form, which then shows what is saved.
    /// </summary>
    /// <param name="typed">What the editor typed.</param>
    /// <param name="choices">A choice for each of <see cref="Conflicts"/>, by key.</param>
    public IReadOnlyDictionary<string, StringValues> Apply(IEnumerable<KeyValuePair<string, StringValues>> typed, IReadOnlyDictionary<string, MergeChoice> choices)
    {
        var form = typed.ToDictionary(field => field.Key, field => field.Value);
        HashSet<string> left = [.. Theirs.Concat(Conflicts.Where(field => choices[field.Key].Keep == MergeKeep.Theirs)).Select(field => field.Theirs.Marker)];
        form[PostedForm.Shown] = new StringValues([.. form.GetValueOrDefault(PostedForm.Shown).Where(marker => !left.Contains(marker ?? ""))]);
        foreach (var field in Conflicts.Where(field => choices[field.Key].Keep == MergeKeep.Both))
        {
            form[field.Key] = field.Theirs.EditableText is not null
                ? choices[field.Key].Text
                : new StringValues([.. field.Theirs.Joinable!.Union(field.Yours.Joinable!)]);
        }

        (form[PostedForm.VersionId], form[PostedForm.Revision]) = (Newest.ContentItemVersionId, $"{Newest.Revision}");
        return form;
    }
}

/// <summary>A field that is not the same in the two versions.</summary>
/// <param name="Base">The field as the editor found it; null when that is not known any more.</param>
/// <param name="Theirs">The field as it is saved.</param>
/// <param name="Yours">The field as the editor typed it.</param>
internal sealed record MergeField(FormBox? Base, FormBox Theirs, FormBox Yours)
{
    public string Key => Theirs.Key;

    /// <summary>Who has changed it. Where nobody knows what it was before, both.</summary>
    public ChangedBy Changed =>
        Base is null ? ChangedBy.Both
        : Base.Comparable == Yours.Comparable ? ChangedBy.Them
        : Base.Comparable == Theirs.Comparable ? ChangedBy.You
        : ChangedBy.Both;

    public bool CanBeJoined => Theirs.EditableText is not null || Theirs.Joinable is not null;

    /// <summary>What they have changed; without the version before, what is saved.</summary>
    public IReadOnlyList<TextRun> TheirRuns => WordDifference.Between((Base ?? Theirs).Words, Theirs.Words);

    /// <summary>What you have changed; without the version before, the difference to theirs.</summary>
    public IReadOnlyList<TextRun> YourRuns => WordDifference.Between((Base ?? Theirs).Words, Yours.Words);
}

/// <summary>Who has changed a field.</summary>
internal enum ChangedBy
{
    Them,
    You,
    Both,
}

/// <summary>What is to stay of a field that both have changed.</summary>
internal enum MergeKeep
{
    Theirs,
    Yours,
    Both,
}

/// <summary>The choice for one field.</summary>
/// <param name="Keep">What is to stay.</param>
/// <param name="Text">Both together, as the editor has written it; only for text.</param>
internal sealed record MergeChoice(MergeKeep Keep, string Text = "");
