using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Notifications.Reading;

internal sealed class OpenNotificationModel(NotificationList list, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public PersonNotification Notification { get; private set; } = null!;

    public string When { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await list.OpenAsync(Id, cancellation) is not { } notification)
        {
            return NotFound();
        }

        if (notification.Link.Length > 0)
        {
            return LocalRedirect("~" + notification.Link);
        }

        Notification = notification;
        When = await dates.MomentAsync(notification.CreatedUtc);
        return Page();
    }
}
