using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Explaining;

[RequiresPermission("ManageRoles")]
internal sealed class PermissionHoldersModel(AccessExplanation explanation, ModuleRegistry registry, Features features, ISettings settings) : PageModel
{
    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Module { get; private set; } = "";

    public bool IsInEffect { get; private set; }

    public IReadOnlyList<RoleWithRules> Roles { get; private set; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    public int Count { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(string name, [FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        if (registry.Permissions.FirstOrDefault(declared => string.Equals(declared.Permission.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return NotFound();
        }

        (Name, Description) = (found.Permission.Name, found.Permission.Description);
        Module = explanation.ModuleName(found.ModuleId);
        IsInEffect = (await features.EnabledAsync(cancellation)).Contains(found.ModuleId);
        Roles = await explanation.RolesWithAsync(found.Permission, cancellation);
        var holders = await explanation.HoldersAsync(found.Permission, cancellation);
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        Count = await holders.CountAsync(cancellation);
        Pages = Math.Max(1, (Count + size - 1) / size);
        Number = Math.Clamp(int.TryParse(number, out var page) ? page : 1, 1, Pages);
        People = await holders.OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id)
            .Skip((Number - 1) * size).Take(size).ToListAsync(cancellation);
        return Page();
    }

    public string UrlOfPage(int page) => Url.Content($"~/admin/access/permissions/{Name}") + (page > 1 ? new QueryBuilder { { "page", $"{page}" } } : []);
}
