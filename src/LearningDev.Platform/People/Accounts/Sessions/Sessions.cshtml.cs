using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Accounts.Sessions;

internal sealed class SessionsModel(SessionService sessions, UserManager<Person> users, ISettings settings, DateWords dates) : PageModel
{
    public IReadOnlyList<SessionLine> Lines { get; private set; } = [];

    public bool HasOthers { get; private set; }

    public string? PreviousUrl { get; private set; }

    public string? NextUrl { get; private set; }

    private string CurrentId => HttpContext.Features.GetRequiredFeature<CurrentSession>().Id;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken cancellation)
    {
        ModelState.Clear();
        var id = users.GetUserId(User)!;
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var number = Math.Clamp(page, 1, 1000);
        var rows = await sessions.ListAsync(id, (number - 1) * size, size + 1, cancellation);
        List<SessionLine> lines = [];
        foreach (var row in rows.Take(size))
        {
            lines.Add(new SessionLine(
                row.Id, row.Device, await dates.MomentAsync(row.StartedUtc), MethodWords.Of(row.Method), await dates.MomentAsync(row.LastSeenUtc), row.Network, row.Id == CurrentId));
        }

        Lines = lines;
        HasOthers = await sessions.CountAsync(id, cancellation) > 1;
        PreviousUrl = number > 1 ? $"{Url.Content("~/account/sessions")}?page={number - 1}" : null;
        NextUrl = rows.Count > size ? $"{Url.Content("~/account/sessions")}?page={number + 1}" : null;
    }

    public async Task<IActionResult> OnPostEndAsync(string id)
    {
        var person = await users.SignedInAsync(User);
        TempData[PageFrame.Message] = await sessions.EndAsync(person, id) ? "That browser is signed out" : "That browser had been signed out already";
        return LocalRedirect("~/account/sessions");
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        var person = await users.SignedInAsync(User);
        await sessions.EndAllAsync(person, except: CurrentId);
        TempData[PageFrame.Message] = "All other browsers are signed out";
        return LocalRedirect("~/account/sessions");
    }
}

/// <summary>A session as the page shows it.</summary>
internal sealed record SessionLine(string Id, string Device, string Started, string Method, string LastSeen, string Network, bool IsThis);
