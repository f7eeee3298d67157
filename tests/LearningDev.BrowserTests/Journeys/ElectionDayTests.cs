using System.Text;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>
/// An election five days ago, so that those who are returned are in office since yesterday: of the 31 elected members 6 are not returned, and 20 of the 45 of the new council are new. It has a portal of its own, because
/// all members change.
/// </summary>
public class ElectionDayTests(ElectionDayTests.ElectionPortal portal) : IClassFixture<ElectionDayTests.ElectionPortal>
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(DateTime.Today).AddDays(-5);

    public sealed class ElectionPortal : BrowserPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.Set<LearningDev.MembersHub.Elections.ElectionRow>().ExecuteDeleteAsync();
            await db.MemberWards.ExecuteUpdateAsync(set => set.SetProperty(ward => ward.Seats, 9));
            foreach (var number in Enumerable.Range(1, 15))
            {
                var name = $"sitting.{number}@northbourne.example";
                var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = name, NormalizedEmail = name.ToUpperInvariant(), GivenName = "Sitting", FamilyName = $"Member {number}", SecurityStamp = "x" };
                db.Add(person);
                db.Add(new TermRow { PersonId = person.Id, PersonName = person.FullName, Kind = TermKind.Elected, WardId = number % 2 == 0 ? "millbrook" : "old-town", From = new DateOnly(2023, 5, 8) });
            }

            await db.SaveChangesAsync();
        }
    }

    [Fact]
    [Requirement("MEM-02"), Requirement("MEM-06")]
    public async Task DemocraticServices_EnterTheResultOf45_EndReturnAndBeginMembers()
    {
        await using var officer = await portal.VisitAsync("democratic-services");
        await officer.OpenAsync("/members/manage");
        await officer.FollowAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = "Enter the result of an election" }));
        await officer.Page.GetByLabel("Day", new() { Exact = true }).FillAsync($"{Day.Day}");
        await officer.Page.GetByLabel("Month").FillAsync($"{Day.Month}");
        await officer.Page.GetByLabel("Year").FillAsync($"{Day.Year}");
        await LookAsync(officer);
        await PressAsync(officer, "Go on");
        var result = officer.PathAndQuery;

        // Who of the sitting members was returned: all but Harpreet Gill and five of the others.
        var boxes = officer.Page.Locator("input[name=Returned]");
        (await boxes.CountAsync()).ShouldBe(31);
        foreach (var box in await boxes.AllAsync())
        {
            var label = await officer.Page.Locator($"label[for='{await box.GetAttributeAsync("id")}']").InnerTextAsync();
            if (!label.StartsWith("Harpreet Gill", StringComparison.Ordinal) && !Enumerable.Range(1, 5).Any(number => label.StartsWith($"Sitting Member {number},", StringComparison.Ordinal)))
            {
                await box.CheckAsync();
            }
        }

        await PressAsync(officer, "Save who was returned");
        (await MainAsync(officer)).ShouldContain("25 people are in the result");
        await LookAsync(officer);

        // One row of the file names a ward that there is not. Nothing is added, the row is named, and the file is put right.
        await UploadAsync(officer, "Harbor Quarter");
        (await MainAsync(officer)).ShouldContain("Row 2: There is no ward “Harbor Quarter”");
        (await MainAsync(officer)).ShouldContain("25 people are in the result");
        await LookAsync(officer);
        await UploadAsync(officer, "Harbour Quarter");
        (await MainAsync(officer)).ShouldContain("45 people are in the result");

        await officer.FollowAsync(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Check what changes" }));
        var check = await MainAsync(officer);
        check.ShouldContain("6 terms end");
        check.ShouldContain("25 members are returned");
        check.ShouldContain("20 members begin");
        await LookAsync(officer);
        var confirmation = officer.PathAndQuery;
        await PressAsync(officer, "Confirm the result");
        officer.PathAndQuery.ShouldBe(result);
        (await MainAsync(officer)).ShouldContain("20 new members get a letter with a link to choose a password");
        (await officer.Page.Locator("main tbody tr").CountAsync()).ShouldBe(45);
        await LookAsync(officer);

        // The back button leads to what became of it, and it is not done twice.
        await officer.Page.GoBackAsync();
        if (officer.PathAndQuery == confirmation && await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm the result" }).IsVisibleAsync())
        {
            // From the browser's memory, without asking: pressed again it changes nothing.
            await PressAsync(officer, "Confirm the result");
        }

        await officer.OpenAsync(confirmation);
        officer.PathAndQuery.ShouldBe(result);
        (await MainAsync(officer)).ShouldContain("Confirmed by Imogen Fairweather");

        // What the new ones need is in the matrix of mandatory training, by the end of induction.
        await officer.OpenAsync("/members/manage/training");
        var due = DateOnly.FromDateTime(DateTime.Today).AddDays(-1 + 90);
        (await officer.Page.Locator("tr", new() { HasText = "Brand New" }).First.InnerTextAsync()).ShouldContain(due.ToString("d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB")));
        (await LettersAsync()).Count(letter => letter.To.StartsWith("brand.new.", StringComparison.Ordinal)).ShouldBe(20);

        // Harpreet Gill was not returned, and sees the hub no longer.
        await using var retired = await portal.VisitAsync("cllr.harpreet.gill", 390);
        await retired.OpenAsync("/members");
        (await retired.Page.ContentAsync()).ShouldNotContain("New since your last visit");
        (await retired.Page.Locator("h1").InnerTextAsync()).ShouldBe("You cannot see this page");
        await LookAsync(retired, 390);

        // A new member follows the link in the letter, chooses a password, and is in the hub.
        await using var beginner = await portal.VisitAsync(null, 390, 844);
        await beginner.OpenAsync(await LinkOfAsync("brand.new.3@northbourne.example"));
        await beginner.Page.GetByLabel("New password", new() { Exact = true }).FillAsync("harbour-lantern-quayside");
        await LookAsync(beginner, 390);
        await PressAsync(beginner, "Save the new password");
        await beginner.OpenAsync("/sign-in?returnUrl=/members");
        await beginner.Page.GetByLabel("User name", new() { Exact = true }).FillAsync("brand.new.3@northbourne.example");
        await beginner.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("harbour-lantern-quayside");
        await PressAsync(beginner, "Sign in");
        beginner.PathAndQuery.ShouldBe("/members");
        var home = await MainAsync(beginner);
        home.ShouldContain("Ethics and probity");
        home.ShouldContain("plan");
        await LookAsync(beginner, 390);
        officer.ShouldBeWithoutComplaints();
        beginner.ShouldBeWithoutComplaints();
    }

    private async Task<string> LinkOfAsync(string email)
    {
        var letter = (await LettersAsync()).Single(letter => letter.To == email);
        return new Uri(letter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/sign-in/reset?token=", StringComparison.Ordinal))).PathAndQuery;
    }

    private async Task<IReadOnlyList<Letter>> LettersAsync()
    {
        await using var scope = portal.Scope();
        var payload = scope.ServiceProvider.GetRequiredService<OutboxPayload>();
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().Where(row => row.Kind == "email" && row.Payload != null).ToListAsync();
        return [.. rows.Select(row => (Letter)payload.Unprotect(row.Payload!, typeof(Letter)))];
    }

    private static async Task UploadAsync(Visit officer, string ward)
    {
        var wards = new[] { ward, "Riverside", "Northgate", "Seven Acres", "Castle Hill" };
        var csv = "Ward,Given name,Family name,Email,Group\r\n" + string.Concat(Enumerable.Range(0, 20).Select(number => $"{wards[number % 5]},Brand,New {number},brand.new.{number}@northbourne.example,{(number % 2 == 0 ? "Forward Northbourne" : "")}\r\n"));
        await officer.Page.GetByLabel("File with the result").SetInputFilesAsync(new FilePayload { Name = "result.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await PressAsync(officer, "Add from the file");
    }

    private static Task<string> MainAsync(Visit visit) => visit.Page.Locator("main").InnerTextAsync();

    private static Task PressAsync(Visit visit, string button) => visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    private static async Task LookAsync(Visit visit, int width = 1280)
    {
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(width);
    }
}
