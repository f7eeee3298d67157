using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Taxonomies.Administering;

/// <summary>Adds, renames, moves, merges and retires terms; each is a new published version of the taxonomy (CMS-02).</summary>
internal sealed class TermEditing(PortalDb db, ContentItems items, ContentDefinitions definitions, BringingForward bringing, SearchSnapshots snapshots)
{
    public const int LongestName = 100;

    private const string Terms = nameof(TaxonomyPart.Terms);
    private const string Id = nameof(TermItem.ContentItemId);
    private const string Name = nameof(TermItem.DisplayText);
    private const int MostRead = 500;

    /// <summary>Finds a taxonomy to change; null when there is none.</summary>
    public async Task<EditedTaxonomy?> FindAsync(string id, CancellationToken cancellation) =>
        await items.FindAsync(id, VersionChoice.Latest, cancellation) is { ContentType: TaxonomyReader.ContentType } item ? new EditedTaxonomy(item, Taxonomy.Read(item)) : null;

    /// <summary>Adds a term at the end, below another or at the top.</summary>
    /// <param name="edited">The taxonomy.</param>
    /// <param name="id">The id that the term gets; one that is there already changes nothing, so that a second click does no harm.</param>
    /// <param name="name">Its name.</param>
    /// <param name="under">The id of the term above it; empty for the top.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is wrong; null when it is done.</returns>
    public Task<string?> AddAsync(EditedTaxonomy edited, string id, string name, string under, CancellationToken cancellation) => ChangeAsync(edited, terms =>
    {
        if (Find(terms, id) is not null)
        {
            return null;
        }

        if (Fault(edited, name, except: "") is { } fault)
        {
            return fault;
        }

        var part = edited.Item.Content[nameof(TaxonomyPart)]!;
        Below(terms, under).Add(new JsonObject
        {
            [Id] = id,
            [nameof(ContentItem.ContentType)] = part[nameof(TaxonomyPart.TermContentType)]?.ToString() ?? "",
            [Name] = name,
            [nameof(TitlePart)] = new JsonObject { [nameof(TitlePart.Title)] = name },
            [nameof(TermPart)] = new JsonObject { ["TaxonomyContentItemId"] = edited.Item.ContentItemId },
        });
        return null;
    }, cancellation);

    /// <summary>Renames a term and puts it below another.</summary>
    public Task<string?> ChangeAsync(EditedTaxonomy edited, string id, string name, string under, CancellationToken cancellation) => ChangeAsync(edited, terms =>
    {
        var term = Find(terms, id)!;
        if (Fault(edited, name, except: id) is { } fault)
        {
            return fault;
        }

        term[Name] = name;
        if (term[nameof(TitlePart)] is JsonObject title)
        {
            title[nameof(TitlePart.Title)] = name;
        }

        if (ParentOf(term) != under)
        {
            if (under == id || (term[Terms] is JsonArray below && Find(below, under) is not null))
            {
                return "A term cannot stand below itself";
            }

            ((JsonArray)term.Parent!).Remove(term);
            Below(terms, under).Add(term);
        }

        return null;
    }, cancellation);

    /// <summary>Moves a term one place up or down among those beside it.</summary>
    public Task<string?> MoveAsync(EditedTaxonomy edited, string id, bool up, CancellationToken cancellation) => ChangeAsync(edited, terms =>
    {
        var term = Find(terms, id)!;
        var beside = (JsonArray)term.Parent!;
        var to = beside.IndexOf(term) + (up ? -1 : 1);
        if (to >= 0 && to < beside.Count)
        {
            beside.Remove(term);
            beside.Insert(to, term);
        }

        return null;
    }, cancellation);

    /// <summary>Retires a term, so that editors cannot choose it any more, or brings it back.</summary>
    public Task<string?> RetireAsync(EditedTaxonomy edited, string id, bool retire, CancellationToken cancellation) => ChangeAsync(edited, terms =>
    {
        var term = Find(terms, id)!;
        if (term[nameof(TermPart)] is not JsonObject part)
        {
            term[nameof(TermPart)] = part = [];
        }

        if (retire)
        {
            part[nameof(TermPart.Retired)] = true;
        }
        else
        {
            part.Remove(nameof(TermPart.Retired));
        }

        return null;
    }, cancellation);

    /// <summary>How many items have a term.</summary>
    public async Task<TermUse> UseAsync(EditedTaxonomy edited, string id, CancellationToken cancellation)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        var codes = snapshot.Codes.Values.Index().Where(value => value.Item.Value == id).Select(value => value.Index).ToHashSet();
        var published = codes.Count == 0 ? 0 : snapshot.Documents.Count(document => Array.Exists(document.Values, codes.Contains));
        string[] types = [.. await TypesAsync(edited, cancellation)];
        var rows = db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && EF.Parameter(types).Contains(row.ContentType));
        var newest = await rows.OrderByDescending(row => row.ModifiedUtc).Take(MostRead).Select(row => row.Json).ToListAsync(cancellation);
        return new TermUse(published, newest.Count(json => json.Contains($"\"{id}\"", StringComparison.Ordinal)), newest.Count, await rows.CountAsync(cancellation));
    }

    /// <summary>Merges a term into another: the terms below it and the items that have it go over, and it is gone.</summary>
    /// <returns>What is wrong, and the work that brings the items forward; neither when nothing had to be done.</returns>
    public async Task<(string? Fault, DefinitionWork? Work)> MergeAsync(EditedTaxonomy edited, Term term, Term into, CancellationToken cancellation)
    {
        var fault = await ChangeAsync(edited, terms =>
        {
            var from = Find(terms, term.Id)!;
            if (term.Id == into.Id || (from[Terms] is JsonArray below && Find(below, into.Id) is not null))
            {
                return "A term cannot be merged into one that stands below it. Move that one first";
            }

            var target = Below(terms, into.Id);
            foreach (var moved in (from[Terms] as JsonArray)?.ToList() ?? [])
            {
                ((JsonArray)from[Terms]!).Remove(moved);
                target.Add(moved);
            }

            ((JsonArray)from.Parent!).Remove(from);
            return null;
        }, cancellation);
        if (fault is not null)
        {
            return (fault, null);
        }

        return (null, await bringing.BeginAsync(
            $"Merged the term {term.Name} of {edited.Taxonomy.Name} into {into.Name}", await TypesAsync(edited, cancellation),
            new MergedTerm(term.Id, term.Name, into.Id, into.Name), cancellation));
    }

    /// <summary>The names of the types that have a field for terms of the taxonomy.</summary>
    private async Task<IReadOnlyCollection<string>> TypesAsync(EditedTaxonomy edited, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        return [.. set.Types.Where(type => type.Parts.SelectMany(part => set.FindPart(part.PartName)?.Fields ?? []).Any(field => field.FieldName == nameof(TaxonomyField)
            && field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId is var id && (id == edited.Taxonomy.Id || (id.Length > 0 && id == edited.Taxonomy.Alias)))).Select(type => type.Name)];
    }

    private async Task<string?> ChangeAsync(EditedTaxonomy edited, Func<JsonArray, string?> change, CancellationToken cancellation)
    {
        if (!edited.Item.Published)
        {
            return $"{edited.Taxonomy.Name} has a draft that is not published. Publish it first";
        }

        var before = edited.Item.Content.DeepClone();
        if (edited.Item.Content[nameof(TaxonomyPart)] is not JsonObject part)
        {
            edited.Item.Content[nameof(TaxonomyPart)] = part = [];
        }

        if (part[Terms] is not JsonArray terms)
        {
            part[Terms] = terms = [];
        }

        if (change(terms) is { } fault)
        {
            return fault;
        }

        if (JsonNode.DeepEquals(before, edited.Item.Content))
        {
            return null;
        }

        try
        {
            await items.PublishAsync(edited.Item, cancellation);
            return null;
        }
        catch (ContentConflictException)
        {
            return "Somebody else changed this taxonomy just now. Look at it and try again";
        }
    }

    private static string? Fault(EditedTaxonomy edited, string name, string except) =>
        name.Length == 0 ? "Enter a name"
        : name.Length > LongestName ? $"Name must be {LongestName} characters or fewer"
        : edited.Taxonomy.Terms.Any(term => term.Id != except && string.Equals(term.Name, name, StringComparison.OrdinalIgnoreCase)) ? "There is a term of this name already. Merge the two, or choose a different name"
        : null;

    private static string ParentOf(JsonObject term) => term.Parent?.Parent is JsonObject above && above.ContainsKey(Id) ? above[Id]!.ToString() : "";

    private static JsonArray Below(JsonArray terms, string id)
    {
        if (id.Length == 0 || Find(terms, id) is not { } term)
        {
            return terms;
        }

        if (term[Terms] is not JsonArray below)
        {
            term[Terms] = below = [];
        }

        return below;
    }

    private static JsonObject? Find(JsonArray terms, string id)
    {
        foreach (var term in terms.OfType<JsonObject>())
        {
            if (term[Id]?.ToString() == id)
            {
                return term;
            }

            if (term[Terms] is JsonArray below && Find(below, id) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>A taxonomy that is looked at to be changed.</summary>
/// <param name="Item">Its newest version.</param>
/// <param name="Taxonomy">The same, read.</param>
internal sealed record EditedTaxonomy(ContentItem Item, Taxonomy Taxonomy)
{
    /// <summary>Finds a term; null when there is none.</summary>
    public Term? Find(string id) => Taxonomy.Terms.FirstOrDefault(term => term.Id == id);

    /// <summary>The id of the term above one; empty at the top.</summary>
    public string ParentOf(Term term)
    {
        var at = Taxonomy.Terms.ToList().IndexOf(term);
        return Taxonomy.Terms.Take(at).LastOrDefault(above => above.Depth == term.Depth - 1 && term.Depth > 0)?.Id ?? "";
    }

    /// <summary>The terms below one, at any depth.</summary>
    public IReadOnlyList<Term> Below(Term term) => [.. Taxonomy.Terms.SkipWhile(one => one != term).Skip(1).TakeWhile(one => one.Depth > term.Depth)];
}

/// <summary>How many items have a term.</summary>
/// <param name="Published">How many published items search finds under it.</param>
/// <param name="Newest">How many of the newest items have it.</param>
/// <param name="Read">How many of the newest items were read.</param>
/// <param name="Total">How many items have a field for it.</param>
internal sealed record TermUse(int Published, int Newest, int Read, int Total)
{
    /// <summary>The same, in a sentence.</summary>
    public string Words => Total == 0 ? "No items have a field for it."
        : Read >= Total ? Newest == 0 ? "No items have it." : Newest == 1 ? "1 item has it." : $"{Newest:#,0} items have it."
        : $"Search finds {Published:#,0} published {(Published == 1 ? "item" : "items")} under it; of the newest {Read:#,0} of {Total:#,0} items, drafts among them, {Newest:#,0} {(Newest == 1 ? "has" : "have")} it.";
}
