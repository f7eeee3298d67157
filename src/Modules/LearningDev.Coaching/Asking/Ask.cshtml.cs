using LearningDev.Coaching.Pools;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Asking;

/// <summary>The first step of asking for a coach: in which pool. Also how somebody asks for another coach, with what they asked before (COA-02).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class AskModel(RequestDrafts drafts, PoolReader pools, PoolLimits limits) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Pool { get; set; }

    /// <summary>The request whose answers it begins with.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public IReadOnlyList<Pool> Pools { get; private set; } = [];

    public RequestRow? Earlier { get; private set; }

    /// <summary>The last request that has ended, with whose answers the person can begin; null for none.</summary>
    public string? LastEnded { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        if (Pools.FirstOrDefault(pool => pool.Id == Pool) is not { } chosen)
        {
            ModelState.AddModelError(nameof(Pool), "Select a pool");
            return Page();
        }

        if (!await limits.HasRoomAsync(chosen, User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value, cancellation))
        {
            ModelState.AddModelError(nameof(Pool), PoolLimits.Words(chosen));
            return Page();
        }

        try
        {
            return Redirect(Url.Content("~" + CoachingLinks.Goals(await drafts.BeginAsync(chosen, Earlier, cancellation))));
        }
        catch (ConfidentialKeyMissingException)
        {
            ModelState.AddModelError("", GoalsModel.NoKey);
            return Page();
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        Pools = await pools.OwnAsync(cancellation);
        Earlier = From is not { Length: > 0 and <= Identifiers.MaximumLength } || From.Contains('\0') ? null : await drafts.EndedAsync(From, cancellation);
        LastEnded = Earlier is null ? await drafts.LastEndedAsync(cancellation) : null;
        Pool ??= Earlier?.PoolId;
        return string.IsNullOrEmpty(From) || Earlier is not null;
    }
}
