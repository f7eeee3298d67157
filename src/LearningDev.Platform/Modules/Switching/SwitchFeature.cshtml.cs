using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Modules.Switching;

[RequiresPermission("ManageFeatures")]
internal sealed class SwitchFeatureModel(Features features, FeatureContents contents, ModuleRegistry registry) : PageModel
{
    private const string List = "~/admin/features";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>True when the module is to be switched on.</summary>
    [BindProperty]
    public bool On { get; set; }

    /// <summary>The modules that the page has said will be switched.</summary>
    [BindProperty]
    public List<string> Agreed { get; set; } = [];

    [BindProperty]
    [Display(Name = "Reason (optional)"), StringLength(500, ErrorMessage = "Reason must be 500 characters or fewer")]
    public string? Reason { get; set; }

    public FeaturePlan Plan { get; private set; } = null!;

    /// <summary>The names of the modules that this one needs.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>What will be there or gone.</summary>
    public IReadOnlyList<FeaturePart> Parts { get; private set; } = [];

    private ModuleManifest? Module => registry.FindModule(Id) is { Manifest: { AlwaysOn: false } manifest } ? manifest : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Module is not { } module)
        {
            return NotFound();
        }

        On = (await features.PlanAsync(module.Id, on: true, cancellation)).Switched.Count > 0;
        return await ShowAsync(await features.PlanAsync(module.Id, On, cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Module is not { } module)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(await features.PlanAsync(module.Id, On, cancellation), cancellation);
        }

        var (plan, isDone) = await features.SwitchAsync(module.Id, On, Agreed, Reason?.Trim() ?? "", cancellation);
        if (!isDone)
        {
            ModelState.AddModelError("", "What goes along has changed since you opened this page. Nothing is switched yet: read it again below");
            return await ShowAsync(plan, cancellation);
        }

        var state = $"{(plan.Switched.Count == 0 ? "already " : "")}switched {(On ? "on" : "off")}";
        TempData[PageFrame.Message] = plan.Others.Count == 0
            ? $"{module.Name} is {state}"
            : $"{string.Join(", ", plan.Others.Select(other => other.Name).Prepend(module.Name))} are {state}";
        return Redirect(List);
    }

    private async Task<IActionResult> ShowAsync(FeaturePlan plan, CancellationToken cancellation)
    {
        if (plan.Switched.Count == 0)
        {
            TempData[PageFrame.Message] = $"{plan.Module.Name} is already switched {(On ? "on" : "off")}";
            return Redirect(List);
        }

        Plan = plan;
        Needs = [.. ModuleDependencies.NeedsOf([.. registry.Modules.Select(module => module.Manifest)], plan.Module.Id).Select(module => module.Name)];
        Parts = await contents.OfAsync(plan.Switched, cancellation);
        return Page();
    }
}
