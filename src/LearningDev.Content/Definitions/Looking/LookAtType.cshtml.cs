using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.Looking;

[RequiresPermission("EditContentTypes")]
internal sealed class LookAtTypeModel(
    ContentDefinitions definitions, AffectedItems affected, ReliedOn reliedOn, TypeEditing types, FieldEditing fields, BringingForward bringing, PrivateTypes privates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>What a button asks for: "part up Name", "field down Part Name".</summary>
    [BindProperty(Name = "move")]
    public string? Move { get; set; }

    public ContentTypeDefinition Type { get; private set; } = null!;

    public IReadOnlyList<ShownPart> Parts { get; private set; } = [];

    public int Items { get; private set; }

    /// <summary>True when only a module shows the items.</summary>
    public bool IsPrivate => privates.Contains(Type.Name);

    public string? Module { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>The page on which people find the items; null when there is none.</summary>
    public string? ListUrl { get; private set; }

    public IReadOnlyList<DefinitionWork> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(Name) is not { } type)
        {
            return NotFound();
        }

        Type = type;
        Items = (await affected.CountsAsync(cancellation)).GetValueOrDefault(type.Name);
        Module = await reliedOn.OfTypeAsync(type.Name, cancellation);
        Address = type.Parts.Find(part => part.PartName == nameof(AutoroutePart)) is { } route
            ? $"/{route.Settings.Read<AutoroutePartSettings>().Pattern.Split("{{")[0]}…" : "Items have no page of their own";
        ListUrl = type.UseSettings.Searchable && ItemPages.IsShownHere(type) ? ItemPages.List(type.Name) : null;
        Open = [.. (await bringing.OpenAsync(cancellation)).Where(work => work.Types.Split(' ').Contains(type.Name))];
        List<ShownPart> parts = [];
        foreach (var part in type.PartsInOrder)
        {
            parts.Add(await ShowAsync(set, part, cancellation));
        }

        Parts = parts;
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellation)
    {
        if ((await definitions.GetAsync(cancellation)).FindType(Name) is not { } type)
        {
            return NotFound();
        }

        var at = "";
        try
        {
            switch (Move?.Split(' '))
            {
                case ["part", ("up" or "down") and var way, var part]:
                    await types.MovePartAsync(type, part, way == "up", cancellation);
                    at = $"#part-{part}";
                    break;
                case ["field", ("up" or "down") and var way, var part, var field] when type.Parts.Exists(one => one.PartName == part):
                    await fields.MoveAsync(part, field, way == "up", cancellation);
                    at = $"#{part}-{field}";
                    break;
                default:
                    return BadRequest();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData[PageFrame.Message] = "Somebody else changed this just now. Nothing was moved: look at the order and move it again";
        }

        return LocalRedirect(TypeLinks.Type(type.Name) + at);
    }

    private async Task<ShownPart> ShowAsync(DefinitionSet set, ContentTypePartDefinition part, CancellationToken cancellation)
    {
        var definition = set.FindPart(part.PartName);
        var label = part.PartSettings.DisplayName is { Length: > 0 } own ? own : definition?.DisplayName ?? part.PartName;
        var description = part.PartSettings.Description is { Length: > 0 } said ? said : definition?.PartSettings.Description ?? "";
        string[] others = definition is null || part.PartName is nameof(TitlePart) or nameof(AutoroutePart) ? []
            : [.. set.TypesWith(part.PartName).Where(name => name != Type.Name).Select(name => set.FindType(name)!.DisplayName).Order(StringComparer.CurrentCulture)];
        return new ShownPart(part, label, description,
            [.. (definition?.AllFieldsInOrder ?? []).Select(field => new ShownPartField(field, Uses(field), reliedOn.OfField(part.PartName, field.Name)))],
            definition?.Fields.Count > 0 ? others : [],
            TakesFields: definition is not null && part.PartName is not (nameof(TitlePart) or nameof(AutoroutePart) or nameof(AliasPart) or nameof(MarkdownBodyPart) or nameof(Taxonomies.TaxonomyPart)),
            await types.MayRemovePartAsync(Type, part.Name, cancellation));
    }

    private static IReadOnlyList<string> Uses(ContentFieldDefinition field)
    {
        var use = field.UseSettings;
        return
        [
            .. new[]
            {
                field.Settings.Read<Fields.FieldSettings>($"{field.FieldName}Settings").Required ? "Must be filled in" : null,
                use.Facet ? "Narrows searches" : null,
                use.OnPage == true ? "On the page" : null,
                use.InLists ? "In lists" : null,
            }.OfType<string>(),
        ];
    }
}

/// <summary>A part as the page shows it.</summary>
/// <param name="Part">The part as the type has it.</param>
/// <param name="Label">The name that people read.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Fields">Its fields, in order.</param>
/// <param name="Others">The other types that share it.</param>
/// <param name="TakesFields">Whether fields can be added.</param>
/// <param name="MayBeRemoved">Whether it can be taken off the type.</param>
internal sealed record ShownPart(
    ContentTypePartDefinition Part, string Label, string Description, IReadOnlyList<ShownPartField> Fields, IReadOnlyList<string> Others, bool TakesFields, bool MayBeRemoved);

/// <summary>A field as the page shows it.</summary>
internal sealed record ShownPartField(ContentFieldDefinition Field, IReadOnlyList<string> Uses, string? Module);
