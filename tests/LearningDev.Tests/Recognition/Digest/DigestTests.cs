using System.Net;
using LearningDev.Recognition;
using LearningDev.Recognition.Digest;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Digest;

[Requirement("REC-01")]
public class DigestTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/recognition/digest";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var url in (string[])[Url, Url + "?handler=Text"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_Month_HasTheMostApplaudedFirstAndWhatIsOnTheWallOnly()
    {
        portal.Clock.StopAt(new DateTime(2026, 7, 15, 12, 0, 0, DateTimeKind.Utc));
        var day = new DateTime(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);
        await portal.WriteAsync(db =>
        {
            var best = WallPages.Row("Zoe Last", "Welsh", day);
            db.AddRange(
                WallPages.Row("Ann First", "Excel", day.AddDays(1)), best, WallPages.Row("Ben Waits", "Word", day, CelebrationState.Waiting),
                WallPages.Row("Cy Down", "Outlook", day, CelebrationState.TakenDown));
            db.AddRange(new Applause { CelebrationId = best.Id, PersonId = "one" }, new Applause { CelebrationId = best.Id, PersonId = "two" });
        });
        using var client = await portal.SignedInAsAsync("hr");

        foreach (var url in (string[])[Url, Url + "?month=2026-06", Url + "?month=1999-01", Url + "?month=nonsense"])
        {
            var page = await client.GetPageAsync(url);
            page.Titles().ShouldBe(["Zoe Last", "Ann First"]);
            page.QuerySelector("main")!.TextContent.ShouldContain("applauded by 2 people");
            page.QuerySelector("select[name=month] option[selected]")!.TextContent.Trim().ShouldBe("June 2026");
        }

        using var file = await client.GetAsync(Url + "?handler=Text&month=2026-06");
        file.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("celebrating-learning-2026-06.txt");
        (await file.Content.ReadAsStringAsync()).ShouldBe($"""
            Celebrating learning, 1 June 2026 to 30 June 2026

            Zoe Last (Housing): Welsh
            “{WallPages.Message}”
            From Ada Sender

            Ann First (Housing): Excel
            “{WallPages.Message}”
            From Ada Sender

            """.ReplaceLineEndings("\n"));
        (await client.GetPageAsync(Url + "?month=2026-02")).QuerySelector(".app-empty__title")!.TextContent.Trim().ShouldBe("Nobody was celebrated in February 2026");
    }

    [Theory]
    // Summer time until 25 October: October begins an hour before midnight UTC and ends at midnight UTC.
    [InlineData("2026-10-01", "2026-10-31", "2026-09-30T23:00:00", "2026-11-01T00:00:00")]
    // Summer time from 26 March.
    [InlineData("2028-03-01", "2028-03-31", "2028-03-01T00:00:00", "2028-03-31T23:00:00")]
    // The leap day.
    [InlineData("2028-02-01", "2028-02-29", "2028-02-01T00:00:00", "2028-03-01T00:00:00")]
    public async Task ReadAsync_Month_BeginsAndEndsAtMidnightInTheCouncilsTime(string from, string to, string beginUtc, string endUtc)
    {
        var (begin, end) = (Utc(beginUtc), Utc(endUtc));
        await portal.WriteAsync(db => db.AddRange(
            WallPages.Row("Before", from, begin.AddSeconds(-1)), WallPages.Row("First", from, begin),
            WallPages.Row("Last", from, end.AddSeconds(-1)), WallPages.Row("After", from, end)));
        await using var scope = portal.Scope();

        var digest = await scope.ServiceProvider.GetRequiredService<WallDigest>().ReadAsync(Day(from), Day(to), CancellationToken.None);

        digest.Lines.Where(line => line.Learning == from).Select(line => line.Recipient).ShouldBe(["First", "Last"]);
    }

    [Theory]
    [InlineData("2028-03-31T23:30:00", "March 2028", "April 2028")]
    [InlineData("2028-02-29T23:30:00", "January 2028", "February 2028")]
    [InlineData("2028-01-01T00:00:00", "December 2027", "January 2028")]
    public async Task Get_NoMonth_IsLastMonthInTheCouncilsTime(string now, string chosen, string newest)
    {
        portal.Clock.StopAt(Utc(now));
        var page = await portal.GetDocumentAsync(Url, "editor");
        page.QuerySelector("select[name=month] option[selected]")!.TextContent.Trim().ShouldBe(chosen);
        page.QuerySelectorAll("select[name=month] option").Length.ShouldBe(12);
        page.QuerySelector("select[name=month] option")!.TextContent.Trim().ShouldBe(newest);
    }

    [Fact]
    public async Task Get_MoreThanADigestHolds_SaysSo()
    {
        portal.Clock.StopAt(new DateTime(2027, 9, 15, 12, 0, 0, DateTimeKind.Utc));
        var day = new DateTime(2027, 8, 10, 9, 0, 0, DateTimeKind.Utc);
        await portal.WriteAsync(db => db.AddRange(Enumerable.Range(0, 201).Select(number => WallPages.Row($"Person {number:000}", "Excel", day))));
        var page = await portal.GetDocumentAsync(Url, "hr");
        page.QuerySelector("main [role=status]")!.TextContent.Trim().ShouldBe("201 celebrations, the most applauded first. The digest has the first 200.");
        page.Titles().Count.ShouldBe(200);
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
