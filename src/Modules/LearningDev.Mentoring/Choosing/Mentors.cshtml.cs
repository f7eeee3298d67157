using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Profiles;
using LearningDev.Mentoring.Programmes;
using LearningDev.Content.Items;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Choosing;

/// <summary>The mentors who suit a mentee best, with reasons, to be chosen from (MEN-01).</summary>
[RequiresPermission("ViewMentoring")]
internal sealed class MentorsModel(ProgrammeList programmes, ProfileDrafts drafts, MentorChoosing choosing, ContentItems items, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public List<string> Mentors { get; set; } = [];

    public Programme Programme { get; private set; } = null!;

    /// <summary>Null for somebody who does not wait for a mentor in the programme.</summary>
    public MentorChoice? Choice { get; private set; }

    public IReadOnlyList<ShownMentor> Shown { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the person has in the programme; null for nothing.</summary>
    public ProfileRow? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await programmes.FindBySlugAsync(Slug, cancellation) is { IsOpen: true } programme ? await ShowAsync(programme, cancellation) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await programmes.FindBySlugAsync(Slug, cancellation) is not { IsOpen: true } programme)
        {
            return NotFound();
        }

        List<string> chosen = [.. Mentors.Where(id => !string.IsNullOrEmpty(id)).Distinct()];
        switch (await choosing.AskAsync(programme, chosen, cancellation))
        {
            case ChoosingOutcome.Done:
                TempData[PageFrame.Message] = chosen.Count == 1 ? "The mentor is asked" : "The mentors are asked";
                return Redirect(Url.Content("~" + MentoringLinks.Mentors(Slug)));
            case ChoosingOutcome.Nobody:
                ModelState.AddModelError(nameof(Mentors), "Select at least one mentor");
                break;
            case ChoosingOutcome.TooMany:
                ModelState.AddModelError(nameof(Mentors), "You have selected more mentors than you can ask at once. Select fewer, or wait for an answer");
                break;
            case ChoosingOutcome.NotThere:
                ModelState.AddModelError(nameof(Mentors), "One of those whom you selected has no place any more. Look at the list again");
                break;
            default:
                ModelState.AddModelError(nameof(Mentors), "You do not wait for a mentor in this programme any more");
                break;
        }

        return await ShowAsync(programme, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Programme programme, CancellationToken cancellation)
    {
        Programme = programme;
        Own = await drafts.OfAsync(programme.Id, cancellation);
        Choice = await choosing.ChoiceAsync(programme, cancellation);
        if (Choice is { } choice)
        {
            var best = choice.Ranked.Where(mentor => choice.CanAsk(mentor.Mentor.PersonId)).Take(MentorChoosing.MostShown).ToList();
            var people = (await colleagues.FindAllAsync([.. best.Select(mentor => mentor.Mentor.PersonId)], cancellation)).ToDictionary(one => one.Id);
            var said = (await items.FindAllAsync([.. best.Select(mentor => mentor.Mentor.ProfileId)], VersionChoice.Latest, cancellation)).ToDictionary(item => item.ContentItemId, item => item.As<MentoringProfile>().About.Text ?? "");
            Shown = [.. best.Where(mentor => people.ContainsKey(mentor.Mentor.PersonId)).Select(mentor => new ShownMentor(people[mentor.Mentor.PersonId], mentor.Fit, said.GetValueOrDefault(mentor.Mentor.ProfileId) ?? ""))];
            Names = await colleagues.NamesAsync([.. choice.Asked.Select(ask => ask.MentorId)], cancellation);
        }

        return Page();
    }
}

/// <summary>A mentor in the list.</summary>
internal sealed record ShownMentor(Colleague Person, Fit Fit, string About);
