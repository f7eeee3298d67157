using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Definitions.History;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Fields;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.ChangingFields;

/// <summary>Adds, changes, orders, retires and removes fields (CMS-02). Pages, search and forms follow with the commit.</summary>
internal sealed partial class FieldEditing(PortalDb db, ContentDefinitions definitions, ReliedOn reliedOn, AffectedItems affected, BringingForward bringing)
{
    public const int LongestName = 60;

    // What the parts that code knows hold themselves, and a word of an address.
    private static readonly string[] Properties = ["Title", "Path", "Markdown", "Alias", "Terms", "TermContentType", "Add"];

    /// <summary>Finds a field; null when there is none.</summary>
    public async Task<EditedField?> FindAsync(string part, string field, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        return set.FindPart(part) is { } found && found.Fields.Find(candidate => candidate.Name == field) is { } definition
            ? new EditedField(found, definition, FieldShape.Of(definition), [.. set.TypesWith(found.Name)], set.VersionOf(ContentDefinitions.PartKind, found.Name),
                reliedOn.OfField(found.Name, definition.Name))
            : null;
    }

    /// <summary>The name in code and files that fits a label, for example "DressCode".</summary>
    public static string ProposeName(string label)
    {
        var words = Items.ContentRoutes.Slug(label).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(word => new string([.. word.Where(char.IsAsciiLetterOrDigit)])).Where(word => word.Length > 0)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        name = name.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        name = name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    /// <summary>Adds a field at the end of a part.</summary>
    /// <returns>What is wrong, by property of the page; empty when it is added.</returns>
    public async Task<IReadOnlyList<(string Property, string Message)>> AddAsync(string partName, string name, FieldShape shape, FieldForm form, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var part = ContentDefinitions.Copy(set.FindPart(partName)!);
        List<(string, string)> errors = [.. form.Check(shape).Select(error => ($"Form.{error.Property}", error.Message))];
        if (await NameFaultAsync(part, name, cancellation) is { } fault)
        {
            errors.Add(("Name", fault));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var field = new ContentFieldDefinition { Name = name };
        form.Write(field, shape);
        FieldForm.Set(field, "ContentPartFieldSettings", "Position", Position(part.Fields.Count));
        Renumber(part);
        part.Fields.Add(field);
        await definitions.SaveAsync(part, new DefinitionSave { What = $"Added the field {field.DisplayName} to {part.DisplayName}" }, cancellation);
        return [];
    }

    /// <summary>Writes a field's settings.</summary>
    /// <param name="edited">The field as it is.</param>
    /// <param name="form">The settings as they shall be.</param>
    /// <param name="expected">The version of the part that the form was filled with.</param>
    /// <param name="anyway">True to take out choices that items have.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed the part since.</exception>
    public async Task<FieldOutcome> ChangeAsync(EditedField edited, FieldForm form, int expected, bool anyway, CancellationToken cancellation)
    {
        if (edited.Shape is not { } shape)
        {
            return new FieldOutcome([("", "This field cannot be changed here")], []);
        }

        if (edited.Module is not null)
        {
            KeepWhatIsReliedOn(form, FieldForm.Read(edited.Field));
        }

        var ownChoices = edited.Module is null || FieldConversion.Options(edited.Field).Count > 0;
        List<(string, string)> errors = [.. form.Check(shape, ownChoices).Select(error => ($"Form.{error.Property}", error.Message))];
        var gone = shape.HasChoices ? await GoneChoicesAsync(edited, form, cancellation) : [];
        var known = reliedOn.ValuesOf(edited.Part.Name, edited.Field.Name);
        if (gone.FirstOrDefault(choice => known.Contains(choice.Value)) is { } fixedOne)
        {
            errors.Add(("Form.ChoiceNames", $"“{fixedOne.Name}” cannot be taken out: the module {edited.Module} relies on it"));
        }

        if (errors.Count > 0)
        {
            return new FieldOutcome(errors, []);
        }

        if (!anyway && gone.Any(choice => choice.Items > 0))
        {
            return new FieldOutcome([], [.. gone.Where(choice => choice.Items > 0)]);
        }

        var part = ContentDefinitions.Copy(edited.Part);
        var field = part.Fields.Find(candidate => candidate.Name == edited.Field.Name)!;
        form.Write(field, shape);
        await SaveAsync(part, edited, field, $"Changed the field {field.DisplayName} of {part.DisplayName}", expected, cancellation);
        return new FieldOutcome([], []);
    }

    /// <summary>Retires a field or brings it back.</summary>
    /// <returns>False when a module relies on it.</returns>
    public async Task<bool> RetireAsync(EditedField edited, bool retire, CancellationToken cancellation)
    {
        if (retire && edited.Module is not null)
        {
            return false;
        }

        var part = ContentDefinitions.Copy(edited.Part);
        var field = part.Fields.Find(candidate => candidate.Name == edited.Field.Name)!;
        FieldForm.Set(field, nameof(FieldUseSettings), nameof(FieldUseSettings.Retired), retire);
        await SaveAsync(part, edited, field, $"{(retire ? "Retired" : "Brought back")} the field {field.DisplayName} of {part.DisplayName}", edited.Version, cancellation);
        return true;
    }

    /// <summary>Takes a field off its part. Items keep what it holds, so that restoring the version before brings all back.</summary>
    /// <returns>False when a module relies on it.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed the part since.</exception>
    public async Task<bool> RemoveAsync(EditedField edited, int expected, CancellationToken cancellation)
    {
        if (edited.Module is not null)
        {
            return false;
        }

        var part = ContentDefinitions.Copy(edited.Part);
        part.Fields.RemoveAll(candidate => candidate.Name == edited.Field.Name);
        await SaveAsync(part, edited, after: null, $"Removed the field {edited.Field.DisplayName} from {part.DisplayName}", expected, cancellation);
        return true;
    }

    /// <summary>Moves a field one place up or down; at the end of the list it stays.</summary>
    public async Task MoveAsync(string partName, string fieldName, bool up, CancellationToken cancellation)
    {
        if ((await definitions.GetAsync(cancellation)).FindPart(partName) is not { } current)
        {
            return;
        }

        var part = ContentDefinitions.Copy(current);
        var order = part.AllFieldsInOrder.ToList();
        var from = order.FindIndex(field => field.Name == fieldName);
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= order.Count)
        {
            return;
        }

        (order[from], order[to]) = (order[to], order[from]);
        part.Fields = order;
        Renumber(part, order);
        await definitions.SaveAsync(part, new DefinitionSave { What = $"Moved the field {order[to].DisplayName} of {part.DisplayName} {(up ? "up" : "down")}" }, cancellation);
    }

    /// <summary>What is wrong with a new field's name; null when nothing is.</summary>
    private async Task<string?> NameFaultAsync(ContentPartDefinition part, string name, CancellationToken cancellation)
    {
        if (name.Length == 0)
        {
            return "Enter a name for files and code";
        }

        if (name.Length > LongestName || !NameShape().IsMatch(name))
        {
            return $"Name for files and code must begin with a letter and have only letters a to z, digits and underscores, up to {LongestName} characters";
        }

        if (part.Fields.Exists(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) || Properties.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return "There is a field of this name already. Choose a different name for files and code";
        }

        var former = await db.Set<DefinitionVersion>().Where(version => version.Kind == ContentDefinitions.PartKind && version.Name == part.Name && version.Json != DefinitionVersion.Removed)
            .Select(version => version.Json).ToListAsync(cancellation);
        return former.Exists(json => ContentDefinitions.Read<ContentPartDefinition>(json).Fields.Exists(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            ? "A field of this name was removed, and items may still hold what it held. Bring it back from the history, or choose a different name for files and code"
            : null;
    }

    private static void KeepWhatIsReliedOn(FieldForm form, FieldForm before)
    {
        (form.Facet, form.OnPage, form.InLists) = (before.Facet, before.OnPage, before.InLists);
        (form.Multiple, form.TaxonomyId, form.Types, form.Scale) = (before.Multiple, before.TaxonomyId, before.Types, before.Scale);
    }

    private async Task<IReadOnlyList<GoneChoice>> GoneChoicesAsync(EditedField edited, FieldForm form, CancellationToken cancellation)
    {
        var kept = form.Choices.Select(choice => choice.Value).ToHashSet();
        var gone = ChangingKinds.FieldConversion.Options(edited.Field).Where(choice => !kept.Contains(choice.Value)).ToList();
        if (gone.Count == 0)
        {
            return [];
        }

        var items = (await affected.OfFieldAsync(edited.Part.Name, edited.Field.Name, cancellation)).Items;
        return [.. gone.Select(choice => new GoneChoice(choice.Value, choice.Name, items.Count(item => Has(item.Value, choice.Value))))];
    }

    private static bool Has(JsonObject value, string choice) =>
        value[nameof(TextField.Text)]?.ToString() == choice || (value[nameof(MultiTextField.Values)] as JsonArray)?.Any(one => one?.ToString() == choice) == true;

    private async Task SaveAsync(ContentPartDefinition part, EditedField edited, ContentFieldDefinition? after, string what, int expected, CancellationToken cancellation)
    {
        var isChanged = await definitions.SaveAsync(part, new DefinitionSave { What = what, Expected = expected }, cancellation);
        if (isChanged && MattersToSearch(edited.Field, after))
        {
            await bringing.BeginAsync(what, edited.Types, change: null, cancellation);
        }
    }

    /// <summary>True when the index says something else of items than before.</summary>
    internal static bool MattersToSearch(ContentFieldDefinition before, ContentFieldDefinition? after)
    {
        var (was, now) = (before.UseSettings, after?.UseSettings ?? new FieldUseSettings { Retired = true });
        return was.Retired != now.Retired || (!now.Retired && (was.Facet != now.Facet || was.InLists != now.InLists
            || (now.InLists && before.DisplayName != after!.DisplayName)
            || !ChangingKinds.FieldConversion.Options(before).SequenceEqual(ChangingKinds.FieldConversion.Options(after!))));
    }

    private static void Renumber(ContentPartDefinition part, IEnumerable<ContentFieldDefinition>? order = null)
    {
        foreach (var (index, field) in (order ?? part.AllFieldsInOrder.ToList()).Index())
        {
            FieldForm.Set(field, "ContentPartFieldSettings", "Position", Position(index));
        }
    }

    private static string Position(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex NameShape();
}

/// <summary>A field that is looked at to be changed.</summary>
/// <param name="Part">Its part.</param>
/// <param name="Field">The field.</param>
/// <param name="Shape">Its kind; null for one that people cannot choose.</param>
/// <param name="Types">The names of the types that have the part.</param>
/// <param name="Version">The version of the part.</param>
/// <param name="Module">The name of the module that relies on the field; null when none does.</param>
internal sealed record EditedField(ContentPartDefinition Part, ContentFieldDefinition Field, FieldShape? Shape, IReadOnlyList<string> Types, int Version, string? Module);

/// <summary>A choice that is to be taken out.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">How many of the newest items have it.</param>
internal sealed record GoneChoice(string Value, string Name, int Items);

/// <summary>What came of changing a field.</summary>
/// <param name="Errors">What is wrong, by property of the page.</param>
/// <param name="InUse">Choices that were to go and that items have; nothing is saved while there are some.</param>
internal sealed record FieldOutcome(IReadOnlyList<(string Property, string Message)> Errors, IReadOnlyList<GoneChoice> InUse)
{
    public bool IsSaved => Errors.Count == 0 && InUse.Count == 0;
}
