using System.Net;
using LearningDev.MembersHub.Budgets;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Budgets.Adjusting;

[Requirement("MEM-04")]
public class MemberBudgetTests(BudgetPortal portal) : IClassFixture<BudgetPortal>
{
    [Fact]
    public async Task Get_NotDemocraticServices_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync(await UrlAsync("councillor"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoMember_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        using var answer = await client.GetAsync(await UrlAsync("employee"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "", "Enter an amount in pounds, like 150 or -50")]
    [InlineData("0", "x", "Enter an amount in pounds, like 150 or -50")]
    [InlineData("150", "", "Enter why")]
    [InlineData("-500.01", "Too much", "You can take back no more than £500.00")]
    public async Task Post_NotRight_ShowsError(string amount, string reason, string expected)
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        var page = await client.GetPageAsync(await UrlAsync("cllr.blessing.eze"));
        using var answer = await client.SubmitAsync(page.FormWith("Change the allocation"), ("Amount", amount), ("Reason", reason));
        (await answer.ReadPageAsync()).Errors().ShouldContain(expected);
    }

    [Fact]
    public async Task Post_Right_WritesTheMovementOnce()
    {
        var url = await UrlAsync("cllr.harpreet.gill");
        using var client = await portal.SignedInAsAsync("democratic-services");
        var form = (await client.GetPageAsync(url)).FormWith("Change the allocation");
        using var answer = await client.SubmitAsync(form, ("Amount", "150"), ("Reason", "New chair"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await client.SubmitAsync(form, ("Amount", "150"), ("Reason", "New chair"));
        (await again.ReadPageAsync()).Errors().ShouldContain("Something has happened in this budget");

        var entries = await portal.EntriesAsync("cllr.harpreet.gill");
        entries.Select(entry => (entry.Kind, entry.Pence, entry.Reason, entry.ByName)).Last().ShouldBe((EntryKind.Adjusted, 15_000, "New chair", "Imogen Fairweather"));
        entries.Count.ShouldBe(2);
        (await portal.BudgetAsync("cllr.harpreet.gill")).Allocated.ShouldBe(65_000);
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Event == nameof(MemberBudgetAdjusted)))).ShouldBe(1);
    }

    private async Task<string> UrlAsync(string userName) => $"/members/manage/budgets/{await portal.PersonIdAsync(userName)}?year=2026-04-01";
}
