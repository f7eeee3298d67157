using System.Globalization;
using AngleSharp.Dom;
using LearningDev.Platform.Ui.GovukFrontend;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class PaginationTagHelperTests
{
    private readonly TestView _view = new(new CourseForm());

    [Theory]
    [InlineData(1, 2, "[1] 2 Next")]
    [InlineData(2, 3, "Previous 1 [2] 3 Next")]
    [InlineData(6, 42, "Previous 1 … 5 [6] 7 … 42 Next")]
    [InlineData(4, 7, "Previous 1 2 3 [4] 5 6 7 Next")]
    [InlineData(1, 10, "[1] 2 … 10 Next")]
    [InlineData(10, 10, "Previous 1 … 9 [10]")]
    public async Task Pagination_Page_ShowsFirstLastAndNeighbours(int page, int pages, string shown)
    {
        var html = await _view.WriteAsync(new Element(new PaginationTagHelper { Page = page, Pages = pages, UrlTemplate = "/courses?page={page}" }));

        string.Join(' ', html.QuerySelectorAll(".govuk-pagination__prev, .govuk-pagination__next, li").Select(Word)).ShouldBe(shown);
    }

    [Fact]
    public async Task Pagination_UrlFunction_GivesTheAddresses()
    {
        var html = await _view.WriteAsync(new Element(new PaginationTagHelper
        {
            Page = 2,
            Pages = 3,
            Url = page => "/courses?topic=law&page=" + page.ToString(CultureInfo.InvariantCulture),
        }));

        html.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/courses?topic=law&page=1");
        html.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/courses?topic=law&page=3");
        html.QuerySelector("a[aria-current=page]")!.GetAttribute("href").ShouldBe("/courses?topic=law&page=2");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Pagination_SinglePage_WritesNothing(int pages)
    {
        var html = await _view.WriteAsync(new Element(new PaginationTagHelper { Page = 1, Pages = pages, UrlTemplate = "/courses?page={page}" }));

        html.InnerHtml.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pagination_PreviousAndNext_SayWhatTheyAreAbout()
    {
        var html = await _view.WriteAsync(new Element(new PaginationTagHelper { NextUrl = "/guide/2", NextLabel = "Asking for funding" }));

        html.QuerySelector("nav")!.ClassList.ShouldContain("govuk-pagination--block");
        html.QuerySelectorAll("a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/guide/2");
        html.QuerySelector(".govuk-pagination__link-label")!.TextContent.ShouldBe("Asking for funding");
    }

    private static string Word(IElement item) => item.ClassName switch
    {
        "govuk-pagination__prev" => "Previous",
        "govuk-pagination__next" => "Next",
        "govuk-pagination__item govuk-pagination__item--ellipsis" => "…",
        "govuk-pagination__item govuk-pagination__item--current" => $"[{item.TextContent.Trim()}]",
        _ => item.TextContent.Trim(),
    };
}
