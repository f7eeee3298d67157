using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Content.PrivateItems;

namespace LearningDev.Content.Definitions.ChangingTypes;

/// <summary>Adds, changes, retires and removes content types, and gives them parts (CMS-02).</summary>
internal sealed partial class TypeEditing(
    ContentDefinitions definitions, ReliedOn reliedOn, AffectedItems affected, BringingForward bringing, PrivateTypes privates, IEnumerable<ItemAddress> addresses)
{
    private const string Place = "ContentTypePartSettings";

    /// <summary>The parts that types may be given, with those that every type can have settled elsewhere left out.</summary>
    public static IReadOnlyList<ContentPartDefinition> Attachable(DefinitionSet set, ContentTypeDefinition? type) =>
        [.. set.Parts.Where(part => part.PartSettings.Attachable && part.Name is not (nameof(TitlePart) or nameof(AutoroutePart))
            && type?.Parts.Exists(one => one.PartName == part.Name) != true).OrderBy(part => part.DisplayName, StringComparer.CurrentCulture)];

    /// <summary>Adds a type with a title, the chosen parts, a part for fields of its own, and an address where it has pages.</summary>
    /// <returns>What is wrong, by property of the page; empty when it is added.</returns>
    public async Task<IReadOnlyList<(string Property, string Message)>> AddAsync(string name, TypeForm form, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<(string, string)> errors = [.. form.Check().Select(error => ($"Form.{error.Property}", error.Message))];
        if (name.Length == 0 || name.Length > TypeForm.LongestName || !NameShape().IsMatch(name))
        {
            errors.Add(("Name", $"Name for files and code must begin with a letter and have only letters a to z and digits, up to {TypeForm.LongestName}"));
        }
        else if (set.FindType(name) is not null || set.FindPart(name) is not null || TypeLinks.Reserved.Contains(name.ToLowerInvariant()))
        {
            errors.Add(("Name", "There is a type or part of this name already. Choose a different name for files and code"));
        }

        if (set.Types.FirstOrDefault(type => string.Equals(type.DisplayName, form.DisplayName?.Trim(), StringComparison.OrdinalIgnoreCase)) is not null)
        {
            errors.Add(("Form.DisplayName", "There is a type of this name already"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var own = new ContentPartDefinition { Name = name };
        own.Settings[nameof(ContentPartSettings)] = new JsonObject { ["Attachable"] = false, ["DisplayName"] = form.DisplayName!.Trim() };
        var type = new ContentTypeDefinition { Name = name };
        string[] all = [nameof(TitlePart), .. Attachable(set, null).Select(part => part.Name).Where(parts.Contains), name];
        type.Parts.AddRange(all.Select((part, index) => Part(part, index)));
        Set(type, nameof(ContentTypeSettings), "Creatable", true);
        Set(type, nameof(ContentTypeSettings), "Versionable", true);
        Write(type, form);
        var what = $"Added the content type {type.DisplayName}";
        await definitions.SaveAsync(type, new DefinitionSave { What = what }, cancellation);
        await definitions.SaveAsync(own, new DefinitionSave { What = $"Added the part {name} for the fields of {type.DisplayName}" }, cancellation);
        return [];
    }

    /// <summary>Writes a type's settings.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else has changed the type since.</exception>
    public async Task<IReadOnlyList<(string Property, string Message)>> ChangeAsync(ContentTypeDefinition current, TypeForm form, int expected, CancellationToken cancellation)
    {
        var before = TypeForm.Read(current);
        if (await reliedOn.OfTypeAsync(current.Name, cancellation) is not null)
        {
            (form.HasPage, form.Searchable) = (before.HasPage, before.Searchable);
        }

        form.Listable &= !privates.Contains(current.Name);

        var set = await definitions.GetAsync(cancellation);
        List<(string, string)> errors = [.. form.Check().Select(error => ($"Form.{error.Property}", error.Message))];
        if (set.Types.Any(type => type.Name != current.Name && string.Equals(type.DisplayName, form.DisplayName?.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            errors.Add(("Form.DisplayName", "There is a type of this name already"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var type = ContentDefinitions.Copy(current);
        Write(type, form);
        var what = $"Changed the content type {type.DisplayName}";
        await SaveAsync(type, what, expected, before.Searchable != form.Searchable || before.HasPage != form.HasPage || before.DisplayName != type.DisplayName, cancellation);
        return [];
    }

    /// <summary>Gives a type a part.</summary>
    public async Task<bool> AddPartAsync(ContentTypeDefinition current, string part, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (Attachable(set, current).FirstOrDefault(one => one.Name == part) is not { } added)
        {
            return false;
        }

        var type = ContentDefinitions.Copy(current);
        type.Parts = [.. type.PartsInOrder];
        var last = type.Parts.FindIndex(one => one.PartName == nameof(AutoroutePart));
        type.Parts.Insert(last < 0 ? type.Parts.Count : last, Part(part, 0));
        Renumber(type);
        await SaveAsync(type, $"Gave the content type {type.DisplayName} the part {added.DisplayName}", set.VersionOf(ContentDefinitions.TypeKind, type.Name), matters: true, cancellation);
        return true;
    }

    /// <summary>Takes a part off a type. Items keep what it holds, so that adding it again brings it back.</summary>
    /// <returns>False when a module relies on it, or it is the title or the type's own.</returns>
    public async Task<bool> RemovePartAsync(ContentTypeDefinition current, string part, int expected, CancellationToken cancellation)
    {
        if (!await MayRemovePartAsync(current, part, cancellation))
        {
            return false;
        }

        var type = ContentDefinitions.Copy(current);
        type.Parts.RemoveAll(one => one.Name == part);
        await SaveAsync(type, $"Took the part {part} off the content type {type.DisplayName}", expected, matters: true, cancellation);
        return true;
    }

    /// <summary>True for a part that an editor may take off a type.</summary>
    public async Task<bool> MayRemovePartAsync(ContentTypeDefinition type, string part, CancellationToken cancellation) =>
        part != type.Name && part is not (nameof(TitlePart) or nameof(AutoroutePart)) && type.Parts.Exists(one => one.Name == part)
        && await reliedOn.OfPartOfTypeAsync(type.Name, part, cancellation) is null;

    /// <summary>Moves a part one place up or down in the form.</summary>
    public async Task MovePartAsync(ContentTypeDefinition current, string part, bool up, CancellationToken cancellation)
    {
        var type = ContentDefinitions.Copy(current);
        type.Parts = [.. type.PartsInOrder];
        var from = type.Parts.FindIndex(one => one.Name == part);
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= type.Parts.Count)
        {
            return;
        }

        (type.Parts[from], type.Parts[to]) = (type.Parts[to], type.Parts[from]);
        Renumber(type);
        await definitions.SaveAsync(type, new DefinitionSave { What = $"Moved the part {part} of {type.DisplayName} {(up ? "up" : "down")}" }, cancellation);
    }

    /// <summary>Retires a type, so that no new items are made, or brings it back.</summary>
    public async Task RetireAsync(ContentTypeDefinition current, bool retire, CancellationToken cancellation)
    {
        var type = ContentDefinitions.Copy(current);
        Set(type, nameof(ContentTypeSettings), "Creatable", !retire);
        Set(type, nameof(TypeUseSettings), nameof(TypeUseSettings.Retired), retire);
        await definitions.SaveAsync(type, new DefinitionSave { What = $"{(retire ? "Retired" : "Brought back")} the content type {type.DisplayName}" }, cancellation);
    }

    /// <summary>Why a type cannot be removed, in a sentence; null when it can.</summary>
    public async Task<string?> KeptByAsync(ContentTypeDefinition type, CancellationToken cancellation)
    {
        if (await reliedOn.OfTypeAsync(type.Name, cancellation) is { } module)
        {
            return $"The module {module} relies on it.";
        }

        var items = (await affected.CountsAsync(cancellation)).GetValueOrDefault(type.Name);
        return items == 0 ? null : $"There {(items == 1 ? "is 1 item" : $"are {items:#,0} items")} of it. Remove {(items == 1 ? "it" : "them")} first, or retire the type.";
    }

    /// <summary>Removes a type that nothing needs, with the part for fields of its own. Both can be restored from the history.</summary>
    public async Task RemoveAsync(ContentTypeDefinition type, CancellationToken cancellation)
    {
        await definitions.RemoveTypeAsync(type.Name, cancellation);
        if (!(await definitions.GetAsync(cancellation)).TypesWith(type.Name).Any())
        {
            await definitions.RemovePartAsync(type.Name, cancellation);
        }
    }

    private async Task SaveAsync(ContentTypeDefinition type, string what, int expected, bool matters, CancellationToken cancellation)
    {
        if (await definitions.SaveAsync(type, new DefinitionSave { What = what, Expected = expected }, cancellation) && matters)
        {
            await bringing.BeginAsync(what, [type.Name], change: null, cancellation);
        }
    }

    private void Write(ContentTypeDefinition type, TypeForm form)
    {
        type.DisplayName = form.DisplayName!.Trim();
        Set(type, nameof(ContentTypeSettings), "Description", form.Description?.ReplaceLineEndings(" ").Trim() ?? "");
        Set(type, nameof(ContentTypeSettings), "Draftable", form.Draftable);
        Set(type, nameof(ContentTypeSettings), "Listable", form.Listable);
        Set(type, nameof(TypeUseSettings), nameof(TypeUseSettings.Searchable), form.Searchable);
        var route = type.Parts.Find(part => part.PartName == nameof(AutoroutePart));
        if (!form.HasPage && route is not null)
        {
            type.Parts.Remove(route);
        }
        else if (form.HasPage && route is null)
        {
            var beginning = addresses.FirstOrDefault(address => type.Parts.Exists(part => part.PartName == address.Part))?.Beginning ?? ItemPages.Beginning(type.Name);
            route = Part(nameof(AutoroutePart), type.Parts.Count);
            route.Settings[nameof(AutoroutePartSettings)] = new JsonObject
            {
                ["AllowCustomPath"] = true,
                ["Pattern"] = $"{beginning}{{{{ ContentItem.DisplayText | slugify }}}}",
            };
            type.Parts.Add(route);
        }
    }

    private static void Set(ContentTypeDefinition type, string holder, string name, JsonNode value)
    {
        if (type.Settings[holder] is not JsonObject settings)
        {
            type.Settings[holder] = settings = [];
        }

        settings[name] = value;
    }

    private static ContentTypePartDefinition Part(string name, int position)
    {
        var part = new ContentTypePartDefinition { PartName = name, Name = name };
        part.Settings[Place] = new JsonObject { ["Position"] = Position(position) };
        return part;
    }

    private static void Renumber(ContentTypeDefinition type)
    {
        foreach (var (index, part) in type.Parts.Index())
        {
            if (part.Settings[Place] is not JsonObject settings)
            {
                part.Settings[Place] = settings = [];
            }

            settings["Position"] = Position(index);
        }
    }

    private static string Position(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex NameShape();
}
