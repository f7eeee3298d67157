using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Members;

/// <summary>Democratic Services record that a member belongs to another political group, or to none (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class ChangeGroupModel(TermKeeping keeping, MemberDirectory directory, MemberChoices choices, WorkingCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, Display(Name = "Political group")]
    public string? GroupId { get; set; }

    [BindProperty, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    public string Name { get; private set; } = "";

    public string Now { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        From = await calendar.TodayAsync();
        return await ShowAsync(isFirst: true, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(isFirst: false, cancellation))
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

        var faults = await keeping.ChangeGroupAsync(Id, GroupId ?? "", From!.Value, cancellation);
        if (faults.Count > 0)
        {
            ModelState.Take(faults);
            return Page();
        }

        TempData[PageFrame.Message] = "The political group is changed";
        return Redirect(Url.Content("~" + MemberLinks.Profile(Id)));
    }

    private async Task<bool> ShowAsync(bool isFirst, CancellationToken cancellation)
    {
        if (await keeping.TermAsync(Id, cancellation) is not { Kind: not TermKind.CoOpted } term)
        {
            return false;
        }

        var today = await calendar.TodayAsync();
        var member = await directory.FindAsync(Id, today, cancellation);
        (Name, Now) = (term.PersonName, member?.GroupName ?? "");
        Groups = await choices.GroupsAsync(today, cancellation);
        GroupId = isFirst ? member?.GroupId : GroupId;
        return true;
    }
}
