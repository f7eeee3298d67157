using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.MembersHub.Plans;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace LearningDev.Tests.MembersHub.Plans;

/// <summary>Writes plans as members do on their pages.</summary>
internal static class PlanPages
{
    public const string Needs = "/members/plan/needs";

    public static async Task<HttpResponseMessage> NeedAsync(this HttpClient client, string about, string what, string? weight = "High", string way = "In person")
    {
        var form = (await client.GetPageAsync(Needs)).Forms.Single(one => one.Action.Contains("handler=Add", StringComparison.Ordinal));
        return await client.SubmitAsync(form, [("About", about), ("What", what), .. weight is null ? ((string, string?)[])[] : [("Weight", weight)], ("Way", way)]);
    }

    public static async Task<HttpResponseMessage> GoalsAsync(this HttpClient client, string goals) =>
        await client.SubmitAsync((await client.GetPageAsync("/members/plan/goals")).FormWith("Save and continue"), ("MemberDevelopmentPlan.Goals", goals));

    public static async Task<HttpResponseMessage> ReviewerAsync(this HttpClient client, string? personId) =>
        await client.SubmitAsync((await client.GetPageAsync("/members/plan/reviewer")).FormWith("Save and continue"), ("ReviewerId", personId));

    /// <summary>Writes and completes a plan, page by page.</summary>
    public static async Task CompletePlanAsync(this PortalHost portal, string userName = "councillor", string reviewer = "democratic-services")
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var need = await client.NeedAsync("Skill:Public speaking", "Speaking at full council");
        need.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var goals = await client.GoalsAsync("Chair a committee by next year.");
        goals.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var chosen = await client.ReviewerAsync(await portal.PersonIdAsync(reviewer));
        chosen.Headers.Location!.OriginalString.ShouldBe("/members/plan");
        using var done = await client.SubmitAsync((await client.GetPageAsync("/members/plan")).FormWith("Complete the plan"));
        done.Headers.Location!.OriginalString.ShouldBe("/members/plan");
        (await portal.PlanAsync(userName)).CompletedOn.ShouldNotBeNull();
    }

    public static async Task<PlanRow> PlanAsync(this PortalHost portal, string userName)
    {
        var id = await portal.PersonIdAsync(userName);
        return await portal.ReadAsync(db => db.MemberPlans.AsNoTracking().SingleAsync(row => row.PersonId == id));
    }

    /// <summary>Deletes all plans, so that a test begins without one.</summary>
    public static Task NoPlansAsync(this PortalHost portal) => portal.ReadAsync(async db =>
    {
        await db.MemberNeeds.ExecuteDeleteAsync();
        return await db.MemberPlans.ExecuteDeleteAsync();
    });
}
