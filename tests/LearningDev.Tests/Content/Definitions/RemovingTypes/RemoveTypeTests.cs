using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.RemovingTypes;

[Requirement("CMS-02")]
public class RemoveTypeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/Course/remove", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoSuchType_IsNotFound() => (await portal.StatusAsync("/content/types/Nothing/remove", "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_TypeOfAModule_SaysWhoReliesOnIt() =>
        (await portal.GetDocumentAsync("/content/types/Course/remove", "editor")).Body!.TextContent.ShouldContain("It cannot be removed. The module Catalogue relies on it.");

    [Fact]
    public async Task Post_TypeWithItemsSinceOpened_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Poster");
        var form = (await client.GetPageAsync("/content/types/Poster/remove")).Form();
        await portal.PublishAsync("Poster", "Wash your hands", "poster-1");

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldBe("It cannot be removed. There is 1 item of it. Remove it first, or retire the type.");
        (await portal.DefinitionsAsync()).FindType("Poster").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_TypeWithoutItems_IsGoneWithItsPart()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Sticker");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/types/Sticker/remove")).Form());

        ((int)answer.StatusCode).ShouldBe(302);
        var set = await portal.DefinitionsAsync();
        (set.FindType("Sticker"), set.FindPart("Sticker")).ShouldBe((null, null));
        (await portal.EventsAsync("Sticker")).TakeLast(2).ShouldBe(["ContentDefinitionRemoved", "ContentDefinitionRemoved"]);
    }
}
