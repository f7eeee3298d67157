using System.Net;
using LearningDev.Platform.Email;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Celebrating;

[Requirement("REC-01")]
public class CelebrateTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_NobodyOneselfOrSomebodyWhoHasLeft_IsNotFound()
    {
        await portal.ChangePersonAsync("gareth.pugh", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var url in (string[])["/recognition/new/nobody", await portal.CelebratingAsync("employee"), await portal.CelebratingAsync("gareth.pugh")])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    [Fact]
    public async Task Get_Colleague_SaysWhoItIsAndWhoWillReadIt()
    {
        var page = await portal.GetDocumentAsync(await portal.CelebratingAsync("hr"));
        page.QuerySelector("h1")!.TextContent.ShouldBe("Celebrate Denise Achebe");
        page.QuerySelector("main")!.TextContent.ShouldContain("Head of HR and Organisational Development");
        page.QuerySelector("main")!.TextContent.ShouldContain("Everybody who uses the portal can read it, with your name. Your colleague is told, and can take it down.");
    }

    [Fact]
    public async Task Post_Complete_IsOnTheWallWithAnEventAndALetter()
    {
        using var client = await portal.SignedInAsAsync("manager");

        using var answer = await portal.CelebrateAsync(client, "employee", "  Kumihimo  ", "Our bobbins\r\nare <b>bold</b> now.");

        answer.Headers.Location!.OriginalString.ShouldBe("/recognition");
        var row = await portal.CelebrationAsync("Kumihimo");
        (row.RecipientName, row.RecipientUnit, row.SenderName, row.Message, row.State)
            .ShouldBe(("Sam Whitfield", "Performance and Insight", "Priya Raman", "Our bobbins\nare <b>bold</b> now.", CelebrationState.Shown));
        (await portal.AuditOfAsync(row.Id)).ShouldBe([nameof(LearningCelebrated)]);
        (await portal.AuditHoldsAsync("Kumihimo")).ShouldBeFalse();
        (await portal.AuditHoldsAsync("bobbins")).ShouldBeFalse();
        var page = await client.GetPageAsync("/recognition");
        page.Banner().ShouldBe("Your celebration is on the wall");
        page.QuerySelector($"#celebration-{row.Id} .app-note")!.TextContent.ShouldBe("Our bobbins\nare <b>bold</b> now.");
        var letter = await LetterAsync("Kumihimo");
        letter.To.ShouldContain("employee@northbourne.example");
        letter.Subject.ShouldStartWith("Priya Raman celebrates your learning");
        letter.Text.ReplaceLineEndings("\n").ShouldContain("Dear Sam,\n\nPriya Raman celebrates your learning: Kumihimo\n\nOur bobbins\nare <b>bold</b> now.\n");
        (await portal.ReadAsync(db => db.Set<PersonNotification>().Where(told => told.Key == $"celebration:{row.Id}").Select(told => told.Link).SingleAsync())).ShouldBe("/recognition");
    }

    [Fact]
    public async Task Post_Nothing_ShowsAnErrorBesideEachField()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await portal.CelebrateAsync(client, "employee", "  ", "");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => (link.GetAttribute("href"), link.TextContent))
            .ShouldBe([("#Learning", "Enter what your colleague has learned"), ("#Message", "Enter why it is worth celebrating")]);
        page.QuerySelector("#Learning-error").ShouldNotBeNull();
        page.QuerySelector("#Message-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_TooLong_KeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await portal.CelebrateAsync(client, "employee", new string('l', 201), new string('m', 501));
        var page = await answer.ReadPageAsync();
        page.QuerySelector("#Learning-error")!.TextContent.ShouldContain("What your colleague has learned must be 200 characters or less");
        page.QuerySelector("#Message-error")!.TextContent.ShouldContain("Why it is worth celebrating must be 500 characters or less");
        page.QuerySelector("input[name=Learning]")!.GetAttribute("value")!.Length.ShouldBe(201);
        page.QuerySelector("textarea")!.TextContent.Trim().Length.ShouldBe(501);
    }

    [Fact]
    public async Task Post_LongestThatFits_IsTaken()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await portal.CelebrateAsync(client, "employee", new string('l', 200), new string('m', 500));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_SeveralTimesAtOnce_IsOneCelebrationWithOneLetter()
    {
        using var client = await portal.SignedInAsAsync("coach");
        var url = await portal.CelebratingAsync("hr");
        var page = await client.GetPageAsync(url);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.SubmitAsync(page.Form(url), ("Learning", "Pressed often"), ("Message", WallPages.Message))));

        answers.ShouldAllBe(answer => answer.Headers.Location!.OriginalString == "/recognition");
        var row = await portal.CelebrationAsync("Pressed often");
        (await portal.AuditOfAsync(row.Id)).ShouldBe([nameof(LearningCelebrated)]);
        (await portal.LettersAsync(row.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_ColleagueHasLeftMeanwhile_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var url = await portal.CelebratingAsync("ellie.marsh");
        var page = await client.GetPageAsync(url);
        await portal.ChangePersonAsync("ellie.marsh", person => person.LeavesOn = new DateOnly(2020, 1, 1));

        using var answer = await client.SubmitAsync(page.Form(url), ("Learning", "Gone"), ("Message", WallPages.Message));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.ReadAsync(db => db.Celebrations.AnyAsync(row => row.Learning == "Gone"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ColleagueKeepsOffMeanwhile_SaysSoAndKeepsTheWords()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var url = await portal.CelebratingAsync("councillor");
        var page = await client.GetPageAsync(url);
        await portal.ChooseAsync("councillor", "no");

        using var answer = await client.SubmitAsync(page.Form(url), ("Learning", "Chairing"), ("Message", WallPages.Message));

        page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Your colleague prefers not to be on the wall. Tell them in person");
        page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe(WallPages.Message);
        (await client.GetPageAsync(url)).QuerySelector("main form").ShouldBeNull();
        (await portal.ReadAsync(db => db.Celebrations.AnyAsync(row => row.Learning == "Chairing"))).ShouldBeFalse();
    }

    // Not delivered: at night it would wait for the morning.
    private async Task<Letter> LetterAsync(string words)
    {
        await using var scope = portal.Scope();
        var payload = scope.ServiceProvider.GetRequiredService<OutboxPayload>();
        return (await portal.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == "email").ToListAsync()))
            .Select(message => (Letter)payload.Unprotect(message.Payload!, typeof(Letter))).Single(letter => letter.Text.Contains(words, StringComparison.Ordinal));
    }
}
