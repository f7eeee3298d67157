using System.Globalization;
using LearningDev.Platform.Ui.GovukFrontend;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class LabelledFieldTagHelperTests
{
    private readonly CourseForm _form = new();
    private readonly TestView _view;

    public LabelledFieldTagHelperTests() => _view = new TestView(_form);

    [Fact]
    public async Task Input_ForProperty_HasItsNameIdValueAndDisplayName()
    {
        _form.Title = "Tea & <cake>";

        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("Title") }));

        var input = html.QuerySelector("input")!;
        input.GetAttribute("name").ShouldBe("Title");
        input.Id.ShouldBe("Title");
        input.GetAttribute("value").ShouldBe("Tea & <cake>");
        input.HasAttribute("aria-describedby").ShouldBeFalse();
        html.QuerySelector("label[for=Title]")!.TextContent.Trim().ShouldBe("Course title");
    }

    [Fact]
    public async Task Input_PropertyWithoutDisplayName_IsLabelledWithItsNameInWords()
    {
        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("ProviderWebsite") }));

        html.QuerySelector("label[for=ProviderWebsite]")!.TextContent.Trim().ShouldBe("Provider website");
    }

    [Fact]
    public async Task Input_PostedWithError_KeepsWhatWasTypedAndSaysTheError()
    {
        _form.Title = "As saved";
        _view.Post("Title", "As typed", "Title must be shorter");

        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("Title"), Hint = "Keep it short" }));

        var input = html.QuerySelector("input")!;
        input.GetAttribute("value").ShouldBe("As typed");
        input.GetAttribute("aria-describedby").ShouldBe("Title-hint Title-error");
        html.QuerySelector("#Title-hint")!.TextContent.Trim().ShouldBe("Keep it short");
        html.QuerySelector("#Title-error")!.TextContent.Trim().ShouldBe("Error: Title must be shorter");
        html.QuerySelector(".govuk-form-group--error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Input_PostedEmpty_DoesNotBringBackTheModelsValue()
    {
        _form.Title = "As saved";
        _view.Post("Title", "", "Enter a title");

        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("Title") }));

        html.QuerySelector("input")!.GetAttribute("value").ShouldBe("");
    }

    [Fact]
    public async Task Input_TwoErrors_SaysTheFirst()
    {
        _view.Post("Title", "x", "First");
        _view.ModelState.AddModelError("Title", "Second");

        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("Title") }));

        html.QuerySelectorAll(".govuk-error-message").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("Error: First");
    }

    [Fact]
    public async Task Input_WithoutModel_TakesNameValueAndErrorOfTheView()
    {
        var html = await _view.WriteAsync(new Element(new InputTagHelper
        {
            Name = "LearningPart.Summary.Text",
            Label = "Summary",
            Value = "What it is",
            ErrorMessage = "Summary is too long",
        }));

        var input = html.QuerySelector("input")!;
        input.GetAttribute("name").ShouldBe("LearningPart.Summary.Text");
        input.Id.ShouldBe("LearningPart_Summary_Text");
        input.GetAttribute("value").ShouldBe("What it is");
        input.GetAttribute("aria-describedby").ShouldBe("LearningPart_Summary_Text-error");
    }

    [Fact]
    public async Task Input_WithoutModelPostedWithError_AsksTheModelStateForItsName()
    {
        _view.Post("LearningPart.Summary.Text", "Typed", "Summary is too long");

        var html = await _view.WriteAsync(new Element(new InputTagHelper { Name = "LearningPart.Summary.Text", Label = "Summary", Value = "Saved" }));

        html.QuerySelector("input")!.GetAttribute("value").ShouldBe("Typed");
        html.QuerySelector(".govuk-error-message")!.TextContent.ShouldContain("Summary is too long");
    }

    [Fact]
    public async Task Input_ClassAndFurtherAttributes_StandOnTheInput()
    {
        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("Title"), Width = "govuk-input--width-5" })
        {
            Attributes = [("class", "app-title"), ("maxlength", "80"), ("data-note", "&quot;quoted&quot;")],
        });

        var input = html.QuerySelector("input")!;
        input.ClassName.ShouldBe("govuk-input govuk-input--width-5 app-title");
        input.GetAttribute("maxlength").ShouldBe("80");
        input.GetAttribute("data-note").ShouldBe("\"quoted\"");
    }

    [Fact]
    public async Task Input_Number_IsWrittenAsItIsReadBack()
    {
        _form.Cost = 1250.50m;

        var html = await _view.WriteAsync(new Element(new InputTagHelper { For = _view.For("Cost"), Label = "Cost", Prefix = "£", Suffix = "a head" }));

        html.QuerySelector("input")!.GetAttribute("value").ShouldBe(1250.50m.ToString(CultureInfo.CurrentCulture));
        html.QuerySelector(".govuk-input__prefix")!.TextContent.ShouldBe("£");
        html.QuerySelector(".govuk-input__suffix")!.TextContent.ShouldBe("a head");
    }

    [Fact]
    public async Task Input_HintAndLabelAsChildren_TakeTheirPlace()
    {
        var html = await _view.WriteAsync(new Element(
            new InputTagHelper { For = _view.For("Title") },
            "",
            new Element(new LabelTagHelper(), "Title of the course"),
            new Element(new HintTagHelper(), "See the guide")));

        html.QuerySelector("label")!.TextContent.Trim().ShouldBe("Title of the course");
        html.QuerySelector("label")!.GetAttribute("for").ShouldBe("Title");
        html.QuerySelectorAll(".govuk-hint").ShouldHaveSingleItem().Id.ShouldBe("Title-hint");
    }

    [Fact]
    public async Task Textarea_PostedTextThatBeginsWithALineBreak_KeepsTheLineBreak()
    {
        _view.Post("Title", "\nSecond line", "Title must be one line");

        var html = await _view.WriteAsync(new Element(new TextareaTagHelper { For = _view.For("Title"), Rows = 8 }));

        var textarea = html.QuerySelector("textarea")!;
        textarea.TextContent.ShouldBe("\nSecond line");
        textarea.GetAttribute("rows").ShouldBe("8");
        textarea.GetAttribute("aria-describedby").ShouldBe("Title-error");
    }

    [Fact]
    public async Task CharacterCount_Posted_KeepsWhatWasTypedAndNamesTheLimit()
    {
        _view.Post("Title", "Long", "Title must be 3 characters or less");

        var html = await _view.WriteAsync(new Element(new CharacterCountTagHelper { For = _view.For("Title"), Maxlength = 3, Hint = "Short" }));

        html.QuerySelector("textarea")!.TextContent.ShouldBe("Long");
        html.QuerySelector("textarea")!.GetAttribute("aria-describedby").ShouldBe("Title-info Title-hint Title-error");
        html.QuerySelector("#Title-info")!.TextContent.Trim().ShouldBe("You can enter up to 3 characters");
    }

    [Theory]
    [InlineData(null, "b")]
    [InlineData("a", "a")]
    [InlineData("", "")]
    public async Task Select_Value_IsWhatWasChosenElseTheModels(string? posted, string selected)
    {
        _form.Unit = "b";
        if (posted is not null)
        {
            _view.Post("Unit", posted);
        }

        var html = await _view.WriteAsync(new Element(new SelectTagHelper
        {
            For = _view.For("Unit"),
            Label = "Unit",
            EmptyText = "Choose a unit",
            Items = [new SelectListItem("Alpha", "a"), new SelectListItem("Beta", "b")],
        }));

        html.QuerySelectorAll("option").Select(option => option.GetAttribute("value")).ShouldBe(["", "a", "b"]);
        html.QuerySelectorAll("option[selected]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe(selected);
    }

    [Fact]
    public async Task Select_NoValue_ChoosesTheItemThatIsMarked()
    {
        var html = await _view.WriteAsync(new Element(new SelectTagHelper
        {
            For = _view.For("Unit"),
            Label = "Unit",
            Items = [new SelectListItem("Alpha", "a"), new SelectListItem("Beta", "b", selected: true)],
        }));

        html.QuerySelectorAll("option[selected]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("b");
    }

    [Fact]
    public async Task PasswordInput_Posted_IsNotWrittenBack()
    {
        _form.Password = "secret";
        _view.Post("Password", "secret", "Enter a longer password");

        var html = await _view.WriteAsync(new Element(new PasswordInputTagHelper { For = _view.For("Password"), Label = "Password" }));

        html.QuerySelector("input")!.HasAttribute("value").ShouldBeFalse();
        html.QuerySelector("#Password-error").ShouldNotBeNull();
        html.InnerHtml.ShouldNotContain("secret");
    }

    [Fact]
    public async Task FileUpload_Error_DescribesTheInput()
    {
        _view.ModelState.AddModelError("Outline", "Select a file");

        var html = await _view.WriteAsync(new Element(new FileUploadTagHelper { Name = "Outline", Label = "Outline", Hint = "A PDF" })
        {
            Attributes = [("accept", ".pdf")],
        });

        var input = html.QuerySelector("input[type=file]")!;
        input.GetAttribute("aria-describedby").ShouldBe("Outline-hint Outline-error");
        input.GetAttribute("accept").ShouldBe(".pdf");
        input.ClassList.ShouldContain("govuk-file-upload--error");
    }
}
