using LearningDev.Platform.Ui.GovukFrontend;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class ChildElementTests
{
    private readonly TestView _view = new(new CourseForm());

    [Fact]
    public async Task SummaryList_Rows_HaveTheirValuesAndActions()
    {
        var html = await _view.WriteAsync(new Element(
            new SummaryListTagHelper(),
            "",
            new Element(
                new SummaryRowTagHelper { Key = "Name" },
                "Skills Hub",
                new Element(new SummaryActionTagHelper { Href = "/name", HiddenText = "name" }, "Change")),
            new Element(new SummaryRowTagHelper { Key = "Status" }, "", new Element(new TagTagHelper { Colour = "green" }, "Active"))));

        html.QuerySelectorAll("dt").Select(key => key.TextContent.Trim()).ShouldBe(["Name", "Status"]);
        html.QuerySelectorAll("dd.govuk-summary-list__value").Select(value => value.TextContent.Trim()).ShouldBe(["Skills Hub", "Active"]);
        html.QuerySelectorAll("a").ShouldHaveSingleItem().TextContent.ShouldBe("Change name");
        html.QuerySelectorAll(".govuk-summary-list__row--no-actions").ShouldHaveSingleItem().TextContent.ShouldContain("Status");
        html.QuerySelector(".govuk-tag--green").ShouldNotBeNull();
    }

    [Fact]
    public async Task SummaryList_Card_HasTheActionsThatStandInTheList()
    {
        var html = await _view.WriteAsync(new Element(
            new SummaryListTagHelper { CardTitle = "Provider" },
            "",
            new Element(new SummaryActionTagHelper { Href = "/delete" }, "Delete"),
            new Element(new SummaryRowTagHelper { Key = "Name" }, "Skills Hub")));

        html.QuerySelector("h2.govuk-summary-card__title")!.TextContent.Trim().ShouldBe("Provider");
        html.QuerySelector(".govuk-summary-card__actions a")!.TextContent.ShouldBe("Delete (Provider)");
        html.QuerySelector("dl a").ShouldBeNull();
    }

    [Fact]
    public async Task Table_HeadsAndRows_AreHandedToTheTable()
    {
        var html = await _view.WriteAsync(new Element(
            new TableTagHelper { Caption = "Sessions", FirstCellIsHeader = true },
            "",
            new Element(new TableCellTagHelper(), "Date"),
            new Element(new TableCellTagHelper { Format = "numeric" }, "Places"),
            new Element(
                new TableRowTagHelper(),
                "",
                new Element(new TableCellTagHelper(), "22 November 2026"),
                new Element(new TableCellTagHelper { Format = "numeric" }, "12"))));

        html.QuerySelectorAll("thead th").Select(head => head.TextContent).ShouldBe(["Date", "Places"]);
        html.QuerySelector("tbody th[scope=row]")!.TextContent.ShouldBe("22 November 2026");
        html.QuerySelector("tbody td.govuk-table__cell--numeric")!.TextContent.ShouldBe("12");
    }

    [Fact]
    public async Task Table_ThreeColumns_NamesTheColumnAtEachCell()
    {
        var html = await _view.WriteAsync(new Element(
            new TableTagHelper(),
            "",
            new Element(new TableCellTagHelper(), "Date"),
            new Element(new TableCellTagHelper(), "Places & rooms"),
            new Element(new TableCellTagHelper(), "State"),
            new Element(
                new TableRowTagHelper(),
                "",
                new Element(new TableCellTagHelper(), "22 November 2026"),
                new Element(new TableCellTagHelper(), "12"),
                new Element(new TableCellTagHelper(), "Open"))));

        html.QuerySelectorAll("table.app-stacked-table tbody td").Select(cell => cell.GetAttribute("data-label")).ShouldBe(["Date", "Places & rooms", "State"]);
    }

    [Fact]
    public async Task TaskList_StatusWithoutColour_IsPlainText()
    {
        var html = await _view.WriteAsync(new Element(
            new TaskListTagHelper(),
            "",
            new Element(new TaskTagHelper { Href = "/goals", Status = "Not yet started", Colour = "blue" }, "Your goals"),
            new Element(new TaskTagHelper { Status = "Completed" }, "Your role")));

        html.QuerySelector("li a")!.TextContent.Trim().ShouldBe("Your goals");
        html.QuerySelectorAll(".govuk-tag").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("Not yet started");
        html.QuerySelectorAll(".govuk-task-list__status")[1].TextContent.Trim().ShouldBe("Completed");
    }

    [Fact]
    public async Task Breadcrumbs_LastWithoutAddress_IsThePageItself()
    {
        var html = await _view.WriteAsync(new Element(
            new BreadcrumbsTagHelper(),
            "",
            new Element(new BreadcrumbTagHelper { Href = "/" }, "Home"),
            new Element(new BreadcrumbTagHelper(), "Courses")));

        html.QuerySelectorAll("a").ShouldHaveSingleItem().TextContent.ShouldBe("Home");
        html.QuerySelector("li[aria-current=page]")!.TextContent.ShouldBe("Courses");
    }

    [Fact]
    public async Task Fieldset_LegendAndFieldsInside_KeepTheirPlaces()
    {
        var html = await _view.WriteAsync(new Element(
            new FieldsetTagHelper(),
            "",
            new Element(new LegendTagHelper(), "Your address"),
            new Element(new HintTagHelper(), "At home"),
            new Element(new InputTagHelper { For = _view.For("Title"), Label = "Street" })));

        html.QuerySelector("fieldset > legend")!.TextContent.Trim().ShouldBe("Your address");
        html.QuerySelector("fieldset > .govuk-hint")!.TextContent.Trim().ShouldBe("At home");
        html.QuerySelector("input")!.HasAttribute("aria-describedby").ShouldBeFalse();
    }

    [Fact]
    public async Task Button_PreventDoubleClick_IsToldToTheScript()
    {
        var html = await _view.WriteAsync(new Element(new ButtonTagHelper { PreventDoubleClick = true }, "Save <now>")
        {
            Attributes = [("class", "govuk-button--warning"), ("formaction", "/x?a=1&amp;b=2")],
        });

        var button = html.QuerySelector("button")!;
        button.GetAttribute("type").ShouldBe("submit");
        button.GetAttribute("data-module").ShouldBe("govuk-button");
        button.GetAttribute("data-prevent-double-click").ShouldBe("true");
        button.GetAttribute("formaction").ShouldBe("/x?a=1&b=2");
        button.ClassName.ShouldBe("govuk-button govuk-button--warning");
        button.TextContent.Trim().ShouldBe("Save <now>");
    }
}
