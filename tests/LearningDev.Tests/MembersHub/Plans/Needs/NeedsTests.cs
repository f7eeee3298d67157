using System.Net;
using LearningDev.MembersHub.Plans;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Needs;

[Requirement("MEM-03")]
public class NeedsTests(PlansPortal portal) : IClassFixture<PlansPortal>
{
    [Fact]
    public async Task Get_Member_OffersRolesPrioritiesAndSkills()
    {
        var page = await portal.GetDocumentAsync(PlanPages.Needs, "councillor");
        var offered = page.QuerySelectorAll("select[name=About] option").Select(option => option.TextContent.Trim()).ToList();
        offered.ShouldContain("Your role: Councillor");
        offered.ShouldContain("Your role: Member, Planning Committee");
        offered.ShouldContain("Strategic plan: A clean and green future");
        offered.ShouldContain("Skill: ICT");
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsErrorsAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.NeedAsync("", new string('x', 501), null, "");
        var page = await answer.ReadPageAsync();
        page.Errors().ShouldContain("Choose what it is for");
        page.Errors().ShouldContain("must be 500 characters or less");
        page.Errors().ShouldContain("Select how much you need it");
        page.Errors().ShouldContain("Choose how you would like to learn it");
        page.QuerySelector("input[name=What]")!.GetAttribute("value")!.Length.ShouldBe(501);
    }

    [Fact]
    public async Task Post_Twice_AddsOneAndRemoveTakesItAway()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        var form = (await client.GetPageAsync(PlanPages.Needs)).Forms.Single(one => one.Action.Contains("handler=Add", StringComparison.Ordinal));
        (string, string?)[] values = [("About", "Role:Member, Planning Committee"), ("What", "Material considerations"), ("Weight", "Medium"), ("Way", "External training")];
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.SubmitAsync(form, values);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        var need = await portal.ReadAsync(db => db.MemberNeeds.SingleAsync(one => one.What == "Material considerations"));
        (need.Area, need.About, need.Weight).ShouldBe((NeedArea.Role, "Member, Planning Committee", NeedWeight.Medium));
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == nameof(MemberPlanChanged)))).ShouldBeTrue();

        var remove = (await client.GetPageAsync(PlanPages.Needs)).Forms.First(one => one.Action.Contains("handler=Remove", StringComparison.Ordinal));
        using var removed = await client.SubmitAsync(remove);
        (await portal.ReadAsync(db => db.MemberNeeds.AnyAsync(one => one.What == "Material considerations"))).ShouldBeFalse();
    }
}
