using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Editing.Parts;

/// <summary>The terms of a taxonomy by name. A term keeps its id; one that content uses cannot be taken out.</summary>
internal sealed class TaxonomyPartEditor(ContentUses uses) : IPartEditor
{
    private const string Terms = nameof(TaxonomyPart.Terms);
    private const string Id = nameof(TermItem.ContentItemId);
    private const string Name = nameof(TermItem.DisplayText);

    public string Part => nameof(TaxonomyPart);

    public Task<FormBox> ShowAsync(PartPlace place, ContentItem item, PostedForm? form, CancellationToken cancellation)
    {
        List<TermRow> rows = [];
        Collect((item.Content[place.Name] as JsonObject)?[Terms] as JsonArray, depth: 0, rows);
        var empty = Enumerable.Range(0, FormAction.EmptyRows(form, $"{place.Name}.{Terms}") + 1).Select(_ => new TermRow(Identifiers.New(), "", 0));
        return Task.FromResult<FormBox>(new TermsBox(place, [.. rows, .. empty]));
    }

    public async Task ReadAsync(PartPlace place, ContentItem item, PostedForm form, CancellationToken cancellation)
    {
        var ids = form.Row(TermsBox.IdKey(place.Name));
        var names = form.Row(TermsBox.NameKey(place.Name));
        var part = item.Content[place.Name] as JsonObject;
        if (part is null)
        {
            item.Content[place.Name] = part = [];
        }

        if (part[Terms] is not JsonArray terms)
        {
            part[Terms] = terms = [];
        }

        foreach (var (id, name) in ids.Zip(names))
        {
            if (Find(terms, id) is not { } term)
            {
                if (name.Length > 0 && id.Length is > 0 and <= Identifiers.MaximumLength)
                {
                    terms.Add(NewTerm(item, part, id, name));
                }
            }
            else if (name.Length == 0)
            {
                await TakeOutAsync(place, item, form, term, cancellation);
            }
            else if (term.ReadText(Name) != name)
            {
                Rename(term, name);
            }
        }
    }

    private async Task TakeOutAsync(PartPlace place, ContentItem item, PostedForm form, JsonObject term, CancellationToken cancellation)
    {
        var name = term.ReadText(Name);
        if (term[Terms] is JsonArray { Count: > 0 })
        {
            form.Refuse($"{place.Name}.{Terms}", $"{name} has terms below it. Take those out first");
        }
        else if (await uses.CountAsync(term.ReadText(Id), except: item.ContentItemId, cancellation) is > 0 and var count)
        {
            form.Refuse($"{place.Name}.{Terms}", $"{name} is used by {(count == 1 ? "1 item" : $"{count} items")}. Choose another term there first");
        }
        else
        {
            ((JsonArray)term.Parent!).Remove(term);
        }
    }

    private static JsonObject NewTerm(ContentItem item, JsonObject part, string id, string name) => new()
    {
        [Id] = id,
        [nameof(ContentItem.ContentType)] = part.ReadText(nameof(TaxonomyPart.TermContentType)),
        [Name] = name,
        [nameof(TitlePart)] = new JsonObject { [nameof(TitlePart.Title)] = name },
        ["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = item.ContentItemId },
    };

    private static void Rename(JsonObject term, string name)
    {
        term[Name] = name;
        if (term[nameof(TitlePart)] is JsonObject title)
        {
            title[nameof(TitlePart.Title)] = name;
        }
    }

    private static JsonObject? Find(JsonArray terms, string id)
    {
        foreach (var term in terms.OfType<JsonObject>())
        {
            if (term.ReadText(Id) == id)
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

    private static void Collect(JsonArray? terms, int depth, List<TermRow> rows)
    {
        foreach (var term in terms?.OfType<JsonObject>() ?? [])
        {
            rows.Add(new TermRow(term.ReadText(Id), term.ReadText(Name), depth));
            Collect(term[Terms] as JsonArray, depth + 1, rows);
        }
    }
}

/// <summary>A term in the form.</summary>
internal sealed record TermRow(string Id, string Name, int Depth);

/// <summary>A box for terms.</summary>
internal sealed record TermsBox(PartPlace Place, IReadOnlyList<TermRow> Rows)
    : PartBox(Place, nameof(TaxonomyPart.Terms), "/Content/Editing/Parts/Terms.cshtml")
{
    public override Reading Reading => new([.. Rows.Where(row => row.Name.Length > 0).Select(row => row.Name)]);

    public static string IdKey(string part) => $"{part}.Id";

    public static string NameKey(string part) => $"{part}.Name";
}
