using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>A group whip asks for training that is over their own budget; those who sign, and whoever allows it, sit at browsers of their own.</summary>
[Collection(nameof(BrowserPortal))]
public class MemberTrainingTests(BrowserPortal portal)
{
    private const string Whip = "cllr.harpreet.gill";
    private const string Leader = "cllr.farida.begum";
    private const string MonitoringOfficer = "rajesh.nair";
    private const string Officer = "democratic-services";

    [Theory]
    [InlineData("Leadership academy on a phone", true)]
    [InlineData("Leadership academy without script", false)]
    [Requirement("MEM-04"), Requirement("MEM-05")]
    public async Task Whip_AsksOverTheBudget_SignedAllowedCommittedAndPaidOrCancelled(string training, bool script)
    {
        await using var whip = await portal.VisitAsync(Whip, 390, 844, script);
        await whip.OpenAsync("/members/budget");
        var before = await AmountsAsync(whip);
        await whip.OpenAsync("/members/requests/new");
        await LookAsync(whip, 390);
        await whip.Page.GetByLabel("What is it called?").FillAsync(training);
        await PressAsync(whip, "Begin");
        await whip.Page.GetByLabel("Another provider").FillAsync("A leadership college");
        // Today, so that it is always the budget of this year that pays.
        var start = DateTime.Today;
        var first = whip.Page.GetByRole(AriaRole.Group, new() { Name = "When does it start?" });
        await first.GetByLabel("Day").FillAsync($"{start.Day}");
        await first.GetByLabel("Month").FillAsync($"{start.Month}");
        await first.GetByLabel("Year").FillAsync($"{start.Year}");
        await LookAsync(whip, 390);
        await PressAsync(whip, "Save and continue");
        await whip.Page.GetByLabel("What is it for?").FillAsync("Course fee, three days");
        await whip.Page.GetByLabel("How much is it?").FillAsync("840");
        await PressAsync(whip, "Add this cost");
        await LookAsync(whip, 390);
        await whip.FollowAsync(whip.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }));
        await whip.Page.GetByLabel("For which of your roles is it?").SelectOptionAsync("Group whip");
        await whip.Page.GetByLabel("Which skill does it give you").FillAsync("Mediating within the group.");
        await whip.Page.GetByLabel("My own training budget").CheckAsync();
        await LookAsync(whip, 390);
        await PressAsync(whip, "Save and continue");

        // It cannot be sent without a reason, and the page leads to where the reason is given.
        var check = whip.PathAndQuery;
        (await MainAsync(whip)).ShouldContain("over the budget, so it needs one more approval");
        (await whip.Page.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).CountAsync()).ShouldBe(0);
        await LookAsync(whip, 390);
        await whip.FollowAsync(whip.Page.GetByRole(AriaRole.Link, new() { Name = "Say why it should be agreed although it is over your budget" }));
        await whip.Page.GetByLabel("Is it over your budget?").FillAsync("No shorter course has the certificate.");
        await PressAsync(whip, "Save and continue");
        await PressAsync(whip, "Send the request");
        (await MainAsync(whip)).ShouldContain("Waiting for signatures");
        await whip.FollowAsync(whip.Page.GetByRole(AriaRole.Link, new() { Name = "Who has it, and withdraw it" }));
        var who = await MainAsync(whip);
        who.ShouldContain("The group whip is passed over: the member is the group whip");
        who.ShouldContain("(Monitoring Officer), by");
        who.ShouldContain("(group leader), by");
        await LookAsync(whip, 390);

        await DecideAsync(Leader, $"Sign the training request of Harpreet Gill: {training}", "Sign", script: script);
        (await MoneyAsync(whip)).ShouldBe(before);
        await DecideAsync(MonitoringOfficer, $"Sign the training request of Harpreet Gill: {training}", "Sign", script: script);
        (await MoneyAsync(whip)).ShouldBe(before);
        await DecideAsync(Officer, $"Over the budget: training request of Harpreet Gill, {training}", "Allow over the budget", "The certificate is needed.", script);

        // The money is set aside, and who allowed it stands with it.
        var agreed = await MoneyAsync(whip);
        (agreed.Committed - before.Committed, agreed.Spent - before.Spent).ShouldBe((840, 0));
        var budget = await MainAsync(whip);
        budget.ShouldContain("which was allowed");
        budget.ShouldContain("Imogen Fairweather");
        await LookAsync(whip, 390);
        await whip.OpenAsync(check);
        (await MainAsync(whip)).ShouldContain("Agreed");

        await using var officer = await portal.VisitAsync(Officer, script: script);
        await officer.OpenAsync("/members/manage/budgets");
        (await officer.Page.Locator("tr", new() { HasText = "Harpreet Gill" }).InnerTextAsync()).ShouldContain($"£{agreed.Committed:#,0.00}");
        await LookAsync(officer, 1280);
        await officer.OpenAsync("/members/manage/requests");
        await officer.FollowAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = training }));
        if (script)
        {
            await officer.FollowAsync(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Record the invoice" }));
            await officer.Page.GetByLabel("What does it come to?").FillAsync("812.50");
            await officer.Page.GetByLabel("Reference").FillAsync("INV-7");
            await officer.Page.GetByLabel("Day").FillAsync($"{DateTime.Today.Day}");
            await officer.Page.GetByLabel("Month").FillAsync($"{DateTime.Today.Month}");
            await officer.Page.GetByLabel("Year").FillAsync($"{DateTime.Today.Year}");
            await LookAsync(officer, 1280);
            await PressAsync(officer, "Record the invoice");
            var paid = await MoneyAsync(whip);
            (paid.Committed - before.Committed, paid.Spent - before.Spent).ShouldBe((0, 812.5m));
        }
        else
        {
            await officer.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("The college has closed.");
            await PressAsync(officer, "Cancel the training");
            var released = await MoneyAsync(whip);
            (released.Committed - before.Committed, released.Spent - before.Spent).ShouldBe((0, 0));
        }

        await LookAsync(officer, 1280);
        await LookAsync(whip, 390);
        whip.ShouldBeWithoutComplaints();
        officer.ShouldBeWithoutComplaints();
    }

    // Whoever is asked finds it among what waits for them, reads it, and answers.
    private async Task DecideAsync(string userName, string task, string button, string why = "", bool script = true)
    {
        await using var visit = await portal.VisitAsync(userName, script: script);
        await visit.OpenAsync("/tasks");
        await LookAsync(visit, 1280);
        await visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = task }));
        (await MainAsync(visit)).ShouldContain("No shorter course has the certificate.");
        await LookAsync(visit, 1280);
        await visit.Page.GetByLabel(button, new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await PressAsync(visit, "Send the decision");
        (await MainAsync(visit)).ShouldContain($"Sent: {button}");
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task<(decimal Committed, decimal Spent)> MoneyAsync(Visit visit)
    {
        await visit.OpenAsync("/members/budget");
        return await AmountsAsync(visit);
    }

    private static async Task<(decimal Committed, decimal Spent)> AmountsAsync(Visit visit)
    {
        return (await AmountAsync("Committed"), await AmountAsync("Spent"));

        async Task<decimal> AmountAsync(string name) => decimal.Parse(
            (await visit.Page.Locator(".govuk-summary-list__row", new() { HasText = name }).First.Locator("dd").InnerTextAsync()).Trim().TrimStart('£'), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<string> MainAsync(Visit visit) => visit.Page.Locator("main").InnerTextAsync();

    private static Task PressAsync(Visit visit, string button) => visit.FollowAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    private static async Task LookAsync(Visit visit, int width)
    {
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(width);
    }
}
