using LearningDev.Platform.Ui.GovukFrontend;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class DateInputTagHelperTests
{
    private readonly CourseForm _form = new();
    private readonly TestView _view;

    public DateInputTagHelperTests() => _view = new TestView(_form);

    [Fact]
    public async Task DateInput_Model_FillsTheThreeFields()
    {
        _form.ReviewOn = new DateOnly(2026, 11, 5);

        var html = await _view.WriteAsync(new Element(new DateInputTagHelper { For = _view.For("ReviewOn") }));

        html.QuerySelectorAll("input").Select(input => (input.GetAttribute("name"), input.Id, input.GetAttribute("value"))).ShouldBe(
            [("ReviewOn.Day", "ReviewOn_Day", "5"), ("ReviewOn.Month", "ReviewOn_Month", "11"), ("ReviewOn.Year", "ReviewOn_Year", "2026")]);
        html.QuerySelector("legend")!.TextContent.Trim().ShouldBe("Date of review");
    }

    [Fact]
    public async Task DateInput_DateThatNobodySet_IsEmpty()
    {
        var html = await _view.WriteAsync(new Element(new DateInputTagHelper { For = _view.For("EndsOn"), Legend = "When does it end?" }));

        html.QuerySelectorAll("input[value]").ShouldBeEmpty();
    }

    [Fact]
    public async Task DateInput_PostedWithoutMonth_KeepsWhatWasTypedAndMarksTheMonth()
    {
        _form.ReviewOn = new DateOnly(2026, 11, 5);
        Post("27", "", "2027", "Date of review must include a month");

        var html = await _view.WriteAsync(new Element(new DateInputTagHelper { For = _view.For("ReviewOn"), Hint = "For example, 27 3 2027" }));

        html.QuerySelectorAll("input").Select(input => input.GetAttribute("value")).ShouldBe(["27", "", "2027"]);
        html.QuerySelectorAll(".govuk-input--error").ShouldHaveSingleItem().Id.ShouldBe("ReviewOn_Month");
        html.QuerySelector("fieldset")!.GetAttribute("aria-describedby").ShouldBe("ReviewOn-hint ReviewOn-error");
    }

    [Fact]
    public async Task DateInput_RealDateThatIsRefused_MarksAllFields()
    {
        Post("1", "1", "2020", "Date of review must be in the future");

        var html = await _view.WriteAsync(new Element(new DateInputTagHelper { For = _view.For("ReviewOn") }));

        html.QuerySelectorAll(".govuk-input--error").Length.ShouldBe(3);
    }

    [Fact]
    public async Task ErrorSummary_WrongMonth_LinksToTheMonth()
    {
        Post("27", "13", "2027", "Date of review must be a real date");

        var html = await _view.WriteAsync(new Element(new ErrorSummaryTagHelper()), new Element(new DateInputTagHelper { For = _view.For("ReviewOn") }));

        html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#ReviewOn_Month");
    }

    private void Post(string day, string month, string year, string error)
    {
        _view.Post("ReviewOn.Day", day);
        _view.Post("ReviewOn.Month", month);
        _view.Post("ReviewOn.Year", year);
        _view.ModelState.AddModelError("ReviewOn", error);
    }
}
