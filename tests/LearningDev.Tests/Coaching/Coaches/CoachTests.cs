using System.Net;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Coaches;

[Requirement("COA-01")]
public class CoachTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_Approved_ShowsTheApprovedQualificationAndNotWhatIsHrs()
    {
        var main = (await portal.GetDocumentAsync("/coaching/coaches/coach-grace-adeyemi")).MainText();
        main.ShouldContain("Diploma in Executive Coaching and Mentoring, ILM level 7");
        main.ShouldContain("Leading change");
        main.ShouldContain("HR Business Partner");
        main.ShouldNotContain("upervision");
        main.ShouldNotContain("peer group");
    }

    [Theory]
    [InlineData("employee", "coach-moira-kerr")]
    [InlineData("employee", "coach-karen-ashworth")]
    [InlineData("employee", "coach-mei-lin-tan")]
    [InlineData("hr", "coach-mei-lin-tan")]
    [InlineData("employee", "coach-francesca-oneill")]
    [InlineData("employee", "none")]
    public async Task Get_NotInViewOrNotInTheirPools_IsNotFound(string userName, string id)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var answer = await client.GetAsync($"/coaching/coaches/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_HrLooksAtALapsedCoach_SaysThatColleaguesDoNotSeeIt() =>
        (await portal.GetDocumentAsync("/coaching/coaches/coach-moira-kerr", "hr")).MainText().ShouldContain("Colleagues do not see this page at present");

    [Fact]
    public async Task Get_CoachHasLeft_IsNotFound()
    {
        await SetAsync(person => person.LeavesOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-2));
        try
        {
            using var client = await portal.SignedInAsAsync("employee");
            using var answer = await client.GetAsync("/coaching/coaches/coach-thomas-ellery");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await portal.GetDocumentAsync("/coaching/manage", "hr")).MainText().ShouldContain("Thomas Ellery (has left)");
        }
        finally
        {
            await SetAsync(person => person.LeavesOn = null);
        }
    }

    private Task SetAsync(Action<Person> change) => portal.ChangeAsync(async db => change(await db.Users.SingleAsync(person => person.UserName == "thomas.ellery")));
}
