using System.Net;
using LearningDev.Mentoring;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Profiles;

[Requirement("MEN-01")]
public class WithdrawTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    [Fact]
    public async Task Get_NotTheirs_IsNotFoundOrForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/mentoring/profiles/mp-lead-ellie/withdraw");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var councillor = await portal.SignedInAsAsync("councillor");
        using var refused = await councillor.GetAsync("/mentoring/profiles/mp-lead-ellie/withdraw");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_Withdrawn_IsNotMatchedAndCanJoinAgain()
    {
        var id = await portal.JoinedAsync("employee", MentoringPortal.CohortSlug, "mentee");
        using var client = await portal.SignedInAsAsync("employee");
        var url = $"/mentoring/profiles/{id}/withdraw";
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        answer.Headers.Location!.OriginalString.ShouldBe("/mentoring");
        (await portal.ProfileAsync(id)).State.ShouldBe(ProfileState.Withdrawn);
        (await portal.AuditAsync(id))[^1].ShouldBe(nameof(MentoringProfileWithdrawn));
        using var gone = await client.GetAsync(url);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // What was written is still there.
        (await portal.JoinedAsync("employee", MentoringPortal.CohortSlug, "mentee")).ShouldBe(id);
    }
}
