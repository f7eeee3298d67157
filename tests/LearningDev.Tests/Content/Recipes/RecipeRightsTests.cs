using LearningDev.Content.Recipes;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Tests.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes;

[Requirement("CMS-05")]
[Requirement("ADM-01")]
public class RecipeRightsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Run_RoleWithRules_GivesItByPlaceAndSaysSo_TheSecondTimeNothing()
    {
        const string recipe =
            """
            { "name": "by-place", "steps": [
              { "name": "Roles", "Roles": [ { "Name": "Deputy", "Permissions": [ ], "Rules": [ { "Kind": "LineManagers" }, { "Kind": "UnitMembers", "Value": "PP" } ] } ] } ] }
            """;

        var report = await portal.RunAsync(recipe);
        var again = await portal.RunAsync(recipe);

        report.Done.ShouldBeTrue();
        report.Changes.Where(change => change.Kind == RightsWatch.RoleByPlace).Select(change => change.Id).ShouldBe(["Deputy/LineManagers", "Deputy/UnitMembers:PP"]);
        again.Changes.ShouldBeEmpty();
        (await portal.ReadAsync(db => db.Set<RoleRule>().CountAsync(rule => db.Roles.Any(role => role.Id == rule.RoleId && role.Name == "Deputy")))).ShouldBe(2);
    }

    [Fact]
    public async Task Run_RuleOfNoKind_IsNamedWithItsLine()
    {
        var report = await portal.RunAsync(
            """
            { "name": "no-kind", "steps": [
              { "name": "Roles", "Roles": [ { "Name": "Deputy of none", "Permissions": [ ],
                "Rules": [ { "Kind": "Astronauts" } ] } ] } ] }
            """);

        report.Done.ShouldBeFalse();
        var problem = report.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Message).ShouldBe((3, "\"Astronauts\" is no kind of rule. Use Everyone, LineManagers, UnitHeads, UnitMembers, RoleLevel."));
    }

    [Theory]
    [InlineData("""{ "name": "Users", "Users": [ { "UserName": "administrator", "IsEnabled": false } ] }""")]
    [InlineData("""{ "name": "Users", "Users": [ { "UserName": "administrator", "RoleNames": [ "Employee" ] } ] }""")]
    public async Task Run_TakesTheLastAdministrator_IsRefusedEvenWhenToldToGoOn(string step)
    {
        var report = await portal.RunAsync($$"""{ "name": "nobody-left", "steps": [ {{step}} ] }""", new RecipeRunOptions { GoOn = true });

        report.Done.ShouldBeFalse();
        report.Problems.ShouldContain(problem => problem.Message.StartsWith(LastAdministrator.Refusal, StringComparison.Ordinal));
        (await portal.ReadAsync(db => db.Users.Where(person => person.UserName == "administrator").Select(person => person.DisabledUtc).SingleAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task Run_AccountIsNotEnabled_CannotSignInAndCanAgain()
    {
        (await portal.RunAsync("""{ "name": "off", "steps": [ { "name": "Users", "Users": [ { "UserName": "coach", "IsEnabled": false } ] } ] }""")).Done.ShouldBeTrue();
        (await DisabledAsync()).ShouldNotBeNull();

        (await portal.RunAsync("""{ "name": "on", "steps": [ { "name": "Users", "Users": [ { "UserName": "coach", "IsEnabled": true } ] } ] }""")).Done.ShouldBeTrue();
        (await DisabledAsync()).ShouldBeNull();
    }

    private Task<DateTime?> DisabledAsync() => portal.ReadAsync(db => db.Users.Where(person => person.UserName == "coach").Select(person => person.DisabledUtc).SingleAsync());
}
