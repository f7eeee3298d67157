using System.Net;
using LearningDev.Platform.People;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Managing;

[Requirement("VOL-02")]
public class ManageTests(ManageTests.ManagePortal portal) : IClassFixture<ManageTests.ManagePortal>
{
    public sealed class ManagePortal : VolunteeringPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            var ellie = await this.PersonIdAsync("ellie.marsh");
            var id = await this.AgreedAsync("=Food bank", VolunteeringPages.Today.AddDays(-1), "5", "4");
            using var client = await this.SignedInAsAsync("employee");
            using var recorded = await client.RecordAsync(id, VolunteeringPages.Today, "1.5");
            await client.BegunAsync("Draft of nobody's business");
            await this.WriteAsync(db => db.AddRange(Enumerable.Range(0, 22).Select(number => new ClaimRow
            {
                Id = $"ellie-{number}",
                PersonId = ellie,
                PersonName = "Ellie Marsh",
                State = number == 0 ? ClaimState.Agreed : ClaimState.Refused,
                Organisation = $"Club {number}",
                LeaveYearStart = new DateOnly(number == 21 ? 2025 : 2026, 4, 1),
                OwnMinutes = 60,
                LeaveMinutes = 60,
                CreatedUtc = DateTime.UtcNow,
                SentUtc = DateTime.UtcNow,
            })));
        }
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("manager")]
    [InlineData("editor")]
    public async Task Get_NotHr_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in (string[])["/volunteering/manage", "/volunteering/manage?handler=Csv"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_ThisYear_ShowsWhoHasClaimedWithoutDrafts()
    {
        var page = await portal.GetDocumentAsync("/volunteering/manage", "hr");
        page.MainText().ShouldContain("22 claims . Agreed: 6 hours of own time and 5 hours of leave, of which 1.5 hours taken");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        var second = await portal.GetDocumentAsync("/volunteering/manage?p=2", "hr");
        second.MainText().ShouldContain("Sam Whitfield People and Policy =Food bank , Sam Whitfield Agreed 5 4 1.5");
        second.MainText().ShouldNotContain("nobody's business");
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "SensitivePageRead" && row.SubjectKind == "Volunteering"))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("?year=2025-04-01", 1)]
    [InlineData("?state=Agreed", 2)]
    [InlineData("?state=Draft", 20)]
    [InlineData("?year=nonsense&directorate=nonsense&state=7&p=-3", 20)]
    public async Task Get_Filtered_ShowsWhatFits(string query, int rows) =>
        (await portal.GetDocumentAsync($"/volunteering/manage{query}", "hr")).QuerySelectorAll("tbody tr").Length.ShouldBe(rows);

    [Fact]
    public async Task Get_DirectorateAndEmpty_SaysSo()
    {
        var units = await portal.ReadAsync(db => db.Units.Where(unit => unit.Kind == UnitKind.Directorate).ToDictionaryAsync(unit => unit.Code, unit => unit.Id));
        (await portal.GetDocumentAsync($"/volunteering/manage?directorate={units["PP"]}", "hr")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await portal.GetDocumentAsync($"/volunteering/manage?directorate={units["PEN"]}", "hr")).MainText().ShouldContain("There are no claims");
    }

    [Fact]
    public async Task Get_Csv_HasAllRowsAndNoFormula()
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.GetAsync("/volunteering/manage?handler=Csv");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(23);
        lines[^1].ShouldBe("Sam Whitfield,People and Policy,'=Food bank,Agreed,5,4,1.5");
    }
}
