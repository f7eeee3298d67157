using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.ForYou;
using LearningDev.Catalogue.Recommending;
using LearningDev.Catalogue.Saving;
using LearningDev.Platform.People;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.ForYou;

[Requirement("CAT-08")]
public class ForYouTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Page = "/catalogue/for-you";

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(Page);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_NewEmployeeWithNothingSaved_SeesMandatoryAndNewLearning()
    {
        var page = await portal.GetDocumentAsync(Page, "administrator");
        page.QuerySelector("section[aria-labelledby=mandatory-title]")!.TextContent.ShouldContain("Mandatory for everyone");
        Reasons(page).Values.ShouldAllBe(reasons => reasons[0] == "New in the catalogue");
        Reasons(page).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_Manager_SeesWhatIsForTheirLevel() =>
        Reasons(await portal.GetDocumentAsync(Page, "democratic-services")).Values.ShouldContain(reasons => reasons.Contains("For your level: Team leader"));

    [Fact]
    public async Task Get_Councillor_SeesWhatIsForCouncillors()
    {
        var page = await portal.GetDocumentAsync(Page, "councillor");
        page.Body!.TextContent.ShouldContain("Mandatory for councillors");
        Reasons(page).Values.ShouldContain(reasons => reasons.Contains("For your level: Councillor"));
    }

    [Fact]
    public async Task Get_PersonWithoutLevelAndUnit_SeesSensibleLearning()
    {
        await portal.ChangePersonAsync("hr", person => (person.RoleLevel, person.UnitId) = ("", null));
        Reasons(await portal.GetDocumentAsync(Page, "hr")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_PathwaySaved_SuggestsItsNextStepAndLikeLearningOnce()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await client.SaveAsync("core-learning-pathway");
        await client.SaveAsync("minute-taking");

        var page = await client.GetPageAsync(Page);

        var reasons = Reasons(page);
        page.Titles().ShouldBeUnique();
        reasons["Political awareness"].ShouldContain("Next step of Core learning pathway");
        reasons.Values.ShouldContain(all => all.Contains("Because you saved Minute taking"));
        page.Titles().ShouldNotContain("Minute taking");
        await client.SaveAsync("political-awareness");
        Reasons(await client.GetPageAsync(Page))["Time management"].ShouldContain("Next step of Core learning pathway");
    }

    [Fact]
    public async Task Get_SavedByFourOthers_TellsNoNumberAndByFiveItDoes()
    {
        var coach = await portal.PersonIdAsync("coach");
        var others = await portal.ReadAsync(async db =>
        {
            var top = await db.Units.Where(unit => unit.Code == "PP").Select(unit => unit.Id).SingleAsync();
            var branch = await db.Units.Where(unit => unit.Id == top || unit.ParentId == top || db.Units.Any(middle => middle.Id == unit.ParentId && middle.ParentId == top)).Select(unit => unit.Id).ToListAsync();
            return await db.Users.Where(person => branch.Contains(person.UnitId!) && person.Id != coach).OrderBy(person => person.Id).Select(person => person.Id).Take(5).ToListAsync();
        });
        others.Count.ShouldBe(5);
        await portal.WriteAsync(db => db.AddRange(others.Take(4).Select(id => new SavedEntry { PersonId = id, ContentItemId = "presenting-with-impact", SavedUtc = DateTime.UtcNow })));
        using var client = await portal.SignedInAsAsync("coach");
        (await client.GetPageAsync(Page)).Body!.TextContent.ShouldNotContain("Saved by");

        await portal.WriteAsync(db => db.Add(new SavedEntry { PersonId = others[4], ContentItemId = "presenting-with-impact", SavedUtc = DateTime.UtcNow }));

        Reasons(await client.GetPageAsync(Page))["Presenting with impact"].ShouldContain("Saved by 5 people in People and Policy");
    }

    [Fact]
    public async Task Post_NotThis_NeverComesBackAndTwiceIsFine()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.SaveAsync("managing-stress");
        var page = await client.GetPageAsync(Page);
        var title = page.Titles()[0];
        var form = page.FormWith("Not this", title);

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe(Page);
        again.Headers.Location!.OriginalString.ShouldBe(Page);
        page = await client.GetPageAsync(Page);
        page.Banner().ShouldBe($"{title} will not be recommended to you again");
        page.Titles().ShouldNotContain(title);
        (await portal.EventsAsync("editor")).Count(name => name == nameof(RecommendationDismissed)).ShouldBe(1);
        var slug = await portal.ReadAsync(db => db.Set<LearningDev.Catalogue.Entries.CatalogueEntry>().Where(entry => entry.Title == title).Select(entry => entry.Slug).SingleAsync());
        using var manager = await portal.SignedInAsAsync("manager");
        using var sent = await manager.RecommendAsync(slug, "pritchard");
        (await client.GetPageAsync(Page)).Titles().ShouldNotContain(title);
    }

    [Fact]
    public async Task Post_NotThisToMandatoryLearning_IsRefusedWithTheReason()
    {
        using var manager = await portal.SignedInAsAsync("manager");
        using var sent = await manager.RecommendAsync("fire-safety-awareness", "bellamy", "Please do it this week");
        using var client = await portal.SignedInAsAsync("chief-officer");
        var page = await client.GetPageAsync(Page);
        var item = page.QuerySelectorAll(".app-results__item")[0];
        item.QuerySelectorAll(".app-reasons__item > span").Select(reason => reason.TextContent).First().ShouldBe("Mandatory for everyone");
        item.TextContent.ShouldContain("Mandatory learning cannot be set aside");

        using var answer = await client.SubmitAsync(page.FormWith("Not this"), ("id", "fire-safety"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Fire safety awareness is mandatory for you");
        (await portal.ReadAsync(db => db.Dismissals.AnyAsync(row => row.ContentItemId == "fire-safety"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_EntryThatThePersonMayNotSee_IsNotFound()
    {
        var restricted = await portal.RestrictedAsync();
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Page)).FormWith("Not this");
        using var none = await client.SubmitAsync(form, ("id", "no-such-entry"));
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var employee = await portal.SignedInAsAsync("employee");
        using var hidden = await employee.SubmitAsync((await employee.GetPageAsync(Page)).FormWith("Not this"), ("id", restricted.ContentItemId));
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_RecommendedAndRestrictedSince_IsNotShown()
    {
        using var manager = await portal.SignedInAsAsync("manager");
        using var sent = await manager.RecommendAsync("springboard", "tan");
        var recipient = await portal.PersonIdAsync("mei.lin.tan");
        var id = await portal.ReadAsync(db => db.Set<LearningDev.Catalogue.Entries.CatalogueEntry>().Where(entry => entry.Slug == "springboard").Select(entry => entry.ContentItemId).SingleAsync());
        (await SuggestedToAsync(recipient, "team-leader")).ShouldContain(id);
        await portal.RestrictAsync(id, "Councillor");
        (await SuggestedToAsync(recipient, "team-leader")).ShouldNotContain(id);
        await portal.RestrictAsync(id);
    }

    [Fact]
    public async Task Get_MuchSavedAndSent_AsksNoMoreForIt()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var me = await portal.PersonIdAsync("employee");
        await portal.WriteAsync(db => db.RemoveRange(db.Set<SavedEntry>().Where(row => row.PersonId == me)));
        var ids = await portal.ReadAsync(db => db.Set<LearningDev.Catalogue.Entries.CatalogueEntry>().Where(entry => !entry.IsRestricted)
            .OrderBy(entry => entry.Slug).Select(entry => entry.ContentItemId).Take(60).ToListAsync());
        await portal.WriteAsync(db => db.AddRange(ids.Take(3).Select(id => new SavedEntry { PersonId = me, ContentItemId = id, SavedUtc = DateTime.UtcNow })));
        var few = await portal.QueriesOfAsync(client, Page);
        var other = await portal.PersonIdAsync("democratic-services");
        await portal.WriteAsync(db =>
        {
            db.AddRange(ids.Skip(3).Take(27).Select(id => new SavedEntry { PersonId = me, ContentItemId = id, SavedUtc = DateTime.UtcNow }));
            db.AddRange(ids.Skip(30).Select(id => new SentRecommendation { ContentItemId = id, SenderId = other, SenderName = "Imogen Fairweather", RecipientId = me, SentUtc = DateTime.UtcNow }));
            db.AddRange(ids.Skip(50).Select(id => new Dismissal { PersonId = me, ContentItemId = id, DismissedUtc = DateTime.UtcNow }));
        });

        var page = await client.GetPageAsync(Page);

        (await portal.QueriesOfAsync(client, Page)).ShouldBe(few);
        few.ShouldBeLessThan(45);
        page.Titles().Count.ShouldBe(20);
        (await client.GetPageAsync(Page)).Titles().ShouldBe(page.Titles());
        (await client.GetPageAsync(Page + "?p=2")).Titles().ShouldAllBe(title => !page.Titles().Contains(title));
        await portal.WriteAsync(db =>
        {
            db.RemoveRange(db.Set<SentRecommendation>().Where(row => row.SenderId == other));
            db.RemoveRange(db.Set<Dismissal>().Where(row => row.PersonId == me));
            db.RemoveRange(db.Set<SavedEntry>().Where(row => row.PersonId == me));
        });
    }

    /// <summary>The ids that all sources together suggest to somebody who sees what everyone sees.</summary>
    private async Task<IReadOnlyList<string>> SuggestedToAsync(string personId, string roleLevel)
    {
        await using var scope = portal.Scope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext
        {
            User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
                [new(System.Security.Claims.ClaimTypes.NameIdentifier, personId), new(System.Security.Claims.ClaimTypes.Role, "Employee"), new(CurrentPerson.RoleLevelClaim, roleLevel)], "test")),
        };
        return [.. (await services.GetRequiredService<RecommendedForYou>().FindAsync(default)).Select(one => one.ContentItemId)];
    }

    private static Dictionary<string, List<string>> Reasons(IHtmlDocument page) => page.QuerySelectorAll(".app-results__item").ToDictionary(
        item => item.QuerySelector(".app-results__title")!.TextContent.Trim(),
        item => item.QuerySelectorAll(".app-reasons__item > span").Select(reason => reason.TextContent.Trim()).ToList());
}

/// <summary>A portal in which another module knows what people need.</summary>
public sealed class PortalWithOtherSources : PortalHost
{
    protected override void Configure(IServiceCollection services)
    {
        services.AddScoped<IRecommendationSource, PlanNeed>();
    }

    private sealed class PlanNeed : IRecommendationSource
    {
        public Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Recommendation>>(
            [
                new("managing-stress", "Your plan: feel less under pressure", RecommendationStrength.Plan),
                new("core-learning-pathway", "Your plan: grow", RecommendationStrength.Plan),
                new("no-such-entry", "Your plan: nothing", RecommendationStrength.Plan),
            ]);
    }
}

[Requirement("CAT-08")]
public class OtherSourcesTests(PortalWithOtherSources portal) : IClassFixture<PortalWithOtherSources>
{
    [Fact]
    public async Task Get_SourcesOfOtherModules_AddTheirReasonsAndWhatIsDoneIsGone()
    {
        await using (var scope = portal.Scope())
        {
            var employee = (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync("employee"))!.Id;
            foreach (var done in new[] { "fire-safety", "core-learning-pathway" })
            {
                await scope.ServiceProvider.GetRequiredService<ILearningCompletions>().ReportAsync(employee, done, new DateOnly(2026, 1, 5));
            }
        }

        var page = await portal.GetDocumentAsync("/catalogue/for-you");
        page.Titles()[0].ShouldBe("Managing stress");
        page.QuerySelector(".app-reasons__item")!.TextContent.Trim().ShouldBe("Your plan: feel less under pressure");
        page.Titles().ShouldNotContain("Core learning pathway");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Fire safety awareness");
    }
}
