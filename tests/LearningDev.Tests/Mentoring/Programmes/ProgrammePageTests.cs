using System.Net;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Programmes;

[Requirement("MEN-01")]
public class ProgrammePageTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    private const string Url = $"/mentoring/programmes/{MentoringPortal.CohortSlug}";

    [Theory]
    [InlineData("/mentoring/programmes/nothing")]
    [InlineData("/mentoring/programmes/managing-stress")]
    public async Task Get_NoSuchProgramme_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Councillor_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Programme_SaysWhoCanJoinAndOnWhichTerms()
    {
        var page = await portal.GetDocumentAsync(Url);
        var main = page.MainText();
        foreach (var words in (string[])["You can join until 31 March 2027", "HR matches all at once", "Head of service", "unless somebody may come to harm", "Your role level cannot take part in this programme as mentor"])
        {
            main.ShouldContain(words);
        }

        page.QuerySelector($"a[href='{Url}/join/mentee']").ShouldNotBeNull();
        page.QuerySelector($"a[href='{Url}/join/mentor']").ShouldBeNull();
    }

    [Fact]
    public async Task Get_TrainingIsACondition_SaysWhichToWhoHasNotCompletedIt() =>
        (await portal.GetDocumentAsync($"/mentoring/programmes/{MentoringPortal.OpenSlug}")).MainText().ShouldContain("Mentors of this programme complete “Mentoring skills” first, and you have not yet.");

    [Fact]
    public async Task Get_WindowIsClosed_SaysSoAndOffersNothing()
    {
        portal.Clock.StopAt(new DateTime(2027, 4, 2, 12, 0, 0, DateTimeKind.Utc));
        var page = await portal.GetDocumentAsync(Url, "coach");
        portal.Clock.StopAt(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
        page.MainText().ShouldContain("Joining closed on 31 March 2027. Look for another programme.");
        page.QuerySelector($"a[href='{Url}/join/mentee']").ShouldBeNull();
    }
}
