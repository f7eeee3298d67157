using System.Net;
using LearningDev.Coaching.Coaches;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Profiles;

[Requirement("COA-01")]
public class SectionTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_NoSuchSection_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/coaching/profile/none");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Nothing_ShowsErrorsAndBeginsNothing()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/coaching/profile/about")).Form("/coaching/profile/about"), ("CoachProfile.Introduction", ""));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Introduction");
        (await portal.ReadAsync(db => db.Coaches.CountAsync(row => row.PersonName == "Imogen Fairweather"))).ShouldBe(0);
    }

    [Fact]
    public async Task Post_First_BeginsADraftThatNobodyElseSees()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync("/coaching/profile/about")).Form("/coaching/profile/about"), ("CoachProfile.Introduction", "I listen."), ("CoachProfile.Experience", "Ten years."));
        answer.Headers.Location!.OriginalString.ShouldBe("/coaching/profile/qualification");
        var coach = await portal.ReadAsync(db => db.Coaches.AsNoTracking().SingleAsync(row => row.PersonName == "Owen Pritchard"));
        (coach.State, coach.Introduction).ShouldBe((CoachState.Draft, "I listen."));
        (await portal.AuditOfAsync(coach.Id, "Coach")).ShouldBe([nameof(CoachProfileBegun)]);
        (await portal.GetDocumentAsync("/coaching/manage", "hr")).MainText().ShouldNotContain("Owen Pritchard");
    }

    [Fact]
    public async Task Post_OfferOfAnApprovedCoach_HoldsAtOnce()
    {
        using var client = await portal.SignedInAsAsync("coach");
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync("/coaching/profile/offer")).Form("/coaching/profile/offer"),
            ("Pools", CoachingPages.Managers), ("CoachingMatch.Themes", "theme-time"), ("CoachingMatch.Days", "friday"), ("CoachingMatch.Languages", "english"));
        answer.Headers.Location!.OriginalString.ShouldBe("/coaching/profile");
        var values = await portal.ReadAsync(db => db.CoachValues.Where(value => value.CoachId == CoachingPages.Grace).Select(value => $"{value.Kind} {value.Value}").ToListAsync());
        values.ShouldContain("Theme theme-time");
        values.ShouldContain("Pool coaching-pool-managers");
        values.ShouldNotContain("Pool coaching-pool-executive");
        values.ShouldNotContain("Day tuesday");
        (await portal.CoachAsync(CoachingPages.Grace)).IsAsked.ShouldBeFalse();
        (await portal.GetDocumentAsync("/coaching/pools/managers?theme=theme-time&day=friday")).Titles().ShouldContain("Grace Adeyemi");
    }

    [Fact]
    public async Task Post_NoPool_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("coach");
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/coaching/profile/offer")).Form("/coaching/profile/offer"), ("Pools", null));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Select at least one pool");
    }

    [Fact]
    public async Task Post_SupervisionInTheFuture_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("coach");
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync("/coaching/profile/practice")).Form("/coaching/profile/practice"),
            CoachingPages.Date("CoachProfile.LastSupervisionOn", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(5)));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Last supervision must be today or in the past");
    }
}
