using System.Net;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Profiles;
using LearningDev.Content.Items;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Profiles;

[Requirement("MEN-01")]
public class JoinTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    private const string Mentee = $"/mentoring/programmes/{MentoringPortal.CohortSlug}/join/mentee";
    private const string Planted = "Zanzibar is what I want to reach";

    [Fact]
    public async Task Get_Councillor_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync(Mentee);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/mentoring/programmes/nothing/join/mentee")]
    [InlineData($"/mentoring/programmes/{MentoringPortal.CohortSlug}/join/peer")]
    [InlineData($"/mentoring/programmes/{MentoringPortal.CohortSlug}/join/7")]
    public async Task Get_NoSuchProgrammeOrRole_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NotTheirLevel_SaysSoWithoutAForm()
    {
        var page = await portal.GetDocumentAsync($"/mentoring/programmes/{MentoringPortal.CohortSlug}/join/mentor");
        page.MainText().ShouldContain("Your role level cannot take part in this programme as mentor. Ask HR if you think that it should be.");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Post_NothingFilledIn_ShowsErrorsAndSavesNothing()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Mentee)).Form(Mentee), "Save and check", [], []);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).QuerySelectorAll(".govuk-error-summary a").Length.ShouldBe(2);
        (await portal.ProfileOfAsync(MentoringPortal.Cohort, "administrator")).ShouldBeNull();
    }

    [Fact]
    public async Task Post_FilledIn_SavesADraftWhoseGoalsNobodyElseReads()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.WriteAsync(MentoringPortal.CohortSlug, "mentee", ("Goals", Planted), ("MentoringProfile.Days", "tuesday"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var row = (await portal.ProfileOfAsync(MentoringPortal.Cohort, "employee"))!;
        answer.Headers.Location!.OriginalString.ShouldBe($"/mentoring/profiles/{row.Id}");
        (row.State, row.Role, row.PersonName).ShouldBe((ProfileState.Draft, MentoringRole.Mentee, "Sam Whitfield"));
        (await portal.AuditAsync(row.Id)).ShouldBe([nameof(MentoringProfileSaved)]);
        (await client.GetPageAsync($"/mentoring/profiles/{row.Id}")).MainText().ShouldContain(Planted);
        (await client.GetPageAsync(Mentee)).QuerySelector("#Goals")!.TextContent.ShouldContain(Planted);
        // It stands in clear in no table that says what was written, and not in the audit.
        (await portal.ReadAsync(db => db.Set<ContentItemRow>().AnyAsync(item => item.Json.Contains("Zanzibar")))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Data.Contains("Zanzibar") || entry.Changes.Contains("Zanzibar")))).ShouldBeFalse();
        foreach (var other in (string[])["manager", "hr", "administrator"])
        {
            using var stranger = await portal.SignedInAsAsync(other);
            foreach (var url in (string[])[$"/mentoring/profiles/{row.Id}", $"/mentoring/profiles/{row.Id}/withdraw", $"/content/{row.Id}"])
            {
                using var refused = await stranger.GetAsync(url);
                refused.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
            }
        }
    }

    [Fact]
    public async Task Post_Changed_StaysSentUntilTheWindowCloses()
    {
        var id = await portal.JoinedAsync("editor", MentoringPortal.CohortSlug, "mentee");
        using var client = await portal.SignedInAsAsync("editor");
        using var changed = await client.WriteAsync(MentoringPortal.CohortSlug, "mentee", ("MentoringProfile.About", "I have thought again."));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ProfileAsync(id)).State.ShouldBe(ProfileState.Waiting);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest))!.As<MentoringProfile>().About.Text.ShouldBe("I have thought again.");

        portal.Clock.StopAt(new DateTime(2027, 4, 2, 12, 0, 0, DateTimeKind.Utc));
        using var late = await portal.SignedInAsAsync("editor");
        var page = await late.GetPageAsync(Mentee);
        portal.Clock.StopAt(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
        page.MainText().ShouldContain("Joining closed on 31 March 2027. What you have sent stands. You can still withdraw it.");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Post_TooManyMentees_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.WriteAsync(MentoringPortal.CohortSlug, "mentor", ("MentoringProfile.Capacity", "6"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).Errors().ShouldContain("Mentors can take 5 mentees at most");
    }

    [Fact]
    public async Task Post_GoalsTooLong_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("coach");
        using var answer = await client.WriteAsync(MentoringPortal.CohortSlug, "mentee", ("Goals", new string('x', 4001)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).Errors().ShouldContain("4,000 characters or less");
    }
}
