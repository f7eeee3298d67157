using System.Globalization;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// Links to the pages of a list: <c>&lt;govuk-pagination page="Model.Page" pages="Model.Pages" url="Model.UrlOfPage" /&gt;</c>, or with
/// <c>url-template="/catalogue?page={page}"</c>. It writes nothing for a single page. Without <see cref="Pages"/>, only the links of
/// <see cref="PreviousUrl"/> and <see cref="NextUrl"/>, as between the steps of a guide.
/// </summary>
[HtmlTargetElement("govuk-pagination")]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>The page that is shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; set; }

    /// <summary>The address of a page by its number.</summary>
    public Func<int, string>? Url { get; set; }

    /// <summary>The address of a page, with <c>{page}</c> where its number stands.</summary>
    public string? UrlTemplate { get; set; }

    /// <summary>The address of the step before.</summary>
    public string? PreviousUrl { get; set; }

    /// <summary>What the step before is about.</summary>
    public string? PreviousLabel { get; set; }

    /// <summary>The address of the next step.</summary>
    public string? NextUrl { get; set; }

    /// <summary>What the next step is about.</summary>
    public string? NextLabel { get; set; }

    /// <summary>What a screen reader calls the links, where a page has more than one such set.</summary>
    public string? LandmarkLabel { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages > 1)
        {
            output.Become(new Pagination
            {
                LandmarkLabel = LandmarkLabel,
                Previous = Page > 1 ? new PaginationLink { Href = UrlOf(Page - 1) } : null,
                Next = Page < Pages ? new PaginationLink { Href = UrlOf(Page + 1) } : null,
                Items = [.. Numbers().Select(Item)],
            });
        }
        else if (PreviousUrl is not null || NextUrl is not null)
        {
            output.Become(new Pagination
            {
                LandmarkLabel = LandmarkLabel,
                Previous = PreviousUrl is null ? null : new PaginationLink { Href = PreviousUrl, LabelText = PreviousLabel },
                Next = NextUrl is null ? null : new PaginationLink { Href = NextUrl, LabelText = NextLabel },
            });
        }
        else
        {
            output.SuppressOutput();
        }
    }

    /// <summary>The numbers shown: first, last, the current and its neighbours; 0 stands for those left out between.</summary>
    private IEnumerable<int> Numbers()
    {
        var before = 0;
        foreach (var number in Enumerable.Range(1, Pages).Where(number => number == 1 || number == Pages || Math.Abs(number - Page) <= 1))
        {
            if (number - before == 2)
            {
                yield return number - 1;
            }
            else if (number - before > 2)
            {
                yield return 0;
            }

            yield return number;
            before = number;
        }
    }

    private PaginationItem Item(int number) => number == 0
        ? new PaginationItem { Ellipsis = true }
        : new PaginationItem { Number = number.ToString(CultureInfo.InvariantCulture), Href = UrlOf(number), Current = number == Page };

    private string UrlOf(int number) =>
        Url?.Invoke(number)
        ?? UrlTemplate?.Replace("{page}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        ?? throw new InvalidOperationException("govuk-pagination needs a url or a url-template.");
}
