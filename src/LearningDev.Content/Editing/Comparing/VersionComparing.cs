using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Content.Text;

namespace LearningDev.Content.Editing.Comparing;

/// <summary>Compares two versions of an item, field by field under the labels of the definition, and word by word (CMS-01).</summary>
internal sealed class VersionComparing(ContentForms forms)
{
    /// <summary>Compares two versions.</summary>
    /// <param name="type">The item's type, as it is defined now.</param>
    /// <param name="earlier">The earlier version.</param>
    /// <param name="later">The later version.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<IReadOnlyList<ComparedSection>> CompareAsync(ContentTypeDefinition type, ContentItem earlier, ContentItem later, CancellationToken cancellation)
    {
        var before = (await forms.ShowAsync(type, earlier, form: null, cancellation)).Sections.ToDictionary(section => section.Name);
        var after = (await forms.ShowAsync(type, later, form: null, cancellation)).Sections.ToDictionary(section => section.Name);
        List<ComparedSection> sections =
        [
            .. before.Values.Select(section => section.Name).Union(after.Values.Select(section => section.Name))
                .Select(name => Compare(before.GetValueOrDefault(name), after.GetValueOrDefault(name))),
        ];
        var shown = sections.Where(section => section.Fields.Count > 0).Select(section => section.Name).ToHashSet();
        var hidden = earlier.Content.Select(part => part.Key).Union(later.Content.Select(part => part.Key))
            .Where(part => !shown.Contains(part) && !JsonNode.DeepEquals(earlier.Content[part], later.Content[part]));
        return [.. sections.Where(section => section.Fields.Count > 0), .. hidden.Select(part => new ComparedSection(part, part, []))];
    }

    private static ComparedSection Compare(FormSection? before, FormSection? after)
    {
        var section = after ?? before!;
        var old = Boxes(before);
        var current = Boxes(after);
        return new ComparedSection(section.Name, section.Heading,
        [
            .. old.Keys.Union(current.Keys).Select(key => Compare(old.GetValueOrDefault(key), current.GetValueOrDefault(key))).OfType<ComparedField>(),
        ]);
    }

    private static Dictionary<string, FormBox> Boxes(FormSection? section) => section?.Boxes.DistinctBy(box => box.Key).ToDictionary(box => box.Key) ?? [];

    private static ComparedField? Compare(FormBox? before, FormBox? after)
    {
        var (old, current) = (TextOf(before), TextOf(after));
        return old.Length == 0 && current.Length == 0 ? null
            : new ComparedField((after ?? before!).Name, old == current, WordDifference.Between(old, current));
    }

    private static string TextOf(FormBox? box) => box?.Reading is not { } reading ? ""
        : reading.Markdown is { Length: > 0 } markdown ? markdown.ReplaceLineEndings("\n")
        : reading.Url is { Length: > 0 } url && !reading.Lines.Contains(url) ? string.Join('\n', [.. reading.Lines, url])
        : string.Join('\n', reading.Lines);
}

/// <summary>A part of two versions.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Heading">The name that people read.</param>
/// <param name="Fields">What is filled in in one of the versions or both; empty for a part that differs and cannot be shown.</param>
internal sealed record ComparedSection(string Name, string Heading, IReadOnlyList<ComparedField> Fields)
{
    /// <summary>True for a part that differs and that no form can show.</summary>
    public bool IsHidden => Fields.Count == 0;
}

/// <summary>A field of two versions.</summary>
/// <param name="Name">The label.</param>
/// <param name="IsSame">True when both versions say the same.</param>
/// <param name="Runs">What stayed, went and came, in order.</param>
internal sealed record ComparedField(string Name, bool IsSame, IReadOnlyList<TextRun> Runs);
