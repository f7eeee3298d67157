using System.Text;
using LearningDev.MembersHub.Elections;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
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
            await db.Elections.ExecuteDeleteAsync();
            await this.AddSittingMembersAsync();
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
        await officer.LookAsync();
        await officer.PressAsync("Go on");
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

        await officer.PressAsync("Save who was returned");
        (await officer.TextAsync()).ShouldContain("25 people are in the result");
        await officer.LookAsync();

        // One row of the file names a ward that there is not. Nothing is added, the row is named, and the file is put right.
        await UploadAsync(officer, "Harbor Quarter");
        (await officer.TextAsync()).ShouldContain("Row 2: There is no ward “Harbor Quarter”");
        (await officer.TextAsync()).ShouldContain("25 people are in the result");
        await officer.LookAsync();
        await UploadAsync(officer, "Harbour Quarter");
        (await officer.TextAsync()).ShouldContain("45 people are in the result");

        await officer.FollowAsync(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Check what changes" }));
        var check = await officer.TextAsync();
        check.ShouldContain("6 terms end");
        check.ShouldContain("25 members are returned");
        check.ShouldContain("20 members begin");
        await officer.LookAsync();
        var confirmation = officer.PathAndQuery;
        await officer.PressAsync("Confirm the result");
        officer.PathAndQuery.ShouldBe(result);
        (await officer.TextAsync()).ShouldContain("20 new members get a letter with a link to choose a password");
        (await officer.Page.Locator("main tbody tr").CountAsync()).ShouldBe(45);
        await officer.LookAsync();

        // The back button leads to what became of it, and it is not done twice.
        await officer.Page.GoBackAsync();
        if (officer.PathAndQuery == confirmation && await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm the result" }).IsVisibleAsync())
        {
            // From the browser's memory, without asking: pressed again it changes nothing.
            await officer.PressAsync("Confirm the result");
        }

        await officer.OpenAsync(confirmation);
        officer.PathAndQuery.ShouldBe(result);
        (await officer.TextAsync()).ShouldContain("Confirmed by Imogen Fairweather");

        // What the new ones need is in the matrix of mandatory training, by the end of induction.
        await officer.OpenAsync("/members/manage/training");
        var due = DateOnly.FromDateTime(DateTime.Today).AddDays(-1 + 90);
        (await officer.Page.Locator("tr", new() { HasText = "Brand New" }).First.InnerTextAsync()).ShouldContain(due.ToString("d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB")));
        (await portal.SentLettersAsync()).Count(letter => letter.To.StartsWith("brand.new.", StringComparison.Ordinal)).ShouldBe(20);

        // Harpreet Gill was not returned, and sees the hub no longer.
        await using var retired = await portal.VisitAsync("cllr.harpreet.gill", 390);
        await retired.OpenAsync("/members");
        (await retired.Page.ContentAsync()).ShouldNotContain("New since your last visit");
        (await retired.Page.Locator("h1").InnerTextAsync()).ShouldBe("You cannot see this page");
        await retired.LookAsync(390);

        // A new member follows the link in the letter, chooses a password, and is in the hub.
        await using var beginner = await portal.VisitAsync(null, 390, 844);
        await beginner.OpenAsync(await LinkOfAsync("brand.new.3@northbourne.example"));
        await beginner.Page.GetByLabel("New password", new() { Exact = true }).FillAsync("harbour-lantern-quayside");
        await beginner.LookAsync(390);
        await beginner.PressAsync("Save the new password");
        await beginner.OpenAsync("/sign-in?returnUrl=/members");
        await beginner.Page.GetByLabel("User name", new() { Exact = true }).FillAsync("brand.new.3@northbourne.example");
        await beginner.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("harbour-lantern-quayside");
        await beginner.PressAsync("Sign in");
        beginner.PathAndQuery.ShouldBe("/members");
        var home = await beginner.TextAsync();
        home.ShouldContain("Ethics and probity");
        home.ShouldContain("plan");
        await beginner.LookAsync(390);
        officer.ShouldBeWithoutComplaints();
        beginner.ShouldBeWithoutComplaints();
    }

    private async Task<string> LinkOfAsync(string email)
    {
        var letter = (await portal.SentLettersAsync()).Single(letter => letter.To == email);
        return new Uri(letter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/sign-in/reset?token=", StringComparison.Ordinal))).PathAndQuery;
    }

    private static async Task UploadAsync(Visit officer, string ward)
    {
        var wards = new[] { ward, "Riverside", "Northgate", "Seven Acres", "Castle Hill" };
        var csv = "Ward,Given name,Family name,Email,Group\r\n" + string.Concat(Enumerable.Range(0, 20).Select(number => $"{wards[number % 5]},Brand,New {number},brand.new.{number}@northbourne.example,{(number % 2 == 0 ? "Forward Northbourne" : "")}\r\n"));
        await officer.Page.GetByLabel("File with the result").SetInputFilesAsync(new FilePayload { Name = "result.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await officer.PressAsync("Add from the file");
    }
}
