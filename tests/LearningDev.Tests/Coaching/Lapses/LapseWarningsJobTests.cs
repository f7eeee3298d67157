using LearningDev.Coaching;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Lapses;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Lapses;

[Requirement("COA-01")]
public class LapseWarningsJobTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, "first")]
    [InlineData(8, "first")]
    [InlineData(7, "second")]
    [InlineData(0, "second")]
    [InlineData(-1, "lapsed")]
    public void StageOf_DaysLeft_IsTheWarning(int days, string? stage) =>
        LapseWarningsJob.StageOf(new Lapse(LapseKind.Supervision, Today.AddDays(days)), new CoachingSettings(), Today).ShouldBe(stage);

    [Fact]
    public async Task Run_SupervisionRunsOut_WarnsTwiceThenSaysSoEachOnce()
    {
        var grace = await portal.PersonIdAsync("coach");
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);
        await portal.ChangeAsync(db => db.Coaches.Where(row => row.Id != CoachingPages.Grace).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CoachState.Refused)));
        await portal.SetCoachAsync(CoachingPages.Grace, coach => coach.LastSupervisionOn = Standing.EarliestSupervision(today.AddDays(20), 6));

        (await RunAsync()).ShouldBe("1 coach told");
        (await RunAsync()).ShouldBe("");
        portal.Clock.Advance(TimeSpan.FromDays(15));
        (await RunAsync()).ShouldBe("1 coach told");
        (await portal.GetDocumentAsync("/coaching/pools/managers")).Titles().ShouldContain("Grace Adeyemi");
        portal.Clock.Advance(TimeSpan.FromDays(10));
        (await RunAsync()).ShouldBe("1 coach told");

        (await portal.ReadAsync(db => db.Set<PersonNotification>().Where(row => row.PersonId == grace && row.Kind.StartsWith("coaching-laps")).OrderBy(row => row.CreatedUtc).Select(row => row.Kind).ToListAsync()))
            .ShouldBe(["coaching-lapses-soon", "coaching-lapses-soon", "coaching-lapsed"]);
        (await portal.AuditOfAsync(CoachingPages.Grace, "Coach")).Count(name => name == nameof(CoachWarned)).ShouldBe(3);
        (await portal.GetDocumentAsync("/coaching/pools/managers")).Titles().ShouldNotContain("Grace Adeyemi");
        (await portal.GetDocumentAsync("/coaching/profile", "coach")).MainText().ShouldContain("Supervision has run out on");
    }

    private async Task<string> RunAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<LapseWarningsJob>().RunAsync(CancellationToken.None);
    }
}
