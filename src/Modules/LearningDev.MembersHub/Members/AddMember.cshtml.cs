using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Members;

/// <summary>Democratic Services add one member, for example after a by-election (MEM-02). First the person is found, or an account is to be made; then the term is entered.</summary>
[RequiresPermission("ManageMembers")]
internal sealed class AddMemberModel(TermKeeping keeping, MemberChoices choices, Colleagues colleagues, WorkingCalendar calendar) : PageModel
{
    private const int Most = 20;

    /// <summary>The id of the person, or <see cref="MemberLinks.NewId"/> for an account that is to be made; empty while they are being looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "person")]
    public string? PersonId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty, Display(Name = "Given name")]
    public string? GivenName { get; set; }

    [BindProperty, Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [BindProperty, Display(Name = "Email address")]
    public string? Email { get; set; }

    [BindProperty]
    public TermKind? Kind { get; set; }

    [BindProperty, Display(Name = "Ward")]
    public string? WardId { get; set; }

    [BindProperty, Display(Name = "Political group")]
    public string? GroupId { get; set; }

    [BindProperty, Display(Name = "First day in office")]
    public DateOnly? From { get; set; }

    public string Name { get; private set; } = "";

    public bool IsNew => PersonId == MemberLinks.NewId;

    public ColleagueMatches? Matches { get; private set; }

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        From = await calendar.TodayAsync();
        return await ShowAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation) || string.IsNullOrEmpty(PersonId))
        {
            return NotFound();
        }

        if (Kind is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Kind), "Choose how they become a member");
        }

        if (From is null && ModelState.GetFieldValidationState(nameof(From)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(From), "Enter the first day in office");
        }

        var account = IsNew ? new NewAccount((GivenName ?? "").Trim(), (FamilyName ?? "").Trim(), (Email ?? "").Trim()) : null;
        if (!ModelState.IsValid)
        {
            // Whoever has forgotten several things is told of all of them.
            ModelState.Take(account is null ? [] : MemberAccounts.FaultsOf(account));
            return Page();
        }

        var (faults, id, isInvited) = await keeping.BeginAsync(
            new NewTerm(
                IsNew ? "" : PersonId, account,
                Kind!.Value, Kind == TermKind.Elected ? WardId ?? "" : "", Kind == TermKind.CoOpted ? "" : GroupId ?? "", From!.Value),
            cancellation);
        if (faults.Count > 0)
        {
            ModelState.Take(faults);
            return Page();
        }

        TempData[PageFrame.Message] = !IsNew ? "The term is recorded" : isInvited ? "The account is made and the term recorded. A letter with a link to choose a password is on its way" : "The account is made and the term recorded. No letter could be sent: they choose a password by the link for those who have forgotten theirs";
        return Redirect(Url.Content("~" + MemberLinks.Profile(id)));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        Wards = await choices.WardsAsync(today, cancellation);
        Groups = await choices.GroupsAsync(today, cancellation);
        if (!string.IsNullOrEmpty(PersonId) && !IsNew)
        {
            // PostgreSQL refuses to be asked for the character U+0000, which no id has.
            Name = PersonId.Contains('\0', StringComparison.Ordinal) ? "" : (await colleagues.NamesAsync([PersonId], cancellation)).GetValueOrDefault(PersonId, "");
            return Name.Length > 0;
        }

        if (string.IsNullOrEmpty(PersonId) && !string.IsNullOrWhiteSpace(Words))
        {
            Matches = await colleagues.SearchAsync(Words, Most, cancellation: cancellation);
        }

        return true;
    }
}
