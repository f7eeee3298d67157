using LearningDev.Partnerships.Agreeing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Together;
using LearningDev.Partnerships.Watching;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts.Administering;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Watching;

[Requirement("COA-02")]
public class PartnershipWatchTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private static DateOnly Today => PartnershipsPages.Today;

    [Fact]
    public async Task Nightly_SomebodyHasLeft_EndsAndTellsTheOther()
    {
        var id = await portal.ActiveAsync(guide: "mei.lin.tan");
        await portal.SetPersonAsync("mei.lin.tan", person => person.LeavesOn = Today.AddDays(-1));
        await NightAsync();
        await NightAsync();

        (await portal.PartnershipAsync(id)).End.ShouldBe(PartnershipEnd.PersonLeft);
        (await portal.ToldAsync("employee")).Count(line => line.StartsWith("Walking together with Mei", StringComparison.Ordinal) && line.Contains("has ended", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Nightly_OneNowManagesTheOther_Ends()
    {
        var id = await portal.ActiveAsync(guide: "rajesh.nair", learner: "callum.reid");
        var guide = await portal.PersonIdAsync("rajesh.nair");
        await portal.SetPersonAsync("callum.reid", person => person.LineManagerId = guide);
        await NightAsync();

        (await portal.PartnershipAsync(id)).End.ShouldBe(PartnershipEnd.LineOfManagement);
        (await portal.ToldAsync("callum.reid")).ShouldContain(line => line.Contains("One of you now manages the other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AccountDisabled_Partner_EndsAtOnce()
    {
        var id = await portal.ActiveAsync(guide: "siobhan.byrne");
        var guide = await portal.PersonIdAsync("siobhan.byrne");
        await portal.SetPersonAsync("siobhan.byrne", person => person.DisabledUtc = DateTime.UtcNow);
        await portal.DoAsync(null, services => services.GetRequiredService<IEvents>().PublishAsync(new AccountDisabled(guide, "Siobhan Byrne", "Lost")));

        (await portal.PartnershipAsync(id)).End.ShouldBe(PartnershipEnd.PersonLeft);
    }

    [Fact]
    public async Task PersonImported_WithTheGuideAsManager_EndsAtOnce()
    {
        var id = await portal.ActiveAsync(guide: "joanne.castle", learner: "ellie.marsh");
        var (guide, learner) = (await portal.PersonIdAsync("joanne.castle"), await portal.PersonIdAsync("ellie.marsh"));
        await portal.SetPersonAsync("ellie.marsh", person => person.LineManagerId = guide);
        await portal.DoAsync(null, services => services.GetRequiredService<IEvents>().PublishAsync(new PersonImported(learner, "Ellie Marsh")));

        (await portal.PartnershipAsync(id)).End.ShouldBe(PartnershipEnd.LineOfManagement);
    }

    [Fact]
    [Requirement("MEN-01")]
    public async Task Nightly_QuietForAsLongAsAgreed_AsksOnceInASpell()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { QuietAfterDays = 30 });
        await AgreedAsync(id, 29);
        await NightAsync();
        (await portal.PartnershipAsync(id)).QuietAskedUtc.ShouldBeNull();
        await AgreedAsync(id, 30);
        await NightAsync();
        await NightAsync();

        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipQuiet)).ShouldBe(1);
        (await portal.ToldAsync("coach")).ShouldContain(line => line.Contains("How is it going?", StringComparison.Ordinal));

        using var client = await portal.SignedInAsAsync("employee");
        using var held = await client.RecordAsync(id, Today, "30");
        var row = await portal.PartnershipAsync(id);
        (row.QuietAskedUtc, row.LearnerQuietAnswer).ShouldBe((null, null));
    }

    [Fact]
    public async Task Nightly_QuietButAMeetingIsPlanned_AsksNobody()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { QuietAfterDays = 30 }, guide: "leila.haddad");
        await AgreedAsync(id, 60);
        await PlannedAsync(id, Today.AddDays(20));
        await NightAsync();

        (await portal.PartnershipAsync(id)).QuietAskedUtc.ShouldBeNull();
    }

    [Fact]
    public async Task Nightly_DayOfReviewHasCome_AsksToLookBack()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { ReviewOn = Today }, guide: "gareth.pugh");
        await NightAsync();
        await NightAsync();

        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipReviewAsked)).ShouldBe(1);
    }

    [Fact]
    public async Task Nightly_ManagerWhoHadToSignIsGone_LetsThemBegin()
    {
        var id = await portal.BegunAsync(PartnershipsPages.Terms with { ManagerSigns = true }, guide: "coach", learner: "tariq.mahmood");
        foreach (var person in new[] { "coach", "tariq.mahmood" })
        {
            await portal.DoAsync(person, async services => await services.GetRequiredService<Agreements>()
                .SignAsync((await services.GetRequiredService<OwnPartnerships>().TakeAsync(id, default))!, default));
        }

        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Signing);
        await portal.SetPersonAsync("tariq.mahmood", person => person.LineManagerId = null);
        await NightAsync();

        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Active);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task Reminders_OfTheNextDay_AreSentOnce(int days, int times)
    {
        var id = await portal.ActiveAsync();
        await PlannedAsync(id, Today.AddDays(days));
        await RemindAsync();
        await RemindAsync();

        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipReminded)).ShouldBe(times);
    }

    private async Task NightAsync()
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<NightlyWatchJob>().RunAsync(default);
    }

    private async Task RemindAsync()
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ReminderJob>().RunAsync(default);
    }

    private Task AgreedAsync(string id, int daysAgo) => portal.ReadAsync(async db =>
    {
        (await db.FindAsync<PartnershipRow>(id))!.AgreedUtc = Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        return await db.SaveChangesAsync();
    });

    private Task PlannedAsync(string id, DateOnly day) => portal.ReadAsync(db =>
    {
        db.Add(new MeetingRow
        {
            PartnershipId = id,
            Day = day,
            Time = new TimeOnly(9, 0),
            Minutes = 60,
            Kind = MeetingKind.InPerson,
            State = MeetingState.Planned,
            ChangedById = "",
            ChangedUtc = DateTime.UtcNow,
        });
        return db.SaveChangesAsync();
    });
}
