using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Notifications.Reading;

internal sealed class NotificationsModel(NotificationList list, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public NotificationPage List { get; private set; } = null!;

    public IReadOnlyList<(PersonNotification Row, string When)> Rows { get; private set; } = [];

    private int Number => int.TryParse(PageNumber, out var page) ? page : 1;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        List = await list.PageAsync(Number, size, cancellation);
        List<(PersonNotification, string)> rows = [];
        foreach (var row in List.Rows)
        {
            rows.Add((row, await dates.MomentAsync(row.CreatedUtc)));
        }

        Rows = rows;
    }

    public async Task<IActionResult> OnPostReadAsync(string id, CancellationToken cancellation)
    {
        TempData[PageFrame.Message] = await list.MarkReadAsync(id ?? "", cancellation) ? "The notification is marked as read" : "The notification had been read already";
        return Redirect(UrlOfPage(Number));
    }

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancellation)
    {
        TempData[PageFrame.Message] = await list.MarkAllReadAsync(cancellation) ? "All notifications are marked as read" : "All notifications had been read already";
        return Redirect(UrlOfPage(1));
    }

    public string UrlOfPage(int page) => Url.Content("~/notifications") + (page > 1 ? $"?p={page}" : "");
}
