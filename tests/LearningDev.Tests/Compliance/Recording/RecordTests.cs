using System.Net;
using LearningDev.Catalogue.Contracts;
using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Events;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.Recording;

[Requirement("CMP-01"), Requirement("MEM-06"), Collection(ComplianceCollection.Name)]
public class RecordTests(CompliancePortal portal)
{
    private const string Url = "/compliance/record";
    private const string Appointments = "appointments-committee%2Fm-appointments";

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    [InlineData("hr")]
    public async Task Get_MayNotRecord_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Nothing_AsksForTrainingAndDay()
    {
        var page = await portal.GetDocumentAsync(Url, ComplianceRecords.Officer);
        page.QuerySelectorAll("select[name=training] option").Length.ShouldBe(11);
        page.Errors().ShouldBeEmpty();
        page.QuerySelector("input[name=People]").ShouldBeNull();
    }

    [Theory]
    [InlineData("?training=&Day.Day=&Day.Month=&Day.Year=", "Choose the training")]
    [InlineData("?training=equalities%2Fm-equalities&Day.Day=&Day.Month=&Day.Year=", "Enter the day of the training")]
    [InlineData("?training=equalities%2Fm-equalities&Day.Day=2&Day.Month=12&Day.Year=2026", "Day of the training must be today or in the past")]
    [InlineData("?training=equalities%2Fm-equalities&Day.Day=31&Day.Month=12&Day.Year=1989", "Day of the training must be 1 January 1990 or later")]
    [InlineData("?training=equalities%2Fm-equalities&Day.Day=31&Day.Month=2&Day.Year=2026", "Day of the training must be a real date")]
    public async Task Get_WrongChoice_ShowsErrorAndKeepsTheRest(string query, string error)
    {
        var page = await portal.GetDocumentAsync(Url + query, ComplianceRecords.Officer);
        page.Errors().ShouldContain(error);
        page.QuerySelector("input[name=People]").ShouldBeNull();
        (page.QuerySelector("input[name='Day.Year']")!.GetAttribute("value") ?? "").ShouldBe(query[(query.LastIndexOf('=') + 1)..]);
    }

    [Fact]
    public async Task Get_TrainingAndDay_ShowsWhoNeedsItAndOnDemandEverybody()
    {
        var page = await portal.GetDocumentAsync($"{Url}?training={Appointments}&Day=2026-11-20", ComplianceRecords.Officer);
        var text = page.MainText();
        text.ShouldContain("Rhys Probert");
        text.ShouldContain("Needed to sit. Not yet attended; needed before sitting on the committee");
        text.ShouldNotContain("Martin Stubbs");
        var all = await portal.GetDocumentAsync($"{Url}?training={Appointments}&Day=2026-11-20&who=all", ComplianceRecords.Officer);
        all.MainText().ShouldContain("Martin Stubbs Does not need it today");
        // Who was a member on that day and has gone since is still on the sheet of that day.
        (await portal.GetDocumentAsync($"{Url}?training=ethics-probity%2Fm-ethics-probity&Day=2026-07-31", ComplianceRecords.Officer)).MainText().ShouldContain("Peter Hollis");
    }

    [Fact]
    public async Task Post_TwoPeople_RecordsThemAndLeavesOutWhoHasIt()
    {
        var (ngozi, leon) = (await portal.PersonIdAsync("cllr.ngozi.nwosu"), await portal.PersonIdAsync("cllr.leon.marchetti"));
        var url = $"{Url}?training=equalities%2Fm-equalities&Day=2026-11-25";
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        var form = await client.GetPageAsync(url);

        using var answer = await client.SubmitAsync(form.FormWith("Record"), ("People", ngozi), ("How", "Elsewhere"), ("Note", "With another council"));
        answer.Headers.Location!.OriginalString.ShouldBe("/compliance/record?training=equalities%2Fm-equalities");
        (await client.GetPageAsync(answer.Headers.Location.OriginalString)).Body!.TextContent.ShouldContain("Equalities of 25 November 2026 is recorded for 1 person");
        // The old form once more, as after "back", now with another person too.
        using var again = await client.SubmitAsync(form.FormWith("Record"), "Record", [("People", ngozi), ("People", leon)], []);
        (await client.GetPageAsync(again.Headers.Location!.OriginalString)).Body!.TextContent.ShouldContain("recorded for 1 person. It was recorded already for Ngozi Nwosu");

        var row = (await portal.RecordsOfAsync(ngozi)).Where(row => row.Day == new DateOnly(2026, 11, 25)).ShouldHaveSingleItem();
        (row.LearningId, row.RuleKey, row.How, row.Note, row.RecordedByName).ShouldBe(("m-equalities", "", RecordedHow.Elsewhere, "With another council", await OfficerNameAsync()));
        (await portal.AuditOfAsync(ngozi, nameof(TrainingRecorded))).ShouldContain("Recorded Equalities of 2026-11-25 for Ngozi Nwosu");
        (await client.GetPageAsync(url)).MainText().ShouldContain("Recorded already for Leon Marchetti, Ngozi Nwosu.");
    }

    [Fact]
    public async Task Post_NobodyTicked_ShowsErrorAndKeepsTheNote()
    {
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        var page = await client.GetPageAsync($"{Url}?training={Appointments}&Day=2026-11-21");
        using var answer = await client.SubmitAsync(page.FormWith("Record"), ("Note", new string('n', 301)));
        var shown = await answer.ReadPageAsync();
        shown.Errors().ShouldContain("Choose who attended");
        shown.Errors().ShouldContain("Note must be 300 characters or fewer");
        shown.QuerySelector("input[name=Note]")!.GetAttribute("value").ShouldBe(new string('n', 301));
    }

    [Fact]
    public async Task Handle_ReportOfTheCatalogue_CountsButOwnWordDoesNot()
    {
        var farida = await portal.PersonIdAsync("cllr.farida.begum");
        await using var scope = portal.Scope();
        var events = scope.ServiceProvider.GetRequiredService<IEvents>();
        var entry = new CatalogueEntrySubject("m-personal-safety", "Course", "Personal safety");
        foreach (var (day, source) in new[] { (5, CompletionSource.Report), (5, CompletionSource.Report), (6, CompletionSource.Person) })
        {
            await events.PublishAsync(new LearningCompleted(farida, entry, new DateOnly(2026, 10, day), source));
        }

        var row = (await portal.RecordsOfAsync(farida)).Where(row => row.Day.Month == 10).ShouldHaveSingleItem();
        (row.LearningId, row.Day, row.How).ShouldBe(("m-personal-safety", new DateOnly(2026, 10, 5), RecordedHow.Reported));
    }

    [Fact]
    public async Task RecordAsync_AnotherModule_RecordsOnceAndNotTheFuture()
    {
        var conrad = await portal.PersonIdAsync("cllr.conrad.ashby");
        await using var scope = portal.Scope();
        var records = scope.ServiceProvider.GetRequiredService<ITrainingRecords>();
        (await records.RecordAsync([conrad], "m-casework", new DateOnly(2026, 10, 7), "Session of the evening")).ShouldBe(1);
        (await records.RecordAsync([conrad], "m-casework", new DateOnly(2026, 10, 7), "Session of the evening")).ShouldBe(0);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => records.RecordAsync([conrad], "m-casework", new DateOnly(2026, 12, 2), ""));
    }

    private Task<string> OfficerNameAsync() =>
        portal.ReadAsync(async db => (await db.Users.SingleAsync(person => person.UserName == ComplianceRecords.Officer)).FullName);
}
