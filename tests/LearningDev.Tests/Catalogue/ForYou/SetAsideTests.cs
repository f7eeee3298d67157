using System.Net;
using LearningDev.Catalogue.ForYou;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.ForYou;

[Requirement("CAT-08")]
public class SetAsideTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Page = "/catalogue/for-you/set-aside";

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(Page);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_Nothing_HelpsOn() =>
        (await portal.GetDocumentAsync(Page, "coach")).QuerySelector(".app-empty a[href='/catalogue/for-you']").ShouldNotBeNull();

    [Fact]
    public async Task Post_RecommendItAgain_BringsItBack()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var title = (await client.GetPageAsync("/catalogue/for-you")).Titles()[0];
        using var dismissed = await client.SubmitAsync((await client.GetPageAsync("/catalogue/for-you")).FormWith("Not this", title));
        var page = await client.GetPageAsync(Page);
        page.Titles().ShouldBe([title]);
        var form = page.FormWith("Recommend it again", title);

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe(Page);
        (await client.GetPageAsync(Page)).Banner().ShouldBe($"{title} may be recommended to you again");
        (await client.GetPageAsync("/catalogue/for-you")).Titles().ShouldContain(title);
        (await portal.EventsAsync("employee")).ShouldBe([nameof(RecommendationDismissed), nameof(DismissalUndone)]);
    }

    [Fact]
    public async Task Get_LongList_IsPagedWithoutWhatMayNotBeSeen()
    {
        var me = await portal.PersonIdAsync("editor");
        var restricted = await portal.RestrictedAsync();
        var ids = await portal.ReadAsync(db => db.Set<LearningDev.Catalogue.Entries.CatalogueEntry>().Where(entry => !entry.IsRestricted)
            .OrderBy(entry => entry.Slug).Select(entry => entry.ContentItemId).Take(25).ToListAsync());
        using var client = await portal.SignedInAsAsync("editor");
        await portal.WriteAsync(db => db.Add(new Dismissal { PersonId = me, ContentItemId = ids[0], DismissedUtc = DateTime.UtcNow }));
        var few = await portal.QueriesOfAsync(client, Page);
        await portal.WriteAsync(db => db.AddRange(ids.Skip(1).Append(restricted.ContentItemId).Select(id => new Dismissal { PersonId = me, ContentItemId = id, DismissedUtc = DateTime.UtcNow })));

        var page = await client.GetPageAsync(Page);

        (await portal.QueriesOfAsync(client, Page)).ShouldBe(few);
        page.Titles().Count.ShouldBe(20);
        (await client.GetPageAsync(Page + "?p=2")).Titles().Count.ShouldBe(5);
    }
}
