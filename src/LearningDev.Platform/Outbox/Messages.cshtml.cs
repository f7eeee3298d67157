using LearningDev.Platform.Email;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Outbox;

[RequiresPermission("ManageMessages")]
internal sealed class MessagesModel(
    OutboxReader outbox, OutboxCare care, ModuleRegistry registry, EmailOptions email, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public OutboxFilter Filter { get; private set; } = null!;

    public OutboxPage List { get; private set; } = null!;

    public IReadOnlyList<MessageRow> Rows { get; private set; } = [];

    /// <summary>The kinds that wait because their module is switched off.</summary>
    public IReadOnlyList<string> Off { get; private set; } = [];

    /// <summary>True when letters are kept as files.</summary>
    public bool HasLetters => email.Smtp.Host.Length == 0;

    public IEnumerable<SelectListItem> States =>
        Enum.GetValues<OutboxState>().Select(state => new SelectListItem($"{OutboxWords.Of(state)} ({List.Of(state)})", state.ToString()));

    public IEnumerable<SelectListItem> Kinds => registry.Deliveries.Select(delivery => new SelectListItem(OutboxWords.OfKind(delivery.Kind), delivery.Kind));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = OutboxFilter.Read(State, Kind);
        // The boxes show what is listed, also when the address said something else.
        ModelState.Clear();
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        List = await outbox.ReadAsync(Filter, int.TryParse(PageNumber, out var page) ? page : 1, size, cancellation);
        Off = [.. (await outbox.WaitingForModulesAsync(cancellation)).Order(StringComparer.Ordinal)];
        List<MessageRow> rows = [];
        foreach (var message in List.Messages)
        {
            rows.Add(new MessageRow(message, await dates.MomentAsync(message.CreatedUtc), await WhenAsync(message)));
        }

        Rows = rows;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var count = await care.RetryAllAsync(OutboxFilter.Read(null, Kind).Kind, cancellation);
        TempData[PageFrame.Message] = count switch
        {
            0 => "No message had failed any more",
            1 => "1 message is tried again",
            _ => $"{count} messages are tried again",
        };
        return RedirectToPage();
    }

    public string UrlOfPage(int page)
    {
        QueryBuilder query = [];
        foreach (var (name, value) in new[] { ("state", Filter.State?.ToString()), ("kind", Filter.Kind), ("p", page > 1 ? $"{page}" : null) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return Url.Content("~" + OutboxWords.Page) + query;
    }

    private async Task<string> WhenAsync(OutboxLine message) =>
        message.EndedUtc is { } ended ? await dates.MomentAsync(ended)
        : message.State == OutboxState.Waiting && message.NextAttemptUtc > message.CreatedUtc ? $"Next at {await dates.MomentAsync(message.NextAttemptUtc)}"
        : await dates.MomentAsync(message.CreatedUtc);
}

/// <summary>A message as the list shows it.</summary>
internal sealed record MessageRow(OutboxLine Message, string Created, string When);
