using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Goals;


[Requirement("COA-03")]
public class GoalsTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/goals");

    [Fact]
    public async Task Post_TooLong_ShowsError()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/goals", "Save", ("Words", new string('w', 5001)));

        await answer.ShouldRefuseAsync("Goals must be 5,000 characters or less");
    }

    [Fact]
    public async Task Post_ByEither_IsReadByBoth()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/goals", "Save", ("Words", "Say no more often"));
        answer.ShouldLeadTo($"/partnerships/{id}");
        using var guide = await portal.SignedInAsAsync("coach");
        using var changed = await guide.PressAsync($"/partnerships/{id}/goals", "Save", ("Words", "Say no, and yes"));

        (await client.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Say no, and yes");
        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipGoalsChanged)).ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("There before")]
    public async Task Post_OtherHasSavedMeanwhile_ShowsBothAndSavesNothing(string before)
    {
        var id = await portal.ActiveAsync(goals: before);
        using var learner = await portal.SignedInAsAsync("employee");
        using var guide = await portal.SignedInAsAsync("coach");
        var form = (await learner.GetPageAsync($"/partnerships/{id}/goals")).FormWith("Save");
        using var first = await guide.PressAsync($"/partnerships/{id}/goals", "Save", ("Words", "Of the guide"));
        using var second = await learner.SubmitAsync(form, ("Words", "Of the walker"));

        var page = await second.ShouldRefuseAsync("Grace Adeyemi has changed the goals since you opened this page");
        page.MainText().ShouldContain("Of the guide");
        page.MainText().ShouldContain("Of the walker");
        (await guide.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Of the guide");
        using var third = await learner.SubmitAsync(page.FormWith("Save"), ("Words", "Of both"));
        third.ShouldLeadTo($"/partnerships/{id}");
        (await guide.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Of both");
    }

    [Fact]
    public async Task Get_AfterTheEnd_LeadsBack()
    {
        var id = await portal.ActiveAsync(goals: "Stay readable");
        await portal.EndedAsync(id);
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/partnerships/{id}/goals");

        answer.ShouldLeadTo($"/partnerships/{id}");
        (await client.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Stay readable");
    }

    [Fact]
    public async Task Post_EndedWhileTheyWereWritten_ShowsErrorAndWhatWasTyped()
    {
        var id = await portal.ActiveAsync(goals: "Stay readable");
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/goals")).FormWith("Save");
        await portal.EndedAsync(id);

        using var answer = await client.SubmitAsync(form, ("Words", "A goal too late"));

        (await answer.ShouldRefuseAsync("This has ended, so its goals stay as they are. Copy what you want to keep into a note for you alone")).QuerySelector("textarea")!.TextContent.ShouldContain("A goal too late");
        (await client.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Stay readable");
    }
}
