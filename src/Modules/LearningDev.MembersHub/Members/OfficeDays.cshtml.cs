using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Members;

/// <summary>Democratic Services end an office, mend its days, or remove one that was entered by mistake (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class OfficeDaysModel(OfficeKeeping keeping, MemberDirectory directory) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "Last day")]
    public DateOnly? Until { get; set; }

    /// <summary>The last day as it was when the page was opened; empty for none.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string PersonId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Words { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ShowAsync(cancellation) is not { } office)
        {
            return NotFound();
        }

        (From, Until, Seen) = (office.From, office.Until, Key(office.Until));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ShowAsync(cancellation) is null)
        {
            return NotFound();
        }

        if (From is null && ModelState.GetFieldValidationState(nameof(From)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(From), "Enter the first day");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        DateOnly? seen = DateOnly.TryParseExact(Seen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var faults = await keeping.ChangeOfficeAsync(Id, seen, From!.Value, Until, cancellation);
        if (faults.Count > 0)
        {
            ModelState.Take(faults);
            return Page();
        }

        TempData[PageFrame.Message] = "The days are saved";
        return Redirect(Url.Content("~" + MemberLinks.Profile(PersonId)));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (await ShowAsync(cancellation) is null || !await keeping.RemoveOfficeAsync(Id, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = $"{Words} is removed";
        return Redirect(Url.Content("~" + MemberLinks.Profile(PersonId)));
    }

    private async Task<OfficeRow?> ShowAsync(CancellationToken cancellation)
    {
        if (await keeping.FindOfficeAsync(Id, cancellation) is not ({ } office, { } name))
        {
            return null;
        }

        (PersonId, Name, Words) = (office.PersonId, name, MemberWords.Of(office, await directory.NamesAsync(cancellation)));
        return office;
    }

    private static string Key(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
