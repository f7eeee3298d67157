using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Calendar;

[Requirement("ADM-01")]
public class YearsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/settings/calendar/years";
    private const string Settings = "/admin/settings/calendar";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_ShippedSettings_ShowsYearsMeetingsAndHolidays()
    {
        portal.Clock.StopAt(new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc));
        using var client = await portal.SignedInAsAsync("administrator");

        var text = (await client.GetPageAsync(Url)).QuerySelector("main")!.TextContent;

        text.ShouldContain("2026 to 2027");
        text.ShouldContain("20 May 2026");
        text.ShouldContain("25 December 2026: Christmas Day");
        text.ShouldContain("5 working days: 2 December 2026");
        text.ShouldContain("Bank holidays are known up to 31 December 2028");
    }

    [Fact]
    public async Task Post_SettingsOfTheCalendar_ChangeWorkingDaysAndYears()
    {
        portal.Clock.StopAt(new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc));
        using var client = await portal.SignedInAsAsync("administrator");
        using var added = await client.SubmitAsync((await client.GetPageAsync(Settings)).Form(Settings), "Add another Closed day", [], []);
        var form = (await added.ReadPageAsync()).Form(Settings);

        using var answer = await client.SubmitAsync(
            form,
            ("Form.Nation", "Scotland"), ("Form.ClosedDays[0].Name", "Founders’ day"),
            ("Form.ClosedDays[0].Date.Day", "1"), ("Form.ClosedDays[0].Date.Month", "December"), ("Form.ClosedDays[0].Date.Year", "2026"),
            ("Form.LeaveYearStart.Day", "1"), ("Form.LeaveYearStart.Month", "9"), ("Reason", "The new leave policy"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var text = (await client.GetPageAsync(Url)).QuerySelector("main")!.TextContent;
        text.ShouldContain("31 August 2027");
        text.ShouldContain("1 December 2026: Founders’ day");
        text.ShouldContain("St Andrew’s Day");
        text.ShouldContain("5 working days: 4 December 2026");
        var history = (await client.GetPageAsync("/admin/settings/history/calendar")).QuerySelector("main .app-results__item")!.TextContent;
        history.ShouldContain("Founders’ day, 1 December 2026");
        history.ShouldContain("1 September");
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new CalendarSettings());
    }

    [Theory]
    [InlineData("LeaveYearStart.Day", "29", "LeaveYearStart.Month", "2", "A year cannot begin on 29 February, which most years do not have. Choose 28 February or 1 March")]
    [InlineData("LeaveYearStart.Day", "31", "LeaveYearStart.Month", "4", "Start of the leave year must be a day and a month, like 1 4")]
    [InlineData("FinancialYearStart.Day", "", "FinancialYearStart.Month", "", "Enter start of the financial year")]
    [InlineData("ElectionDay.Day", "31", "ElectionDay.Month", "6", "Day of an election of the whole council must be a real date")]
    [InlineData("AnnualMeetingWeek", "5", "ElectionEveryYears", "4", "Week of May in which the annual meeting usually is must be between 1 and 4")]
    public async Task Post_WrongDays_AreSaidAndKept(string field, string value, string other, string otherValue, string message)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Settings)).Form(Settings);

        using var answer = await client.SubmitAsync(form, ($"Form.{field}", value), ($"Form.{other}", otherValue), ("Reason", "A try"));

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary__list li")!.TextContent.Trim().ShouldBe(message);
        page.QuerySelector<IHtmlInputElement>($"[name='Form.{field}']")!.Value.ShouldBe(value);
    }

    [Fact]
    public async Task Post_NoDayOfTheWeek_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Settings)).Form(Settings), ("Form.WorkingWeekdays", null));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary__list li")!.TextContent.Trim().ShouldBe("Choose days of the week that are worked");
    }

    [Theory]
    [InlineData("2027-12-30", false)]
    [InlineData("2028-01-02", true)]
    [InlineData("2030-06-01", true)]
    public async Task Get_BankHolidaysEndWithinAYear_AdministratorsAreWarned(string day, bool isWarned)
    {
        portal.Clock.StopAt(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        using var client = await portal.SignedInAsAsync("administrator");

        foreach (var url in (string[])["/admin/settings", Settings])
        {
            (await client.GetPageAsync(url)).QuerySelectorAll(".govuk-warning-text").Any(warning => warning.TextContent.Contains("up to 31 December 2028"))
                .ShouldBe(isWarned, url);
        }
    }

    [Fact]
    public async Task WorkingCalendar_JustAfterMidnightInSummer_IsTodayInThePortalsTimeZone()
    {
        portal.Clock.StopAt(new DateTime(2027, 7, 1, 23, 30, 0, DateTimeKind.Utc));
        await using var scope = portal.Scope();

        (await scope.ServiceProvider.GetRequiredService<WorkingCalendar>().TodayAsync()).ShouldBe(new DateOnly(2027, 7, 2));
        (await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<CalendarSettings>()).ElectionEveryYears.ShouldBe(4);
    }
}
