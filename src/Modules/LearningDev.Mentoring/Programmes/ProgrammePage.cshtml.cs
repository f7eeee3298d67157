using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Mentoring.Profiles;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Programmes;

/// <summary>A programme, and how to take part in it (MEN-01).</summary>
[RequiresPermission("ViewMentoring")]
internal sealed class ProgrammePageModel(
    ProgrammeList programmes, ProfileDrafts drafts, ShownFields shown, PeopleLevels levels, WorkingCalendar calendar, RolePermissions permissions) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public ProfileRow? Own { get; private set; }

    /// <summary>The ways to take part with what stands against each; null for nothing.</summary>
    public IReadOnlyList<(MentoringRole Role, Obstacle? Against, Obstacle? Training)> Ways { get; private set; } = [];

    /// <summary>What editors have added to programmes and want to be shown.</summary>
    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public string MentorLevels { get; private set; } = "";

    public string MenteeLevels { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await programmes.FindBySlugAsync(slug, cancellation) is not { } programme)
        {
            return NotFound();
        }

        if (!string.Equals(programme.Slug, slug, StringComparison.OrdinalIgnoreCase) && programme.Item.As<AutoroutePart>().Path is { Length: > 0 } path)
        {
            return LocalRedirectPermanent($"/{path}");
        }

        (Programme, Today) = (programme, await calendar.TodayAsync());
        Own = await drafts.OfAsync(programme.Id, cancellation);
        List<(MentoringRole, Obstacle?, Obstacle?)> ways = [];
        foreach (var role in programme.Roles)
        {
            ways.Add((role, await drafts.AgainstJoiningAsync(programme, role, Own, cancellation), await drafts.AgainstMentoringAsync(programme, role, cancellation)));
        }

        Ways = ways;
        Fields = await shown.OfPageAsync(programme.Item, cancellation: cancellation);
        MentorLevels = await levels.NamesAsync(programme.Part.MentorLevels.Values, cancellation);
        MenteeLevels = await levels.NamesAsync(programme.Part.MenteeLevels.Values, cancellation);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        MayManage = await permissions.MayAsync(User, MentoringModule.ManageMentoring.Name);
        return Page();
    }
}
