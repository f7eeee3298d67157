using System.Net;
using LearningDev.Catalogue.Contracts;
using LearningDev.Mentoring;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Profiles;

public class ProfileTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    [Fact]
    public async Task Get_NobodysOrNothing_IsNotFoundOrForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var id in (string[])["nothing", "mp-lead-ellie"])
        {
            using var answer = await client.GetAsync($"/mentoring/profiles/{id}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var councillor = await portal.SignedInAsAsync("councillor");
        using var refused = await councillor.GetAsync("/mentoring/profiles/nothing");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Requirement("MEN-01")]
    public async Task Post_Checked_SendsItOnceAndSaysSo()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var written = await client.WriteAsync(MentoringPortal.CohortSlug, "mentee");
        var url = written.Headers.Location!.OriginalString;
        var check = await client.GetPageAsync(url);
        check.QuerySelector("h1")!.TextContent.ShouldBe("Check your answers");
        check.MainText().ShouldContain("I listen well.");
        using var sent = await client.SubmitAsync(check.FormWith("Send"));
        using var again = await client.SubmitAsync(check.FormWith("Send"));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(url);
        page.Banner().ShouldBe("Your request is sent");
        page.MainText().ShouldContain("HR matches everybody when joining has closed.");
        var row = await portal.ProfileAsync(url.Split('/')[^1]);
        (row.State, row.SentUtc).ShouldBe((ProfileState.Waiting, new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc)));
        (await portal.AuditAsync(row.Id)).ShouldBe([nameof(MentoringProfileSaved), nameof(MentoringProfileSent)]);
    }

    [Fact]
    [Requirement("MEN-02")]
    public async Task Post_MentorWithoutTheTraining_IsToldWhichAndCanSendAfterwards()
    {
        using var client = await portal.SignedInAsAsync("coach");
        using var written = await client.WriteAsync(MentoringPortal.OpenSlug, "mentor", ("MentoringProfile.Capacity", "2"));
        var url = written.Headers.Location!.OriginalString;
        using var refused = await client.SubmitAsync((await client.GetPageAsync(url)).FormWith("Send"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await refused.ReadPageAsync();
        page.Errors().ShouldContain("It cannot be sent yet");
        page.MainText().ShouldContain("Complete it, mark it as done on its page, and send your offer then. Mentoring skills");
        (await portal.ProfileAsync(url.Split('/')[^1])).State.ShouldBe(ProfileState.Draft);

        await portal.DoAsync(async services => await services.GetRequiredService<ILearningCompletions>().ReportAsync(await portal.PersonIdAsync("coach"), "mentoring-skills", new DateOnly(2026, 11, 1)));
        using var sent = await client.SubmitAsync((await client.GetPageAsync(url)).FormWith("Send"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var row = await portal.ProfileAsync(url.Split('/')[^1]);
        (row.State, row.Capacity).ShouldBe((ProfileState.Waiting, 2));
    }
}
