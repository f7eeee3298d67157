using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Audit;

[RequiresPermission("ViewAudit")]
[RecordsReading("Recent changes")]
internal sealed class AuditModel(AuditReader audit, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public bool IsFiltered { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public string? NewerUrl { get; private set; }

    public string? OlderUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // An address that was cut short shows the newest rows rather than an error.
        ModelState.Clear();
        var filter = new AuditFilter(Person, Kind, Text);
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var page = await audit.ReadAsync(filter, Before, After, size, cancellation);
        IsFiltered = !filter.IsEmpty;
        Kinds = [.. (await audit.KindsAsync(cancellation)).Select(kind => new SelectListItem(kind, kind))];
        List<AuditLine> lines = [];
        foreach (var row in page.Rows)
        {
            lines.Add(new AuditLine(await dates.MomentAsync(row.OccurredUtc), row.PersonName, row.Summary));
        }

        Lines = lines;
        if (page.Rows.Count > 0)
        {
            NewerUrl = page.HasNewer ? UrlOf("after", page.Rows[0].Id) : null;
            OlderUrl = page.HasOlder ? UrlOf("before", page.Rows[^1].Id) : null;
        }
    }

    private string UrlOf(string name, long id)
    {
        var query = new QueryBuilder { { name, $"{id}" } };
        foreach (var (key, value) in new[] { ("person", Person), ("kind", Kind), ("text", Text) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(key, value);
            }
        }

        return Url.Content("~/admin/audit") + query;
    }
}

/// <summary>A row of the audit as the page shows it.</summary>
internal sealed record AuditLine(string When, string Who, string What);
