using System.ComponentModel.DataAnnotations;
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
    public string? Event { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public AuditFilter Filter { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public string? NewerUrl { get; private set; }

    public string? OlderUrl { get; private set; }

    public string CsvUrl => Url.Content("~" + AuditWords.Csv) + Query().ToQueryString();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // An address that was cut short shows the newest rows rather than an error.
        ModelState.Remove(nameof(Before));
        ModelState.Remove(nameof(After));
        Filter = await new AuditFilter(Person, Kind, Event, Text, From, To).InZoneAsync(dates);
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var page = await audit.ReadAsync(Filter, Before, After, size, cancellation);
        Kinds = [.. (await audit.KindsAsync(cancellation)).Select(kind => new SelectListItem(kind, kind))];
        Events = [.. (await audit.EventsAsync(cancellation)).Select(name => new SelectListItem(AuditWords.OfEvent(name), name))];
        List<AuditLine> lines = [];
        foreach (var row in page.Rows)
        {
            lines.Add(new AuditLine(AuditWords.Row(row.Id), await dates.MomentAsync(row.OccurredUtc), AuditWords.Who(row), AuditWords.What(row)));
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
        var query = Query();
        query.Add(name, $"{id}");
        return Url.Content("~" + AuditWords.List) + query.ToQueryString();
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in Filter.Parts())
        {
            query.Add(key, value);
        }

        return query;
    }
}

/// <summary>A row of the audit as the page shows it.</summary>
internal sealed record AuditLine(string Url, string When, string Who, string What);
