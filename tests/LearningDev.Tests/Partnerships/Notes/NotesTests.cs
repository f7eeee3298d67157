using LearningDev.Partnerships.Notes;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Notes;

[Requirement("COA-03")]
public class NotesTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/notes");

    [Fact]
    public async Task Get_NoNotes_SaysWhatTheyAreFor()
    {
        var id = await portal.ActiveAsync();
        (await portal.GetDocumentAsync($"/partnerships/{id}/notes")).MainText().ShouldContain("There are no notes yet");
    }

    [Fact]
    public async Task Get_ManyNotes_AreOnPagesAndTakeAsManyQueriesAsFew()
    {
        var id = await portal.ActiveAsync();
        await WriteAsync(id, 2);
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync($"/partnerships/{id}/notes");
        portal.Queries.Restart();
        await client.GetPageAsync($"/partnerships/{id}/notes");
        var few = portal.Queries.Count;
        await WriteAsync(id, 30);
        await client.GetPageAsync($"/partnerships/{id}/notes");
        portal.Queries.Restart();
        var page = await client.GetPageAsync($"/partnerships/{id}/notes");

        portal.Queries.Count.ShouldBe(few);
        page.QuerySelectorAll(".app-results__item").Length.ShouldBe(20);
        (await client.GetPageAsync($"/partnerships/{id}/notes?p=2")).QuerySelectorAll(".app-results__item").Length.ShouldBe(12);
        (await client.GetPageAsync($"/partnerships/{id}/notes?p=99")).QuerySelectorAll(".app-results__item").Length.ShouldBe(12);
    }

    private Task WriteAsync(string id, int count) => portal.DoAsync("employee", async services =>
    {
        var own = (await services.GetRequiredService<OwnPartnerships>().TakeAsync(id, default))!;
        for (var number = 0; number < count; number++)
        {
            await services.GetRequiredService<NoteBook>().WriteAsync(own, Identifiers.New(), $"Note {number}", number % 2 == 0, default);
        }
    });
}
