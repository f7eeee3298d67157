using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Sessions;

[Requirement("ADM-02")]
public class SessionActivityTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task StopAsync_TwiceAtATime_BothEndWhenAllIsWritten()
    {
        using var client = await portal.SignedInAsAsync("employee");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        using var seen = await client.GetAsync("/profile");
        await using var scope = portal.Scope();
        var activity = scope.ServiceProvider.GetRequiredService<SessionActivity>();

        var (one, two) = (activity.StopAsync(CancellationToken.None), activity.StopAsync(CancellationToken.None));

        two.ShouldBeSameAs(one);
        await one;
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        (await portal.ReadAsync(db => db.Set<Session>().MaxAsync(row => row.LastSeenUtc))).ShouldBe(now, TimeSpan.FromMinutes(1));
    }
}
