using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Administering.Listing;

[RequiresPermission("ManageRecipes")]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class RecipesModel(
    ShippedRecipes shipped, KeptRecipes kept, PortalDb db, ISettings settings, DateWords dates, RolePermissions permissions) : PageModel
{
    /// <summary>The largest upload that any setting allows, with what a form adds to it.</summary>
    public const long LargestRequest = (RecipeSettings.MostUploadMegabytes + 1L) * 1024 * 1024;

    private const int MostRuns = 10;
    private const int MostWaiting = 20;

    /// <summary>A recipe or a zip archive.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<ShippedRecipe> Shipped { get; private set; } = [];

    public IReadOnlyList<ListedRecipe> Waiting { get; private set; } = [];

    public IReadOnlyList<ListedRun> Runs { get; private set; } = [];

    public int UploadMegabytes { get; private set; }

    public bool MayViewAudit { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var most = await MostMegabytesAsync(cancellation);
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Select a recipe" : "The selected file is empty");
        }
        else if (Upload.Length > most * 1024L * 1024)
        {
            ModelState.AddModelError(nameof(Upload), $"The selected file must be smaller than {most}MB");
        }
        else if (!Upload.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Upload.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError(nameof(Upload), "The selected file must be a recipe (.recipe.json) or a zip archive (.zip)");
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellation);
            return Page();
        }

        using var bytes = new MemoryStream((int)Upload!.Length);
        await Upload.CopyToAsync(bytes, cancellation);
        return Redirect(RecipeLinks.Check(await kept.KeepFileAsync(Path.GetFileName(Upload.FileName.Replace('\\', '/')), bytes.ToArray(), cancellation)));
    }

    /// <summary>Looks at a recipe that ships with the portal.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return Redirect(RecipeLinks.Check(await kept.ChooseAsync(name ?? "", cancellation)));
        }
        catch (RecipeException fault)
        {
            ModelState.AddModelError("", fault.Message);
            await ShowAsync(cancellation);
            return Page();
        }
    }

    private async Task<int> MostMegabytesAsync(CancellationToken cancellation) =>
        Math.Clamp((await settings.GetAsync<RecipeSettings>(cancellation)).UploadMegabytes, 1, RecipeSettings.MostUploadMegabytes);

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Shipped = await shipped.AllAsync(cancellation);
        UploadMegabytes = await MostMegabytesAsync(cancellation);
        MayViewAudit = await permissions.MayAsync(User, "ViewAudit");
        List<ListedRecipe> waiting = [];
        foreach (var recipe in await kept.WaitingAsync(MostWaiting, cancellation))
        {
            waiting.Add(new ListedRecipe(RecipeLinks.Check(recipe.Id), recipe.Name, recipe.FileName, await dates.MomentAsync(recipe.KeptUtc), await dates.MomentAsync(recipe.ExpiresUtc)));
        }

        Waiting = waiting;
        List<ListedRun> runs = [];
        foreach (var row in await db.AuditEntries.AsNoTracking().Where(row => row.Event == nameof(RecipeRun)).OrderByDescending(row => row.Id).Take(MostRuns).ToListAsync(cancellation))
        {
            runs.Add(new ListedRun(await dates.MomentAsync(row.OccurredUtc), row.PersonName, row.SubjectName));
        }

        Runs = runs;
    }
}

/// <summary>A recipe that the person has looked at and not run yet.</summary>
internal sealed record ListedRecipe(string Url, string Name, string FileName, string Kept, string Expires);

/// <summary>A recipe that was run.</summary>
internal sealed record ListedRun(string When, string Who, string Name);
