using LearningDev.TestSupport;
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
        await whip.LookAsync(390);
        await whip.Page.GetByLabel("What is it called?").FillAsync(training);
        await whip.PressAsync("Begin");
        await whip.Page.GetByLabel("Another provider").FillAsync("A leadership college");
        // Today, so that it is always the budget of this year that pays.
        var start = DateTime.Today;
        var first = whip.Page.GetByRole(AriaRole.Group, new() { Name = "When does it start?" });
        await first.GetByLabel("Day").FillAsync($"{start.Day}");
        await first.GetByLabel("Month").FillAsync($"{start.Month}");
        await first.GetByLabel("Year").FillAsync($"{start.Year}");
        await whip.LookAsync(390);
        await whip.PressAsync("Save and continue");
        await whip.Page.GetByLabel("What is it for?").FillAsync("Course fee, three days");
        await whip.Page.GetByLabel("How much is it?").FillAsync("840");
        await whip.PressAsync("Add this cost");
        await whip.LookAsync(390);
        await whip.FollowAsync(whip.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }));
        await whip.Page.GetByLabel("For which of your roles is it?").SelectOptionAsync("Group whip");
        await whip.Page.GetByLabel("Which skill does it give you").FillAsync("Mediating within the group.");
        await whip.Page.GetByLabel("My own training budget").CheckAsync();
        await whip.LookAsync(390);
        await whip.PressAsync("Save and continue");

        // It cannot be sent without a reason, and the page leads to where the reason is given.
        var check = whip.PathAndQuery;
        (await whip.TextAsync()).ShouldContain("over the budget, so it needs one more approval");
        (await whip.Page.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).CountAsync()).ShouldBe(0);
        await whip.LookAsync(390);
        await whip.FollowAsync(whip.Page.GetByRole(AriaRole.Link, new() { Name = "Say why it should be agreed although it is over your budget" }));
        await whip.Page.GetByLabel("Is it over your budget?").FillAsync("No shorter course has the certificate.");
        await whip.PressAsync("Save and continue");
        await whip.PressAsync("Send the request");
        (await whip.TextAsync()).ShouldContain("Waiting for signatures");
        await whip.FollowAsync(whip.Page.GetByRole(AriaRole.Link, new() { Name = "Who has it, and withdraw it" }));
        var who = await whip.TextAsync();
        who.ShouldContain("The group whip is passed over: the member is the group whip");
        who.ShouldContain("(Monitoring Officer), by");
        who.ShouldContain("(group leader), by");
        await whip.LookAsync(390);

        await DecideAsync(Leader, $"Sign the training request of Harpreet Gill: {training}", "Sign", script: script);
        (await MoneyAsync(whip)).ShouldBe(before);
        await DecideAsync(MonitoringOfficer, $"Sign the training request of Harpreet Gill: {training}", "Sign", script: script);
        (await MoneyAsync(whip)).ShouldBe(before);
        await DecideAsync(Officer, $"Over the budget: training request of Harpreet Gill, {training}", "Allow over the budget", "The certificate is needed.", script);

        // The money is set aside, and who allowed it stands with it.
        var agreed = await MoneyAsync(whip);
        (agreed.Committed - before.Committed, agreed.Spent - before.Spent).ShouldBe((840, 0));
        var budget = await whip.TextAsync();
        budget.ShouldContain("which was allowed");
        budget.ShouldContain("Imogen Fairweather");
        await whip.LookAsync(390);
        await whip.OpenAsync(check);
        (await whip.TextAsync()).ShouldContain("Agreed");

        await using var officer = await portal.VisitAsync(Officer, script: script);
        await officer.OpenAsync("/members/manage/budgets");
        (await officer.Page.Locator("tr", new() { HasText = "Harpreet Gill" }).InnerTextAsync()).ShouldContain($"£{agreed.Committed:#,0.00}");
        await officer.LookAsync(1280);
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
            await officer.LookAsync(1280);
            await officer.PressAsync("Record the invoice");
            var paid = await MoneyAsync(whip);
            (paid.Committed - before.Committed, paid.Spent - before.Spent).ShouldBe((0, 812.5m));
        }
        else
        {
            await officer.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("The college has closed.");
            await officer.PressAsync("Cancel the training");
            var released = await MoneyAsync(whip);
            (released.Committed - before.Committed, released.Spent - before.Spent).ShouldBe((0, 0));
        }

        await officer.LookAsync(1280);
        await whip.LookAsync(390);
        whip.ShouldBeWithoutComplaints();
        officer.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("MEM-05")]
    public async Task Request_KeyboardAlone_IsAskedSentAndSigned()
    {
        const string Training = "Chairing by keyboard";
        await using var member = await portal.VisitAsync(Whip);
        var keyboard = new Keyboard(member.Page);
        await member.OpenAsync("/members/requests/new");
        await TypeAsync("What is it called?", Training);
        await PressAsync("Begin");
        await TypeAsync("Another provider", "A college");
        var first = member.Page.GetByRole(AriaRole.Group, new() { Name = "When does it start?" });
        foreach (var (label, value) in ((string[])["Day", "Month", "Year"]).Zip((int[])[DateTime.Today.Day, DateTime.Today.Month, DateTime.Today.Year]))
        {
            await keyboard.TabToAsync(first.GetByLabel(label));
            await keyboard.TypeAsync($"{value}");
        }

        await PressAsync("Save and continue");
        await TypeAsync("What is it for?", "Course fee");
        await TypeAsync("How much is it?", "10");
        await PressAsync("Add this cost");
        await keyboard.TabToAsync(member.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(member.Page.GetByLabel("For which of your roles is it?"));
        await keyboard.PressAsync("ArrowDown");
        await TypeAsync("Which skill does it give you", "Chairing meetings.");
        await keyboard.TabToAsync(member.Page.Locator("main input[type=radio]").First);
        await keyboard.PressAsync("Space");
        await TypeAsync("Is it over your budget?", "It is little.");
        await PressAsync("Save and continue");
        await PressAsync("Send the request");
        (await member.TextAsync()).ShouldContain("Waiting for signatures");

        await using var leader = await portal.VisitAsync(Leader);
        keyboard = new Keyboard(leader.Page);
        await leader.OpenAsync("/tasks");
        await keyboard.TabToAsync(leader.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Training }));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(leader.Page.Locator("main input[type=radio]").First);
        await keyboard.PressAsync("Space");
        await PressAsync("Send the decision");
        (await leader.TextAsync()).ShouldContain("Sent: Sign");
        member.ShouldBeWithoutComplaints();
        leader.ShouldBeWithoutComplaints();

        async Task TypeAsync(string label, string text)
        {
            await keyboard.TabToAsync(member.Page.GetByLabel(label));
            await keyboard.TypeAsync(text);
        }

        async Task PressAsync(string button)
        {
            await keyboard.TabToAsync("button", button);
            await keyboard.EnterAsync();
        }
    }

    // Whoever is asked finds it among what waits for them, reads it, and answers.
    private async Task DecideAsync(string userName, string task, string button, string why = "", bool script = true)
    {
        await using var visit = await portal.VisitAsync(userName, script: script);
        await visit.OpenAsync("/tasks");
        await visit.LookAsync(1280);
        await visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = task }));
        (await visit.TextAsync()).ShouldContain("No shorter course has the certificate.");
        await visit.LookAsync(1280);
        await visit.Page.GetByLabel(button, new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await visit.PressAsync("Send the decision");
        (await visit.TextAsync()).ShouldContain($"Sent: {button}");
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
}
