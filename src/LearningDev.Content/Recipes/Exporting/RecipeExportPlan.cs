namespace LearningDev.Content.Recipes.Exporting;

/// <summary>The kinds of thing that something exported can refer to.</summary>
public enum ExportNeed
{
    /// <summary>A content item, by id.</summary>
    ContentItem,

    /// <summary>The definition of a content type, by name.</summary>
    ContentType,

    /// <summary>A file of the media library, by path.</summary>
    File,

    /// <summary>All of another source, by its id.</summary>
    Source,
}

/// <summary>What an export is going to hold: what was chosen, and what that refers to.</summary>
public sealed class RecipeExportPlan
{
    private readonly HashSet<(ExportNeed Kind, string Id)> known = [];
    private readonly HashSet<string> neededSources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> openItems = new();
    private readonly Queue<string> openTypes = new();

    internal RecipeExportPlan(RecipeExportOptions options) => Options = options;

    /// <summary>What was asked for.</summary>
    public RecipeExportOptions Options { get; }

    /// <summary>What is deliberately left out, what is missing and what was taken along: sentences for people.</summary>
    public IReadOnlyList<string> Notes { get; internal set; } = [];

    /// <summary>The versions of content items, in the order of the file: what others refer to comes before them.</summary>
    internal IReadOnlyList<PlannedVersion> Versions { get; set; } = [];

    /// <summary>The names of content types whose definitions are exported.</summary>
    internal SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of the files that are exported.</summary>
    internal SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The user names of the people whom content names, by id.</summary>
    internal Dictionary<string, string> UserNames { get; } = [];

    /// <summary>What was not chosen and is exported because something refers to it.</summary>
    internal List<PlannedReference> TakenAlong { get; } = [];

    /// <summary>What something refers to and the export leaves out, because it was told so.</summary>
    internal List<PlannedReference> LeftOut { get; } = [];

    /// <summary>What something refers to and the portal does not have.</summary>
    internal List<PlannedReference> Missing { get; } = [];

    /// <summary>True when a source is exported: chosen, or needed as a whole by another.</summary>
    public bool Has(string sourceId) => Options.Sources.ContainsKey(sourceId) || neededSources.Contains(sourceId);

    /// <summary>True when a source is exported and with it the given one of its choices.</summary>
    public bool Has(string sourceId, string choice) => neededSources.Contains(sourceId)
        || (Options.Sources.TryGetValue(sourceId, out var chosen) && (chosen.Count == 0 || chosen.Contains(choice, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Says that what is exported refers to something, which is then taken along unless the export was told to leave such things out.</summary>
    /// <param name="kind">What kind of thing it is.</param>
    /// <param name="id">Its id, name or path.</param>
    /// <param name="by">What refers to it, as people know it.</param>
    public void Need(ExportNeed kind, string id, string by)
    {
        if (IsChosenAsWhole(kind, id) || !known.Add((kind, id)))
        {
            return;
        }

        var reference = new PlannedReference(kind, id, by);
        if (!Options.WithReferences)
        {
            LeftOut.Add(reference);
            return;
        }

        TakenAlong.Add(reference);
        Take(kind, id);
    }

    /// <summary>Takes something in because it was chosen.</summary>
    internal void Choose(ExportNeed kind, string id)
    {
        if (known.Add((kind, id)))
        {
            Take(kind, id);
        }
    }

    /// <summary>The ids of needed items that nobody has looked at yet.</summary>
    internal IReadOnlyList<string> TakeOpenItems() => TakeAll(openItems);

    /// <summary>The names of needed types that nobody has looked at yet.</summary>
    internal IReadOnlyList<string> TakeOpenTypes() => TakeAll(openTypes);

    private static List<string> TakeAll(Queue<string> open)
    {
        List<string> all = [.. open];
        open.Clear();
        return all;
    }

    private bool IsChosenAsWhole(ExportNeed kind, string id) => kind == ExportNeed.Source && Has(id);

    private void Take(ExportNeed kind, string id)
    {
        switch (kind)
        {
            case ExportNeed.ContentItem:
                openItems.Enqueue(id);
                break;
            case ExportNeed.ContentType:
                Types.Add(id);
                openTypes.Enqueue(id);
                break;
            case ExportNeed.File:
                Files.Add(id);
                break;
            default:
                neededSources.Add(id);
                break;
        }
    }
}

/// <summary>A version of a content item that is going to be exported.</summary>
/// <param name="RowId">The version's row.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="ContentType">The name of the item's type.</param>
/// <param name="DisplayText">The item's name.</param>
/// <param name="Published">True for what everybody sees, false for a draft.</param>
internal sealed record PlannedVersion(long RowId, string ContentItemId, string ContentType, string DisplayText, bool Published);

/// <summary>Something that is referred to.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Id">Its id, name or path.</param>
/// <param name="By">What refers to it first, as people know it.</param>
internal sealed record PlannedReference(ExportNeed Kind, string Id, string By);
