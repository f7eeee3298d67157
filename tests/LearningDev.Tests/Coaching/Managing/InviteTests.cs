using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Managing;

[Requirement("COA-01")]
public class InviteTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Theory]
    [InlineData("")]
    [InlineData("nobody@example.test")]
    public async Task Post_NobodyHasTheAddress_ShowsError(string email)
    {
        using var answer = await InviteAsync(email);
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Enter the work email address of somebody who works here");
    }

    [Fact]
    public async Task Post_IsACoach_ShowsError()
    {
        using var answer = await InviteAsync(await EmailAsync("coach"));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Grace Adeyemi has a coach profile already");
    }

    [Fact]
    public async Task Post_Colleague_IsToldOnce()
    {
        using var answer = await InviteAsync(await EmailAsync("wei.zhang"));
        using var again = await InviteAsync(await EmailAsync("wei.zhang"));

        answer.Headers.Location!.OriginalString.ShouldBe("/coaching/manage");
        again.Headers.Location!.OriginalString.ShouldBe("/coaching/manage");
        var wei = await portal.PersonIdAsync("wei.zhang");
        (await portal.ReadAsync(db => db.Set<PersonNotification>().Where(row => row.PersonId == wei && row.Kind == "coaching-invited").Select(row => row.Link).ToListAsync())).ShouldBe(["/coaching/profile"]);
        (await portal.AuditOfAsync(wei, "Person")).Count(name => name == nameof(CoachInvited)).ShouldBe(1);
    }

    private async Task<HttpResponseMessage> InviteAsync(string email)
    {
        using var client = await portal.SignedInAsAsync("hr");
        return await client.SubmitAsync((await client.GetPageAsync("/coaching/manage/invite")).Form("/coaching/manage/invite"), ("Email", email));
    }

    private async Task<string> EmailAsync(string userName) => (await portal.ReadAsync(db => db.Users.Where(person => person.UserName == userName).Select(person => person.Email).SingleAsync()))!;
}
