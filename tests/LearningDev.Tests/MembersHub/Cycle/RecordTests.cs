using LearningDev.MembersHub.Cycle;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Cycle;

[Collection(MembersCollection.Name)]
[Requirement("MEM-07")]
public class RecordTests(MembersPortal portal)
{
    private const string Url = "/members/manage/cycle/2027/induction-working-group";

    [Fact]
    public async Task Get_Member_IsForbidden() => await portal.ShouldBeForbiddenAsync("councillor", Url);

    [Fact]
    public async Task Get_NoSuchStep_IsNotFound() => await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/cycle/2027/none", "/members/manage/cycle/2025/presented");

    [Fact]
    public async Task Post_NoDayOrADayToCome_ShowsErrorAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var none = await client.SendAsync(Url, "Record it", ("Reference", "Minute 7"));
        var page = await none.ReadPageAsync();
        page.ErrorText().ShouldContain("Enter the day");
        page.QuerySelector("[name=Reference]")!.GetAttribute("value").ShouldBe("Minute 7");
        using var future = await client.SendAsync(Url, "Record it", [.. MemberPages.Date("Day", MemberPages.Today.AddDays(1))]);
        (await future.ReadPageAsync()).ErrorText().ShouldContain("The day must be today or in the past");
    }

    [Fact]
    public async Task Post_Day_IsRecordedAndCanBeChanged()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var first = await client.SendAsync(Url, "Record it", [.. MemberPages.Date("Day", new DateOnly(2026, 11, 4)), ("Reference", "Minute 8")]);
        first.Headers.Location!.OriginalString.ShouldBe("/members/cycle?from=2027");
        (await client.GetPageAsync("/members/cycle?from=2027")).Words().ShouldContain("Done Member Learning and Development Working Group agrees it on 4 November 2026 (Minute 8)");

        using var second = await client.SendAsync(Url, "Record it", [.. MemberPages.Date("Day", new DateOnly(2026, 11, 5))]);
        var row = await portal.ReadAsync(db => db.MemberCycleDone.AsNoTracking().SingleAsync(one => one.ElectionYear == 2027 && one.StepKey == "induction-working-group"));
        (row.DoneOn, row.Reference).ShouldBe((new DateOnly(2026, 11, 5), "Minute 8"));
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(CycleStepDone) && entry.SubjectId == "2027-induction-working-group"))).ShouldBe(2);
    }
}
