using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Editing;

[RequiresPermission("ManageRoles")]
internal sealed class EditRoleModel(
    RoleEditing editing, EffectiveRoles effective, RoleWords words, ModuleRegistry registry, Features features, ISettings settings, PortalDb db) : PageModel
{
    [BindProperty, StringLength(400, ErrorMessage = "Who has it must be 400 characters or fewer")]
    public string? Description { get; set; }

    [BindProperty]
    public List<string> Permissions { get; set; } = [];

    [BindProperty]
    public List<string> Rules { get; set; } = [];

    [BindProperty]
    public string? UnitCode { get; set; }

    [BindProperty]
    public string Stamp { get; set; } = "";

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool IsAdministrator => Name == Role.Administrator;

    public int People { get; private set; }

    public IReadOnlyList<SelectListItem> RuleChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<ModulePermissions> Modules { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await editing.FindAsync(id, cancellation) is not { } edited)
        {
            return NotFound();
        }

        Show(edited);
        await PrepareAsync(edited, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (await editing.FindAsync(id, cancellation) is not { } edited)
        {
            return NotFound();
        }

        await PrepareAsync(edited, cancellation);
        if (UnitCode is { Length: > 0 } && !Units.Any(unit => unit.Value == UnitCode))
        {
            ModelState.AddModelError(nameof(UnitCode), "Choose a unit from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        List<RuleChoice> rules = [.. Rules.Select(RuleChoice.Parse).OfType<RuleChoice>().Where(rule => RuleChoices.Any(choice => choice.Value == rule.ToString()))];
        if (UnitCode is { Length: > 0 })
        {
            rules.Add(new RuleChoice(RoleRuleKind.UnitMembers, UnitCode));
        }

        if (!await editing.SaveAsync(id, Stamp, Description?.Trim() ?? "", Permissions, rules, cancellation))
        {
            // With the newer stamp, sending the form again is a decision made in knowledge of the other change.
            Stamp = edited.Role.ConcurrencyStamp ?? "";
            ModelState.Remove(nameof(Stamp));
            ModelState.AddModelError("", "Somebody else changed this role while you had it open. Yours is not saved yet: look at Recent changes, then save again");
            return Page();
        }

        TempData[PageFrame.Message] = $"The role {Name} is saved";
        return LocalRedirect($"~/admin/roles/{id}");
    }

    private void Show(EditedRole edited)
    {
        Description = edited.Role.Description;
        Permissions = [.. edited.Permissions.Select(name => registry.FindPermission(name)?.Name).OfType<string>()];
        Rules = [.. edited.Rules.Select(rule => new RuleChoice(rule.Kind, rule.Value).ToString())];
        Stamp = edited.Role.ConcurrencyStamp ?? "";
    }

    private async Task PrepareAsync(EditedRole edited, CancellationToken cancellation)
    {
        (Id, Name) = (edited.Role.Id, edited.Role.Name!);
        People = await (await effective.HoldersAsync([Id], cancellation)).CountAsync(cancellation);
        if (IsAdministrator)
        {
            return;
        }

        var levels = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels;
        List<RuleChoice> choices =
        [
            new(RoleRuleKind.Everyone, ""),
            new(RoleRuleKind.LineManagers, ""),
            .. Enum.GetNames<UnitKind>().Select(kind => new RuleChoice(RoleRuleKind.UnitHeads, kind)),
            .. levels.Select(level => new RuleChoice(RoleRuleKind.RoleLevel, level.Key)),
        ];
        choices.AddRange(edited.Rules.Select(rule => new RuleChoice(rule.Kind, rule.Value)).Where(rule => !choices.Contains(rule)));
        List<SelectListItem> items = [];
        foreach (var choice in choices)
        {
            var text = await words.OfRuleAsync(choice.Kind, choice.Value, cancellation);
            items.Add(new SelectListItem(char.ToUpperInvariant(text[0]) + text[1..], choice.ToString()));
        }

        RuleChoices = items;
        Units = await db.Units.AsNoTracking().OrderBy(unit => unit.Name).Select(unit => new SelectListItem(unit.Name + " (" + unit.Code + ")", unit.Code)).ToListAsync(cancellation);
        var enabled = await features.EnabledAsync(cancellation);
        Modules =
        [
            .. registry.Permissions.GroupBy(declared => declared.ModuleId).Select(module => new ModulePermissions(
                module.Key.Replace('.', '-'), registry.FindModule(module.Key)?.Manifest.Name ?? module.Key, enabled.Contains(module.Key),
                [.. module.Select(declared => new PermissionChoice(declared.Permission.Name, declared.Permission.Description, HintOf(declared.Permission)))])),
        ];
    }

    private static string? HintOf(Permission permission) => permission.ImpliedBy.Length == 0
        ? null
        : $"Included in: {string.Join("; ", permission.ImpliedBy.Select(other => other.Description))}";
}

/// <summary>The permissions of a module as the form shows them.</summary>
internal sealed record ModulePermissions(string Key, string Name, bool IsOn, IReadOnlyList<PermissionChoice> Permissions);

/// <summary>A permission as the form shows it.</summary>
internal sealed record PermissionChoice(string Name, string Description, string? Hint);
