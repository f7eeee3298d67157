using LearningDev.Platform.Ui.GovukFrontend;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class ErrorSummaryTagHelperTests
{
    private readonly TestView _view = new(new CourseForm());

    [Fact]
    public async Task ErrorSummary_NoErrors_WritesNothing()
    {
        var html = await _view.WriteAsync(new Element(new ErrorSummaryTagHelper()));

        html.InnerHtml.ShouldBeEmpty();
    }

    [Fact]
    public async Task ErrorSummary_FieldThatNobodyHasValidated_IsNoError()
    {
        _view.Post("Title", "Law for beginners");

        var html = await _view.WriteAsync(new Element(new ErrorSummaryTagHelper()));

        html.InnerHtml.ShouldBeEmpty();
    }

    [Fact]
    public async Task ErrorSummary_ErrorsOfFields_StandInTheOrderOfTheFieldsAndLinkToThem()
    {
        _view.ModelState.AddModelError("Format", "Select a format");
        _view.ModelState.AddModelError("Cost", "Enter the cost");
        _view.ModelState.AddModelError("Title", "Enter a title");

        var html = await _view.WriteAsync(
            new Element(new ErrorSummaryTagHelper()),
            new Element(new InputTagHelper { For = _view.For("Title"), Id = "name-of-course" }),
            new Element(new InputTagHelper { For = _view.For("Cost"), Label = "Cost" }),
            new Element(new RadiosTagHelper { For = _view.For("Format") }, "", new Element(new ChoiceTagHelper { Value = "Online" }, "Online")));

        var links = html.QuerySelectorAll(".govuk-error-summary a");
        links.Select(link => link.TextContent).ShouldBe(["Enter a title", "Enter the cost", "Select a format"]);
        links.Select(link => link.GetAttribute("href")).ShouldBe(["#name-of-course", "#Cost", "#Format"]);
        links.ShouldAllBe(link => html.QuerySelector("input" + link.GetAttribute("href")) != null);
    }

    [Fact]
    public async Task ErrorSummary_ErrorOfTheWholeForm_ComesFirstAndHasNoLink()
    {
        _view.ModelState.AddModelError("Title", "Enter a title");
        _view.ModelState.AddModelError("", "Somebody else has changed this course");

        var html = await _view.WriteAsync(new Element(new ErrorSummaryTagHelper()));

        var items = html.QuerySelectorAll(".govuk-error-summary li");
        items.Select(item => item.TextContent).ShouldBe(["Somebody else has changed this course", "Enter a title"]);
        items[0].QuerySelector("a").ShouldBeNull();
    }

    [Fact]
    public async Task ErrorSummary_TwoErrorsOfAField_ListsTheOneThatTheFieldSays()
    {
        _view.ModelState.AddModelError("Title", "First");
        _view.ModelState.AddModelError("Title", "Second");

        var html = await _view.WriteAsync(new Element(new ErrorSummaryTagHelper()), new Element(new InputTagHelper { For = _view.For("Title") }));

        html.QuerySelectorAll(".govuk-error-summary li").ShouldHaveSingleItem().TextContent.ShouldBe("First");
    }
}
