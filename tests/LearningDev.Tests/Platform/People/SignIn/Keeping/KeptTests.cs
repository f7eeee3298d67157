using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.SignIn.Keeping;

/// <summary>Forms of any page that are sent after the session has ended (UX: nothing typed is lost).</summary>
[Requirement("ADM-02")]
public class KeptTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Page = "/account/notifications";
    private const string Form = "/funding/requests/new";

    [Fact]
    public async Task Post_AfterTheSessionHasEnded_IsSentAfterSigningInAgain()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var goOn = await SendTooLateAsync(client, "Bookbinding by hand");

        await client.SignInAsync("employee");
        var page = await client.GetPageAsync(goOn);
        page.QuerySelector("main")!.TextContent.ShouldContain("it has not been sent yet");
        using var answer = await client.SubmitAsync(page.Form(Form));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/funding/requests")).QuerySelector("main")!.TextContent.ShouldContain("Bookbinding by hand");
    }

    [Fact]
    public async Task Get_SomebodyElsesOrNone_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var goOn = await SendTooLateAsync(client, "At a shared machine");
        using var other = await portal.SignedInAsAsync("administrator");
        foreach (var path in (string[])[goOn, "/sign-in/kept/none"])
        {
            using var answer = await other.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var goOn = await SendTooLateAsync(client, "Calligraphy");
        using var answer = await client.GetAsync(goOn);
        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Post_BySomebodyWhoWasNeverSignedIn_IsNotKept()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync(Form)).Form(Form);
        using var stranger = portal.SignedOut();
        using var answer = await stranger.SubmitAsync(form, ("LearningTitle", "Nobody's"));
        answer.Headers.Location!.OriginalString.ShouldNotContain("kept");
    }

    [Fact]
    public async Task Post_OfAnAccountsPage_IsNotKept()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync(Page)).Form(Page);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        using var answer = await client.SubmitAsync(form);
        answer.Headers.Location!.OriginalString.ShouldNotContain("kept");
    }

    [Fact]
    public async Task KeptForms_AreFewReadableByNobodyAndGoneAfterADay()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var form = (await client.GetPageAsync(Form)).Form(Form);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        for (var number = 0; number < KeptForms.MostOfOne + 2; number++)
        {
            using var answer = await client.SubmitAsync(form, ("LearningTitle", $"Marquetry {number}"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var manager = await portal.PersonIdAsync("manager");
        var rows = await db.Set<KeptForm>().AsNoTracking().Where(row => row.PersonId == manager).ToListAsync();
        rows.Count.ShouldBe(KeptForms.MostOfOne);
        rows.ShouldAllBe(row => !System.Text.Encoding.Latin1.GetString(row.Content).Contains("Marquetry"));
        var forms = scope.ServiceProvider.GetRequiredService<KeptForms>();
        (await forms.FindAsync(rows[0].Id, manager, default))!.Fields["LearningTitle"].Single().ShouldStartWith("Marquetry");

        portal.Clock.Advance(TimeSpan.FromHours(KeptForms.Hours + 1));
        (await forms.FindAsync(rows[0].Id, manager, default)).ShouldBeNull();
        await scope.ServiceProvider.GetRequiredService<AccountUpkeep>().RunAsync(default);
        (await db.Set<KeptForm>().CountAsync(row => row.PersonId == manager)).ShouldBe(0);
    }

    private async Task<string> SendTooLateAsync(HttpClient client, string title)
    {
        var form = (await client.GetPageAsync(Form)).Form(Form);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        using var answer = await client.SubmitAsync(form, ("LearningTitle", title));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var signIn = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        signIn.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("It is kept: sign in");
        return signIn.QuerySelector("[name=ReturnUrl]")!.GetAttribute("value")!;
    }
}
