using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.AddingParts;

[Requirement("CMS-02")]
public class AddPartTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/Provider/add-part", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoSuchType_IsNotFound() => (await portal.StatusAsync("/content/types/Nothing/add-part", "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_TypeWithParts_OffersTheOthers()
    {
        var page = await portal.GetDocumentAsync("/content/types/Course/add-part", "editor");

        page.QuerySelector("input[value=AliasPart]").ShouldNotBeNull();
        page.QuerySelector("input[value=LearningPart]").ShouldBeNull();
        page.QuerySelector("input[value=TaxonomyPart]").ShouldBeNull();
    }

    [Fact]
    public async Task Post_Nothing_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/types/Course/add-part")).FormWith("Part"));

        (await answer.ReadPageAsync()).Errors().ShouldBe(["Select a part"]);
    }

    [Fact]
    public async Task Post_Part_IsInTheFormBeforeTheAddress()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/types/Provider/add-part")).FormWith("Part"), ("Part", "VisibilityPart"));

        ((int)answer.StatusCode).ShouldBe(302);
        (await portal.DefinitionsAsync()).FindType("Provider")!.PartsInOrder.Select(part => part.Name).TakeLast(2).ShouldBe(["VisibilityPart", "AutoroutePart"]);
        (await client.GetPageAsync("/content/new/Provider")).QuerySelector("[name='VisibilityPart.Roles']").ShouldNotBeNull();
        (await portal.SummariesAsync("Provider"))[0].ShouldBe("Gave the content type Provider the part Who can see it");
    }
}
