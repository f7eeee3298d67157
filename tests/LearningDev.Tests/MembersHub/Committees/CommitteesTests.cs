using System.Net;
using LearningDev.Tests.Compliance;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Committees;

[Requirement("CMP-03"), Collection(ComplianceCollection.Name)]
public class CommitteesTests(CompliancePortal portal)
{
    private const string Url = "/members/manage/committees";

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    public async Task Get_NotDemocraticServices_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Today_NamesWhoMayNotSit()
    {
        var page = await portal.GetDocumentAsync(Url, ComplianceRecords.Officer);
        var text = page.MainText();
        text.ShouldContain("On 1 December 2026");
        text.ShouldContain("Planning Committee 2 may not sit Martin Stubbs, Sofia Lindqvist (substitute).");
        text.ShouldContain("Standards Advisory Committee No training is needed before sitting.");
        text.ShouldNotContain("Harbour Trust");
        page.QuerySelector($"a[href='{Url}/planning']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_OtherDay_KeepsItInTheLinks()
    {
        var page = await portal.GetDocumentAsync($"{Url}?Day.Day=2&Day.Month=2&Day.Year=2025", ComplianceRecords.Officer);
        page.MainText().ShouldContain("On 2 February 2025");
        page.QuerySelector($"a[href='{Url}/planning?Day=2025-02-02']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("?Day.Day=31&Day.Month=2&Day.Year=2026", "Day of the meeting must be a real date")]
    [InlineData("?Day=1999-12-31", "Day of the meeting must be between 1 January 2000 and 31 December 2099")]
    [InlineData("?Day.Day=1&Day.Month=1&Day.Year=2100", "Day of the meeting must be between 1 January 2000 and 31 December 2099")]
    public async Task Get_DayThatCannotBe_ShowsErrorAndToday(string query, string error)
    {
        var page = await portal.GetDocumentAsync(Url + query, ComplianceRecords.Officer);
        page.Errors().ShouldContain(error);
        page.MainText().ShouldContain("On 1 December 2026");
    }
}
