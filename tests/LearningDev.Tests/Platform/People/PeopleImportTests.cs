using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People;

[Requirement("ADM-02")]
public class PeopleImportTests(PortalHost portal) : IClassFixture<PortalHost>
{
    // Each number makes another file; a failure names it.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task ImportPeopleAsync_AnyFile_ArrivesAsWrittenAndTheSecondTimeChangesNothing(int seed)
    {
        var random = new Random(seed);
        var units = Enumerable.Range(0, 6).Select(number => new UnitRecord(
            $"S{seed}U{number}", $"Unit {number}", number == 0 ? UnitKind.Directorate : number < 3 ? UnitKind.Service : UnitKind.Team,
            number == 0 ? null : number < 3 ? $"S{seed}U0" : $"S{seed}U{random.Next(1, 3)}")).ToList();
        var people = Enumerable.Range(0, 12).Select(number => AnyPerson(random, seed, number)).ToList();

        (await ImportUnitsAsync(units)).ShouldBe(units.Count);
        (await ImportAsync(people)).ShouldBe(people.Count);
        foreach (var record in people)
        {
            var read = await ReadAsync(record.UserName);
            read.Roles.ShouldBe(record.Roles);
            read.HeadOf.ShouldBe(record.HeadOf);
            (read with { Roles = record.Roles, HeadOf = record.HeadOf }).ShouldBe(record);
        }

        (await ImportUnitsAsync(units)).ShouldBe(0);
        (await ImportAsync(people)).ShouldBe(0);
        (await ImportAsync([people[3] with { JobTitle = "Something else" }, people[4]])).ShouldBe(1);
    }

    [Fact]
    public async Task ImportPeopleAsync_KnownPerson_KeepsThePasswordAndLosesRolesNotListed()
    {
        var record = new PersonRecord { UserName = "renamed", Email = "renamed@x.example", GivenName = "Old", FamilyName = "Name", Roles = ["Employee", "Manager"] };
        await ImportAsync([record]);
        await using (var scope = portal.Scope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            (await users.AddPasswordAsync((await users.FindByNameAsync("renamed"))!, "a-long-password")).Succeeded.ShouldBeTrue();
        }

        await ImportAsync([record with { FamilyName = "New-Name", Roles = ["Employee"] }]);

        await using var after = portal.Scope();
        var known = after.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await known.FindByNameAsync("renamed"))!;
        person.FullName.ShouldBe("Old New-Name");
        (await known.GetRolesAsync(person)).ShouldBe(["Employee"]);
        (await known.CheckPasswordAsync(person, "a-long-password")).ShouldBeTrue();
    }

    [Fact]
    public async Task ImportPeopleAsync_UnknownReferences_AreRefusedByName()
    {
        var record = new PersonRecord { UserName = "lost", Email = "lost@x.example" };

        (await RefusedAsync(record with { Unit = "NOWHERE" })).ShouldBe("lost belongs to the unit NOWHERE, which is not known.");
        (await RefusedAsync(record with { LineManager = "nobody" })).ShouldBe("lost has the line manager nobody, who is not known.");
        (await RefusedAsync(record with { Roles = ["Wizard"] })).ShouldBe("lost has the role Wizard, which is not known.");
        (await RefusedAsync(record with { HeadOf = ["NOWHERE"] })).ShouldBe("lost belongs to the unit NOWHERE, which is not known.");
        (await RefusedAsync(record with { UserName = "two words" })).ShouldStartWith("two words: ");
        (await Should.ThrowAsync<ImportException>(() => ImportUnitsAsync([new UnitRecord("LOST", "Lost", UnitKind.Team, "NOWHERE")])))
            .Message.ShouldBe("The unit LOST belongs to NOWHERE, which is not known.");
    }

    private static PersonRecord AnyPerson(Random random, int seed, int number) => new()
    {
        UserName = $"s{seed}.person{number}",
        Email = $"s{seed}.person{number}@x.example",
        GivenName = Pick(random, "Zoë", "Seán", "Łukasz", "O’Brien", "山田", "Åsa"),
        FamilyName = Pick(random, "d'Arcy", "van der Berg", "Nguyễn", "McDonald", "Smith-Jones", "Ó Súilleabháin"),
        EmployeeNumber = random.Next(4) == 0 ? "" : $"{seed}-{number}",
        JobTitle = Pick(random, "", "Social worker", "Head of Parks & \"Open\" Spaces"),
        Grade = Pick(random, "", "NB4", "NB21"),
        RoleLevel = Pick(random, "", "employee", "head-of-service"),
        Unit = random.Next(4) == 0 ? null : $"S{seed}U{random.Next(6)}",
        LineManager = number == 0 || random.Next(4) == 0 ? null : $"s{seed}.person{random.Next(12)}",
        FullTimeFraction = Pick(random, 1m, 0.5m, 0.6m, 0.5946m),
        StartsOn = random.Next(3) == 0 ? null : new DateOnly(2000, 1, 1).AddDays(random.Next(9000)),
        LeavesOn = random.Next(3) == 0 ? new DateOnly(2027, 1, 1).AddDays(random.Next(900)) : null,
        Roles = random.Next(3) == 0 ? [] : ["Employee"],
        HeadOf = number < 6 && random.Next(2) == 0 ? [$"S{seed}U{number}"] : [],
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    private async Task<int> ImportUnitsAsync(IEnumerable<UnitRecord> units)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PeopleImport>().ImportUnitsAsync(units);
    }

    private async Task<int> ImportAsync(IReadOnlyCollection<PersonRecord> people)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PeopleImport>().ImportPeopleAsync(people);
    }

    private async Task<string> RefusedAsync(PersonRecord record)
    {
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        return (await Should.ThrowAsync<ImportException>(() => scope.ServiceProvider.GetRequiredService<PeopleImport>().ImportPeopleAsync([record]))).Message;
    }

    private async Task<PersonRecord> ReadAsync(string userName)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await users.FindByNameAsync(userName))!;
        return new PersonRecord
        {
            UserName = person.UserName!,
            Email = person.Email!,
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            EmployeeNumber = person.EmployeeNumber,
            JobTitle = person.JobTitle,
            Grade = person.Grade,
            RoleLevel = person.RoleLevel,
            Unit = await db.Units.Where(unit => unit.Id == person.UnitId).Select(unit => unit.Code).SingleOrDefaultAsync(),
            LineManager = await db.Users.Where(row => row.Id == person.LineManagerId).Select(row => row.UserName).SingleOrDefaultAsync(),
            FullTimeFraction = person.FullTimeFraction,
            StartsOn = person.StartsOn,
            LeavesOn = person.LeavesOn,
            Roles = [.. await users.GetRolesAsync(person)],
            HeadOf = await db.Units.Where(unit => unit.HeadId == person.Id).Select(unit => unit.Code).ToListAsync(),
        };
    }
}
