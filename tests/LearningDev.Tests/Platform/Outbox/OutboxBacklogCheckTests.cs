using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Outbox;

[Requirement("ADM-05")]
public class OutboxBacklogCheckTests(OutboxPortal portal) : IClassFixture<OutboxPortal>
{
    [Fact]
    public async Task Ready_MessageOverdue_IsDegradedButReady()
    {
        using var client = portal.SignedOut();
        (await client.GetStringAsync("/health/ready")).ShouldContain("Healthy");
        await portal.EnqueueAsync("overdue");
        portal.Clock.Advance(TimeSpan.FromMinutes(16));

        using var answer = await client.GetAsync("/health/ready");

        ((int)answer.StatusCode).ShouldBe(200);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Degraded");
    }
}
