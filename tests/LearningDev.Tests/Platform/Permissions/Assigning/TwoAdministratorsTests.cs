using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Assigning;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Assigning;

[Requirement("ADM-01")]
public class TwoAdministratorsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Take_TwoTakeEachOtherAtTheSameMoment_OneIsRefused()
    {
        await MakeAdministratorsAsync("administrator", "hr");
        for (var round = 0; round < 5; round++)
        {
            using var together = new Barrier(2);
            var outcomes = await Task.WhenAll(
                Task.Run(() => TakeAsync("administrator", together)), Task.Run(() => TakeAsync("hr", together)));

            outcomes.Count(outcome => outcome == AssigningOutcome.Done).ShouldBe(1);
            outcomes.ShouldContain(AssigningOutcome.LastAdministrator);
            await MakeAdministratorsAsync("administrator", "hr");
        }
    }

    [Fact]
    public async Task Import_LastAdministratorWillLeave_IsRefused()
    {
        await MakeAdministratorsAsync("administrator");
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var person = await db.PersonAsync("administrator");
        await using var transaction = await db.Database.BeginTransactionAsync();

        var refused = await Should.ThrowAsync<ImportException>(() => scope.ServiceProvider.GetRequiredService<PeopleImport>().ImportPeopleAsync(
            [new PersonRecord { UserName = "administrator", Email = person.Email!, GivenName = "Sam", FamilyName = "Case", LeavesOn = new DateOnly(2099, 2, 28), Roles = ["Administrator"] }]));

        refused.Message.ShouldContain("This is the last administrator");
    }

    private async Task<AssigningOutcome> TakeAsync(string userName, Barrier together)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var (role, person) = (await db.RoleAsync(Role.Administrator), await db.PersonAsync(userName));
        together.SignalAndWait(TimeSpan.FromSeconds(30));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var outcome = await scope.ServiceProvider.GetRequiredService<RoleAssigning>().TakeAsync(role, person, "", CancellationToken.None);
        if (outcome == AssigningOutcome.Done)
        {
            await transaction.CommitAsync();
        }

        return outcome;
    }

    private async Task MakeAdministratorsAsync(params string[] userNames)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var role = await db.RoleAsync(Role.Administrator);
        await db.UserRoles.Where(row => row.RoleId == role.Id).ExecuteDeleteAsync();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        foreach (var userName in userNames)
        {
            (await users.AddToRoleAsync(await db.PersonAsync(userName), Role.Administrator)).Succeeded.ShouldBeTrue();
        }
    }
}
