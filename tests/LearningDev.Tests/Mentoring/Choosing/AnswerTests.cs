using System.Net;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Choosing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Choosing;

[Requirement("MEN-01")]
public class AnswerTests(MentoringPortal portal) : IClassFixture<MentoringPortal>, IAsyncLifetime
{
    private const string Goals = "I want to speak in front of the committee";

    private string askId = "";

    public async Task InitializeAsync()
    {
        await portal.ReadAsync(db => db.MentoringAsks.ExecuteDeleteAsync());
        await portal.MentorAsync("hr", "confidence");
        await portal.MentorAsync("manager", "confidence");
        if (await portal.ProfileOfAsync(MentoringPortal.Open, "editor") is null)
        {
            await portal.JoinedAsync("editor", MentoringPortal.OpenSlug, "mentee", ("Goals", Goals));
        }

        await portal.ReadAsync(db => db.MentoringProfiles.Where(row => row.ProgrammeId == MentoringPortal.Open && row.PersonName == "Owen Pritchard").ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ProfileState.Waiting)));
        askId = await AskedAsync("manager");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_NotTheMentor_IsNotFoundOrForbidden()
    {
        foreach (var (userName, status) in new[] { ("employee", HttpStatusCode.NotFound), ("editor", HttpStatusCode.NotFound), ("councillor", HttpStatusCode.Forbidden) })
        {
            using var client = await portal.SignedInAsAsync(userName);
            using var answer = await client.GetAsync($"/mentoring/asks/{askId}");
            answer.StatusCode.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Get_Mentor_SeesWhatTheyHaveWrittenButNotTheirGoals()
    {
        var main = (await portal.GetDocumentAsync($"/mentoring/asks/{askId}", "manager")).MainText();
        main.ShouldContain("Owen Pritchard would like you as a mentor");
        main.ShouldContain("I listen well.");
        main.ShouldNotContain(Goals);
        (await portal.GetDocumentAsync("/mentoring", "manager")).QuerySelector($"a[href='/mentoring/asks/{askId}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_Nothing_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/mentoring/asks/{askId}")).FormWith("Answer"));
        (await answer.ReadPageAsync()).Errors().ShouldContain("Select whether you accept");
    }

    [Fact]
    public async Task Post_Decline_TellsThemKindlyAndLeavesThemWaiting()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/mentoring/asks/{askId}")).FormWith("Answer"), ("Answer", "decline"), ("Words", "After Easter, gladly."));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var ask = await portal.ReadAsync(db => db.MentoringAsks.AsNoTracking().SingleAsync(row => row.Id == askId));
        (ask.State, ask.Words).ShouldBe((AskState.Declined, "After Easter, gladly."));
        (await portal.AuditAsync(askId)).ShouldBe([nameof(MentorAnswered)]);
        (await portal.ToldOfAsync("editor", "mentoring-declined")).ShouldContain("Priya Raman cannot be your mentor just now");
        (await portal.ProfileOfAsync(MentoringPortal.Open, "editor"))!.State.ShouldBe(ProfileState.Waiting);
        var page = await portal.GetDocumentAsync($"/mentoring/programmes/{MentoringPortal.OpenSlug}/mentors", "editor");
        page.MainText().ShouldContain("After Easter, gladly.");
        page.QuerySelectorAll(".govuk-checkboxes__label").Select(label => label.TextContent.Trim()).ShouldNotContain("Priya Raman");
    }

    [Fact]
    public async Task Post_Accept_BeginsThePairAndClosesTheOtherQuestions()
    {
        var other = await AskedAsync("callum.reid");
        using var client = await portal.SignedInAsAsync("manager");
        var form = (await client.GetPageAsync($"/mentoring/asks/{askId}")).FormWith("Answer");
        using var answer = await client.SubmitAsync(form, ("Answer", "accept"));
        using var again = await client.SubmitAsync(form, ("Answer", "accept"));
        answer.Headers.Location!.OriginalString.ShouldBe("/mentoring");
        (await again.ReadPageAsync()).Errors().ShouldContain("This was answered already");

        var pair = (await portal.OpenPairsAsync("editor")).ShouldHaveSingleItem();
        (pair.GuideId, pair.SourceId, pair.State).ShouldBe((await portal.PersonIdAsync("manager"), MentoringPortal.Open, PartnershipState.Chemistry));
        (await portal.ProfileOfAsync(MentoringPortal.Open, "editor"))!.State.ShouldBe(ProfileState.Matched);
        (await portal.ReadAsync(db => db.MentoringAsks.Where(row => row.Id == other).Select(row => row.State).SingleAsync())).ShouldBe(AskState.Closed);
        (await portal.ToldOfAsync("callum.reid", "mentoring-ask-closed")).ShouldContain("Owen Pritchard needs no answer from you any more");
        (await portal.ReadAsync(db => db.Set<PersonNotification>().AnyAsync(row => row.Key == $"mentoring-ask-closed:{askId}"))).ShouldBeFalse();
        (await portal.GetDocumentAsync("/mentoring", "editor")).MainText().ShouldContain("They mentor you");
        // What the mentee wants to reach is the two's from now on, and nobody else's.
        foreach (var one in (string[])["manager", "editor"])
        {
            (await portal.GetDocumentAsync($"/partnerships/{pair.Id}", one)).MainText().ShouldContain(Goals);
        }

        using var stranger = await portal.SignedInAsAsync("hr");
        using var hidden = await stranger.GetAsync($"/partnerships/{pair.Id}");
        hidden.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await portal.DoAsync(services => services.GetRequiredService<IPartnerships>().EndAsync(pair.Id, PartnershipEnd.EndedEarly));
        (await portal.ProfileOfAsync(MentoringPortal.Open, "editor"))!.State.ShouldBe(ProfileState.Ended);
    }

    [Fact]
    public async Task Withdraw_ByAMentorWhoWasAsked_TellsWhoAsked()
    {
        var asked = await AskedAsync("hr");
        var url = $"/mentoring/profiles/{(await portal.ProfileOfAsync(MentoringPortal.Open, "hr"))!.Id}/withdraw";
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.MentoringAsks.Where(row => row.Id == asked).Select(row => row.State).SingleAsync())).ShouldBe(AskState.Closed);
        (await portal.ToldOfAsync("editor", "mentoring-declined")).ShouldContain($"{await portal.ReadAsync(db => db.Users.Where(row => row.UserName == "hr").Select(row => row.GivenName + " " + row.FamilyName).SingleAsync())} cannot be your mentor just now");
    }

    [Fact]
    public async Task Withdraw_ByTheMentee_TellsWhoWasAsked()
    {
        var url = $"/mentoring/profiles/{(await portal.ProfileOfAsync(MentoringPortal.Open, "editor"))!.Id}/withdraw";
        using var client = await portal.SignedInAsAsync("editor");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.MentoringAsks.Where(row => row.Id == askId).Select(row => row.State).SingleAsync())).ShouldBe(AskState.Closed);
        (await portal.ToldOfAsync("manager", "mentoring-ask-closed")).ShouldContain("Owen Pritchard needs no answer from you any more");
    }

    private async Task<string> AskedAsync(string mentor)
    {
        var ask = new AskRow { ProgrammeId = MentoringPortal.Open, MenteeId = await portal.PersonIdAsync("editor"), MentorId = await portal.PersonIdAsync(mentor), AskedUtc = new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc) };
        await portal.WriteAsync(db => db.Add(ask));
        return ask.Id;
    }
}
