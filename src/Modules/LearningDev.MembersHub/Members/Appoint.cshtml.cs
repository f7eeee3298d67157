using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Members;

/// <summary>Democratic Services appoint a member to an office (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class AppointModel(OfficeKeeping offices, TermKeeping terms, MemberChoices choices, WorkingCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, Display(Name = "Office")]
    public OfficeKind? Kind { get; set; }

    [BindProperty, Display(Name = "Committee or outside body")]
    public string? BodyId { get; set; }

    [BindProperty, Display(Name = "Political group")]
    public string? GroupId { get; set; }

    [BindProperty, Display(Name = "Portfolio")]
    public string? Title { get; set; }

    [BindProperty, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "Last day")]
    public DateOnly? Until { get; set; }

    public string Name { get; private set; } = "";

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<OfficeKind>().Select(kind => new SelectListItem(kind.IsOfABody() ? $"{MemberWords.Of(kind)} of a committee or outside body" : MemberWords.Of(kind), kind.ToString()));

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        From = await calendar.TodayAsync();
        return await ShowAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        if (Kind is null || !Enum.IsDefined(Kind.Value))
        {
            ModelState.Remove(nameof(Kind));
            ModelState.AddModelError(nameof(Kind), "Choose the office");
        }

        if (From is null && ModelState.GetFieldValidationState(nameof(From)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(From), "Enter the first day");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var faults = await offices.AppointAsync(new NewOffice(Id, Kind!.Value, BodyId ?? "", GroupId ?? "", (Title ?? "").Trim(), From!.Value, Until), cancellation);
        if (faults.Count > 0)
        {
            ModelState.Take(faults);
            return Page();
        }

        TempData[PageFrame.Message] = "The appointment is recorded";
        return Redirect(Url.Content("~" + MemberLinks.Profile(Id)));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await terms.TermAsync(Id, cancellation) is not { } term)
        {
            return false;
        }

        Name = term.PersonName;
        var today = await calendar.TodayAsync();
        Bodies = await choices.BodiesAsync(today, cancellation);
        Groups = await choices.GroupsAsync(today, cancellation);
        return true;
    }
}
