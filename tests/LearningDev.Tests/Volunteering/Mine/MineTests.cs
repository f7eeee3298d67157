using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Mine;

[Requirement("VOL-03")]
public class MineTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Get_NothingClaimed_SaysSoAndShowsWhatThereIs()
    {
        var main = (await portal.GetDocumentAsync("/volunteering/mine", "coach")).MainText();
        main.ShouldContain("You have not claimed anything yet");
        main.ShouldContain("2026 to 2027 14.8 0 0 0 0 14.8");
    }

    [Fact]
    public async Task Get_Agreed_ShowsSkillsHoursAndBalance()
    {
        var id = await portal.AgreedAsync("Record", Today.AddDays(-1), "5", "4");
        using var client = await portal.SignedInAsAsync("employee");
        using var recorded = await client.RecordAsync(id, Today, "1.5");
        var draft = await client.BegunAsync("Draft");
        var page = await client.GetPageAsync("/volunteering/mine");
        page.MainText().ShouldContain("2026 to 2027 14.8 5 0 4 1.5 10.8");
        page.MainText().ShouldContain("In 5 hours of your own time: Working in a team.");
        page.MainText().ShouldContain("4 hours of leave, 1.5 hours taken");
        page.QuerySelector($"a[href='/volunteering/claims/{id}']").ShouldNotBeNull();
        page.QuerySelector($"a[href='/volunteering/claims/{draft}/check']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_ManyClaimsAndYears_ArePaged()
    {
        var person = await portal.PersonIdAsync("manager");
        await portal.WriteAsync(db => db.AddRange(Enumerable.Range(0, 25).Select(number => new ClaimRow
        {
            Id = $"many-{number}",
            PersonId = person,
            PersonName = "Priya Raman",
            State = number % 2 == 0 ? ClaimState.Refused : ClaimState.Withdrawn,
            Organisation = $"Organisation {number}",
            LeaveYearStart = new DateOnly(2020 + (number % 5), 4, 1),
            OwnMinutes = 60,
            LeaveMinutes = 60,
            CreatedUtc = new DateTime(2024, 1, 1 + number, 0, 0, 0, DateTimeKind.Utc),
        })));
        var page = await portal.GetDocumentAsync("/volunteering/mine", "manager");
        page.Titles().Count.ShouldBe(20);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(6);
        (await portal.GetDocumentAsync("/volunteering/mine?p=2", "manager")).Titles().Count.ShouldBe(5);
        (await portal.GetDocumentAsync("/volunteering/mine?p=x", "manager")).Titles()[0].ShouldBe("Volunteering with Organisation 24");
        using var client = await portal.SignedInAsAsync("manager");
        (await portal.QueriesOfAsync(client, "/volunteering/mine")).ShouldBeLessThan(14);
    }
}
