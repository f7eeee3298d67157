using AngleSharp.Dom;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.ChangingFields;

[Requirement("CMS-02")]
public class ChangeFieldTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/parts/LearningPart/Summary", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/types/parts/LearningPart/Nothing")]
    [InlineData("/content/types/parts/Nothing/Summary")]
    public async Task Get_NoSuchField_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Post_FieldOfAModule_IsRelabelledOnly()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/types/parts/LearningPart/Formats?type=Course");
        page.Body!.TextContent.ShouldContain("The module Catalogue");
        page.QuerySelector("[name='Form.Facet']").ShouldBeNull();
        page.QuerySelector("a[href*='/kind']").ShouldBeNull();
        page.QuerySelector("[name=retire]").ShouldBeNull();

        using var answer = await client.SubmitAsync(page.FormWith("Form.Label"), ("Form.Label", "Way of learning"));

        ((int)answer.StatusCode).ShouldBe(302);
        var field = (await portal.FieldAsync("LearningPart", "Formats"))!;
        (field.DisplayName, field.FieldName).ShouldBe(("Way of learning", "MultiTextField"));
        (await client.GetPageAsync("/content/new/Course")).Body!.TextContent.ShouldContain("Way of learning");
    }

    [Fact]
    public async Task Post_FieldWhoseChoicesAreThePortalsRoles_IsRelabelled()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/types/parts/VisibilityPart/Roles");
        page.QuerySelector("[name='Form.ChoiceNames']").ShouldBeNull();

        using var answer = await client.SubmitAsync(page.FormWith("Form.Label"), ("Form.Label", "Seen by"));

        ((int)answer.StatusCode).ShouldBe(302);
        (await portal.FieldAsync("VisibilityPart", "Roles"))!.DisplayName.ShouldBe("Seen by");
    }

    [Fact]
    public async Task Post_RetireFieldOfAModule_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddFieldAsync("Course", "Spare", "line");
        var form = (await client.GetPageAsync("/content/types/parts/Course/Spare")).FormWith("retire");
        form.Action = form.Action.Replace("parts/Course/Spare", "parts/LearningPart/Summary", StringComparison.Ordinal);

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors().ShouldBe(["The module Catalogue relies on this field. It cannot be retired"]);
        (await portal.FieldAsync("LearningPart", "Summary"))!.UseSettings.Retired.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ChoiceThatCodeKnows_IsNotTakenOut()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/types/parts/LearningPart/Classification")).FormWith("Form.Label");
        var at = form.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("[name='Form.ChoiceValues']").ToList().FindIndex(row => row.Value == "mandatory");
        form.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("[name='Form.ChoiceNames']").ElementAt(at).Value = "";

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldContain("cannot be taken out: the module Catalogue relies on it");
    }

    [Fact]
    public async Task Post_ChoiceThatItemsHave_AsksFirst()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Outfit");
        await client.AddFieldAsync("Outfit", "Style", "choice", ["Casual", "Smart", "Formal"]);
        await portal.PublishAsync("Outfit", "Gala", "outfit-gala", ("Style", TypePages.Text("formal")));
        var form = (await client.GetPageAsync("/content/types/parts/Outfit/Style?type=Outfit")).FormWith("Form.Label").WithChoices("Casual", "Smart", "");

        using var asked = await client.SubmitAsync(form);
        var page = await asked.ReadPageAsync();
        page.Body!.TextContent.ShouldContain("“Formal” is chosen in 1 item");
        (await portal.FieldAsync("Outfit", "Style"))!.Settings.ToJsonString().ShouldContain("formal");
        using var done = await client.SubmitAsync(page.FormWith("Form.Label"), ("Anyway", "true"));

        ((int)done.StatusCode).ShouldBe(302);
        (await portal.FieldAsync("Outfit", "Style"))!.Settings.ToJsonString().ShouldNotContain("formal");
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_LosesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Meeting");
        await client.AddFieldAsync("Meeting", "Place", "line");
        var mine = (await client.GetPageAsync("/content/types/parts/Meeting/Place")).FormWith("Form.Label");
        using var theirs = await client.SubmitAsync((await client.GetPageAsync("/content/types/parts/Meeting/Place")).FormWith("Form.Label"), ("Form.Label", "Theirs"));

        using var answer = await client.SubmitAsync(mine, ("Form.Label", "Mine"));

        var page = await answer.ReadPageAsync();
        page.Errors()[0].ShouldStartWith("Somebody else changed these fields");
        page.ValueOf("Form.Label").ShouldBe("Mine");
        (await portal.FieldAsync("Meeting", "Place"))!.DisplayName.ShouldBe("Theirs");
        using var again = await client.SubmitAsync(page.FormWith("Form.Label"));
        (await portal.FieldAsync("Meeting", "Place"))!.DisplayName.ShouldBe("Mine");
    }

    [Fact]
    public async Task Post_RetiredAndBack_LeavesFormsAndComesBackWithItsValue()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Vehicle");
        await client.AddFieldAsync("Vehicle", "Plate", "line");
        await portal.PublishAsync("Vehicle", "Van", "vehicle-van", ("Plate", TypePages.Text("AB12 CDE")));

        using var retired = await client.SubmitAsync((await client.GetPageAsync("/content/types/parts/Vehicle/Plate?type=Vehicle")).FormWith("retire"));
        (await client.GetPageAsync("/content/vehicle-van")).QuerySelector("[name='Vehicle.Plate']").ShouldBeNull();
        (await portal.ValueAsync("vehicle-van", "Plate")).ShouldBe("""{"Text":"AB12 CDE"}""");
        using var back = await client.SubmitAsync((await client.GetPageAsync("/content/types/parts/Vehicle/Plate?type=Vehicle")).FormWith("retire"));

        (await client.GetPageAsync("/content/vehicle-van")).ValueOf("Vehicle.Plate").ShouldBe("AB12 CDE");
        (await portal.SummariesAsync("Vehicle")).Take(2).ShouldBe(["Brought back the field Plate of Vehicle", "Retired the field Plate of Vehicle"]);
    }

    [Fact]
    public async Task Post_Limits_HoldInTheForm()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Ticket");
        await client.AddFieldAsync("Ticket", "Code", "line", null, ("Form.MinimumLength", "4"), ("Form.MaximumLength", "6"), ("Form.Default", "AB00"));
        await client.AddFieldAsync("Ticket", "Valid until", "date", null, ("Form.Earliest.Day", "1"), ("Form.Earliest.Month", "3"), ("Form.Earliest.Year", "2026"));
        var form = (await client.GetPageAsync("/content/new/Ticket")).ItemForm();
        form.Owner!.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("[name='Ticket.Code']")!.Value.ShouldBe("AB00");

        using var answer = await client.PressAsync(
            form, EditorPages.Publish, ("TitlePart.Title", "One"), ("Ticket.Code", "AB"), ("Ticket.ValidUntil.Day", "28"), ("Ticket.ValidUntil.Month", "2"), ("Ticket.ValidUntil.Year", "2026"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Ticket.Code").ShouldBe("Code must be 4 characters or more");
        page.ErrorBeside("Ticket.ValidUntil").ShouldBe("Valid until must be 1 March 2026 or later");
    }

    [Fact]
    public async Task Post_BadLimits_AreRefusedBesideTheField()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Weight");
        await client.AddFieldAsync("Weight", "Grams", "number");
        var form = (await client.GetPageAsync("/content/types/parts/Weight/Grams")).FormWith("Form.Label");

        using var answer = await client.SubmitAsync(form, ("Form.Label", ""), ("Form.Minimum", "10"), ("Form.Maximum", "2"), ("Form.Scale", "many"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Form.Label").ShouldBe("Enter a label");
        page.ErrorBeside("Form.Maximum").ShouldBe("Largest number must not be smaller than the smallest");
        page.ErrorBeside("Form.Scale").ShouldBe("Decimal places must be a whole number from 0 to 6");
        page.ValueOf("Form.Scale").ShouldBe("many");
    }
}
