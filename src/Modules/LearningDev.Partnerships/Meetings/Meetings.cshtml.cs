using System.Globalization;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Meetings;

/// <summary>All meetings of a partnership (COA-02).</summary>
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class MeetingsModel(OwnPartnerships partnerships, MeetingBook book) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public OwnPartnership Own { get; private set; } = null!;

    public MeetingsPage List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        List = await book.PageAsync(own, int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        return Page();
    }

    public string UrlOfPage(int page) => Url.Content("~" + PartnershipLinks.Meetings(Id)) + string.Create(CultureInfo.InvariantCulture, $"?p={page}");
}
