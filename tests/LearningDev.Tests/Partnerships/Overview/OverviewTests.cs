using System.Net;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Overview;

[Requirement("COA-03")]
public class OverviewTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private const string Url = "/partnerships/overview?kind=walking";

    [Theory]
    [InlineData("employee")]
    [InlineData("coach")]
    [InlineData("manager")]
    public async Task Get_WithoutPermission_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Filters_OfferNothingThatHoldsAnother()
    {
        // What is shown of all could be compared with what is shown of a part: each choice is one kind in one year, and whatever else is asked for is answered with one of these.
        var page = await portal.GetDocumentAsync("/partnerships/overview?kind=&year=", "hr");
        foreach (var name in (string[])["kind", "year"])
        {
            var values = page.QuerySelectorAll($"select[name={name}] option").Select(option => option.GetAttribute("value")).ToList();
            values.ShouldNotBeEmpty();
            values.ShouldAllBe(value => !string.IsNullOrEmpty(value));
            values.ShouldBeUnique();
            page.QuerySelectorAll($"select[name={name}] option[selected]").Length.ShouldBe(1);
        }

        page.QuerySelectorAll("main form select, main form input:not([type=hidden])").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Get_FewerThanFive_ShowsNothingOfThem()
    {
        await portal.ReadAsync(db => db.Partnerships.ExecuteDeleteAsync());
        await BeginAsync("employee", "manager", "editor", "administrator");
        var main = (await portal.GetDocumentAsync(Url, "hr")).MainText();
        main.ShouldContain("Fewer than 5 people");
        main.ShouldNotContain("People helped");
        main.ShouldNotContain("People and Policy");
    }

    [Fact]
    public async Task Get_Enough_ShowsBandsGroupsAndHoursAndTheFile()
    {
        await portal.ReadAsync(db => db.Partnerships.ExecuteDeleteAsync());
        var people = await portal.ReadAsync(db => db.Users.Where(person => person.UserName != "coach" && person.LeavesOn == null && person.UnitId != null).OrderBy(person => person.UserName).Select(person => person.UserName!).Take(12).ToArrayAsync());
        await BeginAsync(people);
        await portal.ReadAsync(db => db.Partnerships.ExecuteUpdateAsync(set => set.SetProperty(row => row.Minutes, 90)));

        var page = await portal.GetDocumentAsync(Url, "hr");

        var main = page.MainText();
        main.ShouldContain("People helped 10 to 14");
        main.ShouldContain("Hours together 18");
        page.QuerySelectorAll("main table caption").Select(caption => caption.TextContent.Trim()).ShouldContain("By directorate");
        page.QuerySelectorAll("main table td").ShouldAllBe(cell => !cell.TextContent.Contains("fewer"));
        using var client = await portal.SignedInAsAsync("hr");
        var csv = await client.GetStringAsync(page.QuerySelector("main a[href*=Csv]")!.GetAttribute("href")!);
        csv.ShouldContain("Table,Group,People,Hours");
        csv.ShouldContain("By directorate,");
    }

    [Fact]
    public async Task Get_FewWhoHaveHadSeveral_CountOnceEach()
    {
        await portal.ReadAsync(db => db.Partnerships.ExecuteDeleteAsync());
        await BeginAsync("employee", "manager", "editor", "administrator", "hr");
        foreach (var learner in (string[])["employee", "manager", "editor"])
        {
            foreach (var end in (PartnershipEnd[])[PartnershipEnd.Completed, PartnershipEnd.EndedEarly])
            {
                await portal.EndedAsync(await portal.ReadAsync(db => db.Partnerships.Where(row => row.State != PartnershipState.Closed && db.Users.Any(person => person.Id == row.LearnerId && person.UserName == learner)).Select(row => row.Id).SingleAsync()), end);
                await portal.BegunAsync(learner: learner, again: true);
            }
        }

        var page = await portal.GetDocumentAsync(Url, "hr");

        page.MainText().ShouldContain("People helped 5 to 9");
        page.QuerySelectorAll("main table caption").Select(caption => caption.TextContent.Trim()).ShouldNotContain("How it ended", "six ends, but of three people");
    }

    [Fact]
    public async Task Get_MoreOfThem_AsksTheDatabaseAsOften()
    {
        await portal.ReadAsync(db => db.Partnerships.ExecuteDeleteAsync());
        await BeginAsync("employee", "manager", "editor", "administrator", "hr");
        using var client = await portal.SignedInAsAsync("hr");
        await client.GetPageAsync(Url);
        portal.Queries.Restart();
        await client.GetPageAsync(Url);
        var few = portal.Queries.Count;
        await BeginAsync("chief-officer", "democratic-services", "leila.haddad", "gareth.pugh", "mei.lin.tan");
        portal.Queries.Restart();
        await client.GetPageAsync(Url);
        portal.Queries.Count.ShouldBe(few);
    }

    private async Task BeginAsync(params string[] learners)
    {
        foreach (var learner in learners)
        {
            await portal.BegunAsync(learner: learner);
        }
    }
}
