using LearningDev.Content.PrivateItems;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.People;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Profiles;

/// <summary>The form by which somebody offers to be a mentor or asks for one, and changes that while people can join (MEN-01).</summary>
[ConfidentialForm]
[RequiresPermission("ViewMentoring")]
internal sealed class JoinModel(ProgrammeList programmes, ProfileDrafts drafts, OwnForms forms, ISettings settings, CurrentPerson person) : PageModel
{
    /// <summary>The most characters of goals.</summary>
    public const int LongestGoals = 4000;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>"mentor", "mentee" or "peer".</summary>
    [BindProperty(SupportsGet = true)]
    public string Role { get; set; } = "";

    [BindProperty]
    public string? Goals { get; set; }

    public Programme Programme { get; private set; } = null!;

    public MentoringRole As { get; private set; }

    public ProfileDraft Draft { get; private set; } = null!;

    public OwnForm Form { get; private set; } = null!;

    public Obstacle? Against { get; private set; }

    public Obstacle? Training { get; private set; }

    public string BackUrl => Draft.IsNew ? MentoringLinks.Programme(Programme.Slug) : MentoringLinks.Profile(Draft.Row.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (Against is null)
        {
            try
            {
                Goals = await drafts.GoalsAsync(Draft.Row, cancellation);
            }
            catch (ConfidentialKeyMissingException)
            {
                ModelState.AddModelError(nameof(Goals), "What you want to reach cannot be shown just now, because the portal’s key is missing. Tell HR");
            }
        }

        return await ShowAsync(isPosted: false, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (Against is not null)
        {
            return await ShowAsync(isPosted: false, cancellation);
        }

        foreach (var error in await forms.ReadAsync(Draft.Item, await FieldsAsync(cancellation), Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        await CheckAsync(cancellation);
        if (!ModelState.IsValid || OwnForms.IsOnlyShownAgain(Request.Form))
        {
            return await ShowAsync(isPosted: true, cancellation);
        }

        try
        {
            await drafts.SaveAsync(Draft, As, As == MentoringRole.Mentor ? "" : Goals ?? "", cancellation);
        }
        catch (ConfidentialKeyMissingException)
        {
            ModelState.AddModelError(nameof(Goals), "What you want to reach cannot be kept in confidence just now, because the portal’s key is missing. Tell HR, or leave it empty for now");
            return await ShowAsync(isPosted: true, cancellation);
        }

        return Redirect(Url.Content("~" + MentoringLinks.Profile(Draft.Row.Id)));
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await programmes.FindBySlugAsync(Slug, cancellation) is not { } programme || !Enum.TryParse<MentoringRole>(Role, ignoreCase: true, out var role) || !programme.Roles.Contains(role))
        {
            return false;
        }

        (Programme, As) = (programme, role);
        Draft = await drafts.BeginAsync(programme, role, cancellation);
        Against = await drafts.AgainstJoiningAsync(programme, role, Draft.IsNew ? null : Draft.Row, cancellation);
        Training = await drafts.AgainstMentoringAsync(programme, role, cancellation);
        return true;
    }

    private async Task<IReadOnlyList<string>> FieldsAsync(CancellationToken cancellation)
    {
        string[] own = As == MentoringRole.Mentee ? ["Themes", "About", "Languages", "Days", "Places", "Wished", "Avoided"] : ["Themes", "About", "Languages", "Days", "Places", "Capacity", "Wished", "Avoided"];
        return [.. own.Select(field => $"{MentoringProfile.Type}.{field}"), .. await forms.AddedAsync(MentoringProfile.Type, MentoringProfile.Known, cancellation)];
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        var said = Draft.Item.As<MentoringProfile>();
        var most = (await settings.GetAsync<MentoringSettings>(cancellation)).MostMentees;
        if (As != MentoringRole.Mentee && said.Capacity.Value > most)
        {
            Add(nameof(MentoringProfile.Capacity), $"Mentors can take {most} mentees at most");
        }

        if (said.Wished.UserIds.Contains(person.Id!) || said.Avoided.UserIds.Contains(person.Id!))
        {
            Add(said.Wished.UserIds.Contains(person.Id!) ? nameof(MentoringProfile.Wished) : nameof(MentoringProfile.Avoided), "Choose somebody other than yourself");
        }

        if (said.Wished.UserIds.Intersect(said.Avoided.UserIds).Any())
        {
            Add(nameof(MentoringProfile.Avoided), "You have chosen the same person above as somebody whom you would like to be matched with");
        }

        if (Goals?.Length > LongestGoals)
        {
            ModelState.AddModelError(nameof(Goals), $"What you want to reach must be {LongestGoals:#,0} characters or less");
        }

        void Add(string field, string message) => ModelState.AddModelError($"{MentoringProfile.Type}.{field}", message);
    }

    private async Task<IActionResult> ShowAsync(bool isPosted, CancellationToken cancellation)
    {
        Form = await forms.ShowAsync(Draft.Item, await FieldsAsync(cancellation), isPosted ? Request.Form : null, cancellation);
        return Page();
    }
}
