using System.Net;
using LearningDev.MembersHub.Contracts;
using LearningDev.MembersHub.Plans;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Own;

[Requirement("MEM-03")]
public class PlanTests(PlansPortal portal) : IClassFixture<PlansPortal>
{
    [Theory]
    [InlineData("/members/plan")]
    [InlineData("/members/plan/needs")]
    [InlineData("/members/plan/goals")]
    [InlineData("/members/plan/reviewer")]
    public async Task Get_Employee_IsForbidden(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoMember_SaysWhoHasOne()
    {
        (await portal.GetDocumentAsync("/members/plan", "democratic-services")).MainText().ShouldContain("Members have a plan");
        using var client = await portal.SignedInAsAsync("democratic-services");
        foreach (var url in (string[])["/members/plan/needs", "/members/plan/goals", "/members/plan/reviewer"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, url);
            answer.Headers.Location!.OriginalString.ShouldBe("/members/plan");
        }
    }

    [Fact]
    public async Task Get_Nothing_SaysWhatIsMissing()
    {
        await portal.NoPlansAsync();
        var page = await portal.GetDocumentAsync("/members/plan", "councillor");
        page.MainText().ShouldContain("Overdue Complete it by 5 August 2026. Your training budget opens when your plan is complete.");
        page.MainText().ShouldContain("Add one thing at least that you need to learn");
        page.MainText().ShouldContain("Choose who reads your plan");
        page.QuerySelector("main button").ShouldBeNull();
    }

    [Fact]
    public async Task Post_Complete_OpensTheBudgetAndTellsTheReviewer()
    {
        await portal.NoPlansAsync();
        await portal.CompletePlanAsync();

        var id = await portal.PersonIdAsync("councillor");
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Event == nameof(MemberPlanCompleted) && row.SubjectId == id))).ShouldBe(1);
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(told => told.Key == $"member-plan:{id}:2026-12-01"))).ShouldBe(1);
        var page = await portal.GetDocumentAsync("/members/plan", "councillor");
        page.MainText().ShouldContain("Complete Look at it again by 1 December 2027. You last completed it on 1 December 2026.");
        page.MainText().ShouldNotContain("Your training budget opens");
        page.MainText().ShouldContain("Public speaking Speaking at full council High: now In person");
    }

    [Fact]
    public async Task Job_DueAndOverdue_RemindsOnce()
    {
        await portal.NoPlansAsync();
        for (var round = 0; round < 2; round++)
        {
            await using var scope = portal.Scope();
            var words = await scope.ServiceProvider.GetRequiredService<PlanRemindersJob>().RunAsync(CancellationToken.None);
            words.ShouldBe(round == 0 ? "6 members reminded" : "");
        }

        // The one who came in at a by-election in October has until the end of the year.
        var stubbs = await portal.PersonIdAsync("cllr.martin.stubbs");
        (await portal.ReadAsync(db => db.Set<PersonNotification>().AnyAsync(told => told.PersonId == stubbs && told.Key.StartsWith("member-plan-due")))).ShouldBeFalse();
    }
}
