using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Somebody asks for training, is sent back, changes the request and has it approved; each time those concerned get a letter.</summary>
public partial class TrainingRequestTests(TrainingRequestTests.MailingPortal portal) : IClassFixture<TrainingRequestTests.MailingPortal>
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
        await TrainingRequestForm.SendAsync(author, title, 240);
        await portal.LetterAsync("manager@northbourne.example", $"Training request: {title}");

        await using var manager = await portal.VisitAsync("manager", width, script: script);
        await TrainingRequestForm.DecideAsync(portal, manager, title, 240, "Send back", "How many days is it?");
        await portal.LetterAsync("employee@northbourne.example", $"Change your training request {title} and send it again");

        await author.OpenAsync("/funding/requests");
        (await author.Page.Locator(".app-results__item", new() { HasText = title }).InnerTextAsync()).ShouldContain("Sent back to be changed");
        await author.FollowAsync(author.Page.GetByRole(AriaRole.Link, new() { Name = title }));
        await author.FollowAsync(author.Page.GetByRole(AriaRole.Link, new() { Name = "Change Why do you and the council need it?" }));
        await author.Page.GetByLabel("Why do you and the council need it?").FillAsync("Two days. Our minutes are late.");
        await TrainingRequestForm.PressAsync(author, "Save and continue");
        await TrainingRequestForm.PressAsync(author, "Send again");
        (await author.Page.Locator("main").InnerTextAsync()).ShouldContain("Two days. Our minutes are late.");

        await TrainingRequestForm.DecideAsync(portal, manager, title, 240, "Approve");
        await using var chief = await portal.VisitAsync("chief-officer", width, script: script);
        await TrainingRequestForm.DecideAsync(portal, chief, title, 240, "Approve");
        (await portal.LetterAsync("employee@northbourne.example", $"Your training request is approved: {title}")).Text.ShouldContain("with costs of £240");
        await author.OpenAsync("/funding/requests");
        (await author.Page.Locator(".app-results__item", new() { HasText = title }).InnerTextAsync()).ShouldContain("Approved");
        author.ShouldBeWithoutComplaints();
        manager.ShouldBeWithoutComplaints();
        chief.ShouldBeWithoutComplaints();
    }

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
