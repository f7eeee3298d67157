using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Mail;
using LearningDev.Workflows;
using LearningDev.Workflows.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Somebody asks for training, is sent back, changes the request and has it approved; each time those concerned get a letter.</summary>
public class TrainingRequestTests(TrainingRequestTests.MailingPortal portal) : IClassFixture<TrainingRequestTests.MailingPortal>
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [Requirement("FUN-01")]
    [Requirement("FUN-03")]
    public async Task Request_WithAndWithoutScript_LeadsFromTheFormToTheDecisionWithLetters(int width, bool script)
    {
        var title = $"Minute taking at {width}";
        await using var author = await portal.VisitAsync("employee", width, script: script);
        await AskAsync(author, title);
        await portal.LetterAsync("manager@northbourne.example", $"Training request: {title}");

        await using var manager = await portal.VisitAsync("manager", width, script: script);
        await DecideAsync(manager, title, "Send back", "How many days is it?");
        await portal.LetterAsync("employee@northbourne.example", $"Change your training request {title} and send it again");

        await author.OpenAsync("/funding/requests");
        (await author.Page.Locator(".app-results__item", new() { HasText = title }).InnerTextAsync()).ShouldContain("Sent back to be changed");
        await author.FollowAsync(author.Page.GetByRole(AriaRole.Link, new() { Name = title }));
        await author.FollowAsync(author.Page.GetByRole(AriaRole.Link, new() { Name = "Change Why do you and the council need it?" }));
        await author.Page.GetByLabel("Why do you and the council need it?").FillAsync("Two days. Our minutes are late.");
        await PressAsync(author, "Save and continue");
        await PressAsync(author, "Send again");
        (await author.Page.Locator("main").InnerTextAsync()).ShouldContain("Two days. Our minutes are late.");

        await DecideAsync(manager, title, "Approve");
        await using var chief = await portal.VisitAsync("chief-officer", width, script: script);
        await DecideAsync(chief, title, "Approve");
        (await portal.LetterAsync("employee@northbourne.example", $"Your training request is approved: {title}")).Text.ShouldContain("with costs of £240");
        await author.OpenAsync("/funding/requests");
        (await author.Page.Locator(".app-results__item", new() { HasText = title }).InnerTextAsync()).ShouldContain("Approved");
        author.ShouldBeWithoutComplaints();
        manager.ShouldBeWithoutComplaints();
        chief.ShouldBeWithoutComplaints();
    }

    private static async Task AskAsync(Visit visit, string title)
    {
        var page = visit.Page;
        await visit.OpenAsync("/funding/requests");
        await visit.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "Ask for funding" }));
        await page.GetByLabel("What is it called?").FillAsync(title);
        await PressAsync(visit, "Begin");
        await page.GetByRole(AriaRole.Group, new() { Name = "Does it lead to a qualification?" }).GetByLabel("No").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Is it continuing professional development (CPD)?" }).GetByLabel("No").CheckAsync();
        await PressAsync(visit, "Save and continue");
        await page.GetByLabel("Why do you and the council need it?").FillAsync("Our minutes are late.");
        await page.GetByLabel("What will be better afterwards?").FillAsync("They are there the next day.");
        await PressAsync(visit, "Save and continue");
        await page.GetByLabel("Essential for the role").CheckAsync();
        await PressAsync(visit, "Save and continue");
        var starts = page.GetByRole(AriaRole.Group, new() { Name = "When does it start?" });
        await starts.GetByLabel("Day").FillAsync("8");
        await starts.GetByLabel("Month").FillAsync("3");
        await starts.GetByLabel("Year").FillAsync("2027");
        await PressAsync(visit, "Save and continue");
        // What is not paid is refused beside the field, and what was typed stays.
        await page.GetByLabel("Travel and subsistence").CheckAsync();
        await page.GetByLabel("What is it for?").FillAsync("Two days");
        await page.GetByLabel("How much is it?").FillAsync("240");
        await PressAsync(visit, "Add this cost");
        (await page.Locator("#Kind-error").InnerTextAsync()).ShouldContain("Ask your service to pay them");
        await page.GetByLabel("Course fees").CheckAsync();
        await PressAsync(visit, "Add this cost");
        (await page.Locator("main table").InnerTextAsync()).ShouldContain("£240.00");
        await PressAsync(visit, "Continue");
        await page.GetByLabel("How many examinations do you take for the first time?").FillAsync("0");
        await PressAsync(visit, "Save and continue");
        await page.GetByLabel("Corporate learning budget").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Is it in your team’s Annual Team Development Plan?" }).GetByLabel("Yes").CheckAsync();
        await PressAsync(visit, "Save and continue");
        await PressAsync(visit, "Send the request");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Waiting for a decision");
    }

    private async Task DecideAsync(Visit visit, string title, string button, string why = "")
    {
        // The list is long: the portal of these tests has many tasks.
        await using (var scope = portal.Scope())
        {
            var name = $"Training request: {title}";
            var task = await scope.ServiceProvider.GetRequiredService<PortalDb>().WorkflowTasks.Where(row => row.Title == name && row.State == TaskState.Open).Select(row => row.Id).SingleAsync();
            await visit.OpenAsync($"/tasks/{task}");
        }

        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("£240.00");
        await visit.Page.GetByLabel(button, new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await PressAsync(visit, "Send the decision");
        visit.PathAndQuery.ShouldBe("/tasks");
    }

    private static Task PressAsync(Visit visit, string name) => visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    /// <summary>A portal whose letters go to a mail server of its own, at any hour.</summary>
    public sealed class MailingPortal : BrowserPortal
    {
        private const int MostTries = 200;
        private MailDev? mail;

        public override async Task InitializeAsync()
        {
            mail = await MailDev.StartAsync();
            await base.InitializeAsync();
            await using var scope = Scope();
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("NotificationSettings", """{ "QuietFrom": 0, "QuietUntil": 0 }""");
        }

        /// <summary>The letter to somebody whose subject begins so, once it has come.</summary>
        public async Task<MailDevLetter> LetterAsync(string to, string subject)
        {
            IReadOnlyList<MailDevLetter> letters = [];
            for (var tries = 0; tries < MostTries; tries++)
            {
                await using var scope = Scope();
                await scope.ServiceProvider.GetRequiredService<OutboxDeliverer>().DeliverDueAsync();
                letters = await mail!.LettersAsync();
                if (letters.FirstOrDefault(letter => letter.Subject.StartsWith(subject, StringComparison.Ordinal) && letter.To.Any(one => one.Address == to)) is { } found)
                {
                    return found;
                }
            }

            throw new Xunit.Sdk.XunitException($"No letter “{subject}” came to {to}; these did: {string.Join("; ", letters.Select(letter => $"{letter.To[0].Address}: {letter.Subject}"))}");
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            if (mail is not null)
            {
                await mail.DisposeAsync();
            }
        }

        protected override void Configuration(IDictionary<string, string?> settings)
        {
            foreach (var (name, value) in mail!.Settings)
            {
                settings[name] = value;
            }
        }
    }
}
