using LearningDev.Platform.Ui.GovukFrontend;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class GroupedFieldTagHelperTests
{
    private static readonly SelectListItem[] Topics = [new("Law", "law"), new("Money", "money"), new("People", "people")];

    private readonly CourseForm _form = new();
    private readonly TestView _view;

    public GroupedFieldTagHelperTests() => _view = new TestView(_form);

    [Fact]
    public async Task Radios_Error_DescribesTheFieldset()
    {
        _view.ModelState.AddModelError("Format", "Select a format");

        var html = await _view.WriteAsync(Formats());

        html.QuerySelector("fieldset")!.GetAttribute("aria-describedby").ShouldBe("Format-hint Format-error");
        html.QuerySelector("legend")!.TextContent.Trim().ShouldBe("How is it held?");
        html.QuerySelectorAll("input[type=radio]").Select(input => input.Id).ShouldBe(["Format", "Format-3"]);
        html.QuerySelectorAll("input[checked]").ShouldBeEmpty();
        html.QuerySelector(".govuk-radios__divider")!.TextContent.ShouldBe("or");
    }

    [Fact]
    public async Task Radios_Posted_KeepsTheChoiceAndShowsWhatDependsOnIt()
    {
        _form.Format = CourseFormat.FaceToFace;
        _view.Post("Format", "Online");

        var html = await _view.WriteAsync(Formats());

        html.QuerySelectorAll("input[checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("Online");
        html.QuerySelector("#conditional-Format")!.ClassList.ShouldContain("govuk-radios__conditional--hidden");
    }

    [Fact]
    public async Task Radios_Model_ChoosesItsValue()
    {
        _form.Format = CourseFormat.FaceToFace;

        var html = await _view.WriteAsync(Formats());

        html.QuerySelectorAll("input[checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("FaceToFace");
        html.QuerySelector("#conditional-Format")!.ClassList.ShouldNotContain("govuk-radios__conditional--hidden");
    }

    [Fact]
    public async Task Radios_Conditional_KeepsItsOwnFieldAndHint()
    {
        var html = await _view.WriteAsync(Formats());

        var conditional = html.QuerySelector("#conditional-Format")!;
        conditional.QuerySelector("input[name=Title]").ShouldNotBeNull();
        conditional.QuerySelector(".govuk-hint")!.TextContent.Trim().ShouldBe("The address");
        html.QuerySelectorAll(".govuk-radios__hint").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public async Task Radios_YesOrNo_FollowTheModel(bool model, string chosen)
    {
        _form.IsRecognised = model;

        var html = await _view.WriteAsync(new Element(
            new RadiosTagHelper { For = _view.For("IsRecognised"), Legend = "Recognised?" },
            "",
            new Element(new ChoiceTagHelper { Value = "true" }, "Yes"),
            new Element(new ChoiceTagHelper { Value = "false" }, "No")));

        html.QuerySelectorAll("input[checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe(chosen);
    }

    [Fact]
    public async Task Checkboxes_ListOfTheModel_TicksItsValues()
    {
        _form.Topics = ["law", "people"];

        var html = await _view.WriteAsync(new Element(new CheckboxesTagHelper { For = _view.For("Topics"), Legend = "Topics", Items = Topics }));

        html.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")).ShouldBe(["law", "people"]);
        html.QuerySelectorAll("input").Select(input => input.Id).ShouldBe(["Topics", "Topics-2", "Topics-3"]);
    }

    [Fact]
    public async Task Checkboxes_Posted_TickWhatWasTicked()
    {
        _form.Topics = ["law"];
        _view.Post("Topics", new[] { "money", "people" }, "Select one topic");

        var html = await _view.WriteAsync(new Element(new CheckboxesTagHelper { For = _view.For("Topics"), Legend = "Topics", Items = Topics }));

        html.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")).ShouldBe(["money", "people"]);
        html.QuerySelector("fieldset")!.GetAttribute("aria-describedby").ShouldBe("Topics-error");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checkboxes_Boolean_IsOneThatSaysThatItWasShown(bool model)
    {
        _form.IsMandatory = model;

        var html = await _view.WriteAsync(new Element(new CheckboxesTagHelper { For = _view.For("IsMandatory"), Label = "Everyone must do it" }));

        var checkbox = html.QuerySelector("input[type=checkbox]")!;
        checkbox.GetAttribute("value").ShouldBe("true");
        checkbox.HasAttribute("checked").ShouldBe(model);
        html.QuerySelector("input[type=hidden]")!.GetAttribute("name").ShouldBe("IsMandatory.Shown");
        html.QuerySelector("label[for=IsMandatory]")!.TextContent.Trim().ShouldBe("Everyone must do it");
        html.QuerySelector("fieldset").ShouldBeNull();
    }

    [Fact]
    public async Task Checkboxes_BooleanPostedTicked_StaysTicked()
    {
        _view.Post("IsMandatory", "true", "Ask your manager first");

        var html = await _view.WriteAsync(new Element(new CheckboxesTagHelper { For = _view.For("IsMandatory"), Label = "Everyone must do it" }));

        html.QuerySelector("input[type=checkbox]")!.HasAttribute("checked").ShouldBeTrue();
        html.QuerySelector("input[type=checkbox]")!.GetAttribute("aria-describedby").ShouldBe("IsMandatory-error");
    }

    [Fact]
    public async Task Checkboxes_WithoutModel_TakeNameAndValuesOfTheView()
    {
        var html = await _view.WriteAsync(new Element(new CheckboxesTagHelper
        {
            Name = "LearningPart.Formats",
            Legend = "Formats",
            Items = Topics,
            Values = ["money"],
            ErrorMessage = "Select one",
        }));

        html.QuerySelectorAll("input[checked]").ShouldHaveSingleItem().Id.ShouldBe("LearningPart_Formats-2");
        html.QuerySelector("#LearningPart_Formats-error").ShouldNotBeNull();
    }

    private Element Formats() => new(
        new RadiosTagHelper { For = _view.For("Format"), Legend = "How is it held?", Hint = "As most people take it" },
        "",
        new Element(
            new ChoiceTagHelper { Value = "FaceToFace" },
            "Face to face",
            new Element(
                new ConditionalTagHelper(),
                "",
                new Element(new InputTagHelper { For = _view.For("Title"), Label = "Where?" }),
                new Element(new HintTagHelper(), "The address"))),
        new Element(new DividerTagHelper(), "or"),
        new Element(new ChoiceTagHelper { Value = "Online" }, "Online"));
}
