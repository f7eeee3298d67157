using LearningDev.Tests.Content.Definitions;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Taxonomies.Administering.Adding;

[Requirement("CMS-02")]
public class AddTermTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/taxonomies/topics/add", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoTaxonomy_IsNotFound() => (await portal.StatusAsync("/content/taxonomies/nothing/add", "editor")).ShouldBe(404);

    [Theory]
    [InlineData(false, "Enter a name")]
    [InlineData(true, "There is a term of this name already. Merge the two, or choose a different name")]
    public async Task Post_NameThatWillNotDo_IsRefused(bool isTaken, string error)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var taken = (await portal.TermsAsync("topics"))[0];

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/taxonomies/topics/add")).Form(), ("Name", isTaken ? taken.ToUpperInvariant() : ""));

        (await answer.ReadPageAsync()).ErrorBeside("Name").ShouldBe(error);
    }

    [Fact]
    public async Task Post_TermTwice_IsThereOnceAndCanBeChosen()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/taxonomies/topics/add")).Form();
        using var first = await client.SubmitAsync(form, ("Name", "Beekeeping"), ("Under", "topic-leadership"));
        using var second = await client.SubmitAsync(form, ("Name", "Beekeeping"), ("Under", "topic-leadership"));

        ((int)second.StatusCode).ShouldBe(302);
        (await portal.TermsAsync("topics")).Count(term => term == "-Beekeeping").ShouldBe(1);
        (await client.GetPageAsync("/content/new/Course")).Body!.TextContent.ShouldContain("Beekeeping");
    }
}
