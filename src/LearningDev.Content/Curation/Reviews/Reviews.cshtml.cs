using System.Globalization;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>Editors see all reviews; anybody else those of what they look after.</summary>
internal sealed class ReviewsModel(ReviewList reviews, Reviewing reviewing, RolePermissions permissions, CurrentPerson person, ISettings settings) : PageModel
{
    private const string Mine = "me";

    private bool mayPublish;

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public ReviewFilter Filter { get; private set; } = null!;

    public ReviewPage List { get; private set; } = null!;

    public bool IsEditor { get; private set; }

    /// <summary>The usual time between reviews, in words.</summary>
    public string Months { get; private set; } = "";

    public QueryBuilder Query => QueryOf(Filter.Page);

    public string NothingTitle => Filter.Words.Length > 0 ? "Nothing found" : Filter.Show switch
    {
        ReviewShow.Overdue => "No review is overdue",
        ReviewShow.Soon => "No review is due soon",
        ReviewShow.Incomplete => "Nothing is missing",
        _ => IsEditor ? "There is nothing to review" : "You look after no content",
    };

    public string NothingText => Filter.Words.Length > 0 ? "No review has these words in its title." : Filter.Show switch
    {
        ReviewShow.Incomplete => "Everything has an owner who is here, a source and a day.",
        ReviewShow.All when !IsEditor => "When you are named as the owner of something, it stands here.",
        ReviewShow.All => "Published content with the part Curation stands here.",
        _ => "You are up to date.",
    };

    public static IEnumerable<SelectListItem> Shows =>
    [
        new("Overdue", nameof(ReviewShow.Overdue)),
        new("Due soon", nameof(ReviewShow.Soon)),
        new("Owner, day or source missing", nameof(ReviewShow.Incomplete)),
        new("All", nameof(ReviewShow.All)),
    ];

    public static IEnumerable<SelectListItem> Owners => [new("Anybody", ""), new("Me", Mine)];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        ModelState.Clear();
        List = await reviews.ReadAsync(Filter, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string? id, string? kind, string? seen, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        DateOnly? day = DateOnly.TryParseExact(seen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        try
        {
            switch (await reviewing.DoneAsync(id ?? "", kind ?? "", day, cancellation))
            {
                case ReviewOutcome.NotFound:
                    return NotFound();
                case ReviewOutcome.Refused refused:
                    ModelState.AddModelError("", $"{refused.Title} could not be noted as reviewed, because something in it is not right: {refused.Reason}. Edit it first");
                    List = await reviews.ReadAsync(Filter, cancellation);
                    return Page();
                case ReviewOutcome.Done done:
                    SavedNotice.Say(TempData, done.Next is { } next ? $"{done.Title} is reviewed. The next review is by {DateWords.Day(next)}" : $"{done.Title} is reviewed");
                    break;
            }
        }
        catch (ContentConflictException conflict)
        {
            ModelState.AddModelError("", $"{conflict.Message} Look at it again, and press the button once more");
            List = await reviews.ReadAsync(Filter, cancellation);
            return Page();
        }

        return Redirect(ReviewLinks.List + Query);
    }

    public bool MayReview(ListedReview review) => mayPublish || review.Row.OwnerId == person.Id;

    public string UrlOfPage(int page) => ReviewLinks.List + QueryOf(page);

    private async Task ReadAsync(CancellationToken cancellation)
    {
        IsEditor = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        mayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        Filter = new ReviewFilter(
            Enum.TryParse<ReviewShow>(Show, out var show) && Enum.IsDefined(show) ? show : IsEditor ? ReviewShow.Overdue : ReviewShow.All,
            !IsEditor || Whose == Mine ? person.Id : null, (Words ?? "").Trim(), int.TryParse(PageNumber, out var page) ? page : 1);
        var months = (await settings.GetAsync<CurationSettings>(cancellation)).ReviewMonths;
        Months = months == 1 ? "a month" : months == 12 ? "a year" : $"{months} months";
    }

    private QueryBuilder QueryOf(int page)
    {
        QueryBuilder query = [];
        query.Add("show", Filter.Show.ToString());
        if (Whose == Mine)
        {
            query.Add("whose", Mine);
        }

        if (Filter.Words.Length > 0)
        {
            query.Add("q", Filter.Words);
        }

        if (page > 1)
        {
            query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        }

        return query;
    }
}
