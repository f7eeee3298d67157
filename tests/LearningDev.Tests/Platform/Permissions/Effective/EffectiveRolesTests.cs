using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Effective;

[Requirement("ADM-01")]
public class EffectiveRolesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(RoleRuleKind.LineManagers, "", "manager", "employee")]
    [InlineData(RoleRuleKind.UnitHeads, "Directorate", "helen.okafor", "employee")]
    [InlineData(RoleRuleKind.UnitMembers, "PP", "employee", "councillor")]
    [InlineData(RoleRuleKind.RoleLevel, "councillor", "councillor", "employee")]
    public async Task Of_Rule_GivesTheRoleByPlace(RoleRuleKind kind, string value, string has, string hasNot)
    {
        var role = $"By {kind}";
        await AddRuleAsync(role, kind, value);

        (await RolesOfAsync(has)).ShouldContain(role);
        (await RolesOfAsync(hasNot)).ShouldNotContain(role);
        (await HoldersAsync(role)).ShouldContain(has);
        (await HoldersAsync(role)).ShouldNotContain(hasNot);
    }

    [Fact]
    public async Task Of_EveryPersonAndRole_AgreesWithWhoHoldsIt()
    {
        await AddRuleAsync("Agreed", RoleRuleKind.UnitMembers, "RES");
        await AddRuleAsync("Agreed", RoleRuleKind.LineManagers, "");
        await using var scope = portal.Scope();
        var effective = scope.ServiceProvider.GetRequiredService<EffectiveRoles>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var today = await effective.TodayAsync();
        var people = await db.Users.Where(person => (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today)).Select(person => person.Id).ToListAsync();
        var byPerson = await effective.OfAllAsync(people);
        foreach (var role in await effective.RolesAsync())
        {
            var holders = await (await effective.HoldersAsync([role.Id])).Select(person => person.Id).ToListAsync();

            holders.ShouldBe(people.Where(person => byPerson[person].Contains(role.Name)), ignoreOrder: true, role.Name);
        }
    }

    [Fact]
    public async Task Request_RoleBeginsAndEnds_ActsAtMidnightInTheCouncilWithoutSigningInAgain()
    {
        // In July the council's midnight is an hour before UTC's.
        portal.Clock.StopAt(new DateTime(2027, 7, 1, 22, 59, 0, DateTimeKind.Utc));
        await GiveAsync("employee", "Administrator", new DateOnly(2027, 7, 2), new DateOnly(2027, 7, 2));
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        portal.Clock.StopAt(new DateTime(2027, 7, 1, 23, 0, 1, DateTimeKind.Utc));
        await UntilForgottenAsync("employee");
        (await client.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);

        portal.Clock.StopAt(new DateTime(2027, 7, 2, 22, 59, 0, DateTimeKind.Utc));
        await UntilForgottenAsync("employee");
        using var later = await portal.SignedInAsAsync("employee");
        (await later.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        portal.Clock.StopAt(new DateTime(2027, 7, 2, 23, 0, 1, DateTimeKind.Utc));
        await UntilForgottenAsync("employee");
        (await later.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Of_UnitsInACircle_Ends()
    {
        await AddRuleAsync("Circle", RoleRuleKind.UnitMembers, "PEN-HIG");
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var (above, below) = (await db.Units.SingleAsync(unit => unit.Code == "PEN-HIG"), await db.Units.SingleAsync(unit => unit.Code == "PEN-HIG-STR"));
            above.ParentId = below.Id;
            await db.SaveChangesAsync();
        }

        (await HoldersAsync("Circle")).ShouldNotBeNull();
        (await RolesOfAsync("employee")).ShouldNotContain("Circle");
    }

    private async Task AddRuleAsync(string role, RoleRuleKind kind, string value)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var row = await db.Roles.SingleOrDefaultAsync(existing => existing.Name == role) ?? db.Add(new Role { Name = role, NormalizedName = role.ToUpperInvariant() }).Entity;
        db.Add(new RoleRule { RoleId = row.Id, Kind = kind, Value = value });
        scope.ServiceProvider.GetRequiredService<PortalCache>().ForgetOnCommit(db, EffectiveRoles.RolesKey);
        await db.SaveChangesAsync();
    }

    private async Task GiveAsync(string userName, string role, DateOnly from, DateOnly until)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new RoleAssignment { UserId = (await db.PersonAsync(userName)).Id, RoleId = (await db.RoleAsync(role)).Id, StartsOn = from, EndsOn = until });
        await db.SaveChangesAsync();
    }

    // What is known of a person's roles is kept for a second of real time; a commit that concerns them ends it.
    private async Task UntilForgottenAsync(string userName)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        scope.ServiceProvider.GetRequiredService<EffectiveRoles>().ForgetOnCommit((await db.PersonAsync(userName)).Id);
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<string>> RolesOfAsync(string userName)
    {
        await using var scope = portal.Scope();
        var id = (await scope.ServiceProvider.GetRequiredService<PortalDb>().PersonAsync(userName)).Id;
        return [.. (await scope.ServiceProvider.GetRequiredService<EffectiveRoles>().OfAllAsync([id]))[id]];
    }

    private async Task<List<string>> HoldersAsync(string role)
    {
        await using var scope = portal.Scope();
        var id = (await scope.ServiceProvider.GetRequiredService<PortalDb>().RoleAsync(role)).Id;
        return await (await scope.ServiceProvider.GetRequiredService<EffectiveRoles>().HoldersAsync([id])).Select(person => person.UserName!).ToListAsync();
    }
}
