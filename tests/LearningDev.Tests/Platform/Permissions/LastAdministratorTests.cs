using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Tests.Platform.People.Accounts;
using LearningDev.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions;

[Requirement("ADM-01")]
public class LastAdministratorTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task Import_LastAdministratorLeaves_IsRefused()
    {
        // The transaction is rolled back, as that of a recipe is.
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var administrator = await Known(scope.ServiceProvider);

        var fault = await Should.ThrowAsync<ImportException>(() => scope.ServiceProvider.GetRequiredService<PeopleImport>().ImportPeopleAsync([RecordOf(administrator) with
        {
            LeavesOn = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-2),
        }]));

        fault.Message.ShouldStartWith("This is the last administrator who can sign in");
    }

    [Fact]
    public async Task Is_AnotherWhoCannotSignIn_DoesNotCount()
    {
        await portal.AddAsync("last.disabled", Role.Administrator, row => row.DisabledUtc = portal.Clock.GetUtcNow().UtcDateTime);
        await portal.AddAsync("last.left", Role.Administrator, row => row.LeavesOn = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-2));
        await using var scope = portal.Scope();
        var last = scope.ServiceProvider.GetRequiredService<LastAdministrator>();
        var administrator = await Known(scope.ServiceProvider);

        (await last.IsAsync(administrator.Id)).ShouldBeTrue();
        (await last.IsThereOneAsync()).ShouldBeTrue();
        (await last.IsAsync("nobody")).ShouldBeFalse();
    }

    private static async Task<Person> Known(IServiceProvider services) =>
        (await services.GetRequiredService<UserManager<Person>>().FindByNameAsync("administrator"))!;

    private static PersonRecord RecordOf(Person person) => new()
    {
        UserName = person.UserName!,
        Email = person.Email!,
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        Roles = ["Employee", Role.Administrator],
    };
}
