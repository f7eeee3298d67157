using System.Net;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.MembersHub.Budgets;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Invoicing;

[Requirement("MEM-04")]
public class InvoiceTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Fact]
    public async Task Get_NotAgreed_IsNotFoundAndOthersAreForbidden()
    {
        var id = await portal.SentAsync("Waiting");
        using var officer = await portal.SignedInAsAsync("democratic-services");
        using var none = await officer.GetAsync($"/members/manage/requests/{id}/invoice");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var councillor = await portal.SignedInAsAsync("councillor");
        using var forbidden = await councillor.GetAsync($"/members/manage/requests/{id}/invoice");
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_NotRight_ShowsErrors()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.AgreedAsync("Errors");
        using var client = await portal.SignedInAsAsync("democratic-services");
        var form = (await client.GetPageAsync($"/members/manage/requests/{id}/invoice")).FormWith("Record the invoice");
        using var empty = await client.SubmitAsync(form);
        var errors = (await empty.ReadPageAsync()).Errors();
        errors.ShouldContain("Enter an amount in pounds");
        errors.ShouldContain("Enter the number of the invoice");
        using var future = await client.SubmitAsync(form, [("Amount", "90"), ("Reference", "INV 1"), .. VolunteeringPages.Date("Day", BudgetPages.Today.AddDays(1))]);
        (await future.ReadPageAsync()).Errors().ShouldContain("must be today or in the past");
    }

    [Fact]
    public async Task Post_Lower_ReleasesTheRestOnce()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.AgreedAsync("Lower");
        using var client = await portal.SignedInAsAsync("democratic-services");
        var form = (await client.GetPageAsync($"/members/manage/requests/{id}/invoice")).FormWith("Record the invoice");
        (string, string?)[] values = [("Amount", "90.50"), ("Reference", "INV 7"), .. VolunteeringPages.Date("Day", BudgetPages.Today)];
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.SubmitAsync(form, values);
            answer.Headers.Location!.OriginalString.ShouldBe($"/members/manage/requests/{id}");
        }

        (await portal.BudgetAsync("councillor")).Balance.ShouldBe(new Balance(50_000, 0, 9_050));
        var row = await portal.RequestAsync(id);
        (row.State, row.InvoicePence, row.InvoiceReference, row.InvoicedOn).ShouldBe((MemberRequestState.Paid, 9_050, "INV 7", BudgetPages.Today));
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Event == nameof(MemberTrainingInvoiced) && one.SubjectId == id))).ShouldBe(1);
        (await portal.GetDocumentAsync($"/members/requests/{id}", "councillor")).MainText().ShouldContain("The invoice came to £90.50.");
    }

    [Fact]
    public async Task Post_HigherThanIsLeft_NeedsAReasonOfWhoMayAllowIt()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.AgreedAsync("Higher", 50_000);
        using var client = await portal.SignedInAsAsync("democratic-services");
        var form = (await client.GetPageAsync($"/members/manage/requests/{id}/invoice")).FormWith("Record the invoice");
        (string, string?)[] values = [("Amount", "520"), ("Reference", "INV 8"), .. VolunteeringPages.Date("Day", BudgetPages.Today)];
        using var refused = await client.SubmitAsync(form, values);
        (await refused.ReadPageAsync()).Errors().ShouldContain("This is £20.00 over the member’s budget. Say why it is allowed");
        using var allowed = await client.SubmitAsync(form, [.. values, ("OverReason", "Prices rose")]);
        allowed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var budget = await portal.BudgetAsync("councillor");
        (budget.Spent, budget.Overridden).ShouldBe((52_000, 2_000));
    }
}
