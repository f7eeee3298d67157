using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People;

public class ColleaguesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("sam whit", "Sam Whitfield")]
    [InlineData("WHITFIELD, SAM", "Sam Whitfield")]
    [InlineData("siobhan", "Siobhán Byrne")]
    [InlineData("Siobhán", "Siobhán Byrne")]
    [InlineData("o'neill", "Francesca O’Neill")]
    [InlineData("lin tan", "Mei-Lin Tan")]
    [InlineData("Siobhan.Byrne@northbourne", "Siobhán Byrne")]
    public async Task SearchAsync_WordsOfANameOrAddress_FindThePerson(string words, string name) =>
        (await SearchAsync(words)).People.Select(person => person.FullName).ShouldBe([name]);

    [Theory]
    [InlineData("s")]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("%%")]
    [InlineData("__")]
    [InlineData("\\\\")]
    [InlineData("hitfield")]
    [InlineData("northbourne")]
    [InlineData("example")]
    [InlineData("@northbourne")]
    public async Task SearchAsync_NoBeginningOfAName_FindsNobody(string words)
    {
        var found = await SearchAsync(words);
        found.People.ShouldBeEmpty();
        found.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task SearchAsync_PersonWhoHasLeftOrNotBegun_IsNotFound()
    {
        await ChangeAsync("callum.reid", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        await ChangeAsync("rajesh.nair", person => person.StartsOn = new DateOnly(2190, 1, 1));
        (await SearchAsync("callum reid")).People.ShouldBeEmpty();
        (await SearchAsync("rajesh nair")).People.ShouldBeEmpty();
        await using var scope = portal.Scope();
        var id = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "callum.reid").Select(person => person.Id).SingleAsync();
        var colleagues = scope.ServiceProvider.GetRequiredService<Colleagues>();
        (await colleagues.FindAllAsync([id])).ShouldBeEmpty();
        (await colleagues.NamesAsync([id]))[id].ShouldBe("Callum Reid");
    }

    [Fact]
    public async Task SearchAsync_MoreThanAskedFor_SaysSoAndLeavesOutThePersonAsked()
    {
        var all = await SearchAsync("ma", 50);
        all.People.Count.ShouldBeGreaterThan(2);
        var some = await SearchAsync("ma", 2, all.People[0].Id);
        some.People.ShouldBe(all.People.Skip(1).Take(2));
        some.HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task TeamsOfAsync_HeadOfAService_HasTheTeamsBelowAndNotTheHead()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var head = await db.Users.SingleAsync(person => person.UserName == "hr");
        var teams = await scope.ServiceProvider.GetRequiredService<Colleagues>().TeamsOfAsync(head.Id);
        teams.Select(team => team.Name).ShouldBe(["HR and Organisational Development", "HR Business Partners"]);
        teams.ShouldAllBe(team => team.IsLed && !team.MemberIds.Contains(head.Id));
        teams[0].MemberIds.ShouldContain(await db.Users.Where(person => person.UserName == "editor").Select(person => person.Id).SingleAsync());
    }

    [Fact]
    public async Task TeamsOfAsync_MemberOfATeam_HasTheirOwn()
    {
        await using var scope = portal.Scope();
        var id = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "editor").Select(person => person.Id).SingleAsync();
        var teams = await scope.ServiceProvider.GetRequiredService<Colleagues>().TeamsOfAsync(id);
        teams.Select(team => (team.Name, team.IsLed)).ShouldBe([("Learning and Development", false)]);
    }

    [Fact]
    public async Task DirectorateOfAsync_MemberOfATeam_IsTheTopOfTheirBranch()
    {
        await using var scope = portal.Scope();
        var person = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.SingleAsync(row => row.UserName == "editor");
        var directorate = (await scope.ServiceProvider.GetRequiredService<Colleagues>().DirectorateOfAsync(person.Id))!;
        directorate.Name.ShouldBe("People and Policy");
        directorate.UnitIds.ShouldContain(person.UnitId!);
        directorate.UnitIds.Count.ShouldBe(8);
    }

    [Fact]
    public async Task RolesAsync_People_AreThoseTheyHave_AndSayWhatTheyMay()
    {
        await using var scope = portal.Scope();
        var id = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "editor").Select(person => person.Id).SingleAsync();
        string[] roles = [.. (await scope.ServiceProvider.GetRequiredService<EffectiveRoles>().OfAllAsync([id]))[id].Order()];
        roles.ShouldBe(["Editor", "Employee"]);
        var permissions = scope.ServiceProvider.GetRequiredService<RolePermissions>();
        (await permissions.MayAsync(roles, "EditContent")).ShouldBeTrue();
        (await permissions.MayAsync(["Employee"], "EditContent")).ShouldBeFalse();
        (await permissions.MayAsync(["Administrator"], "EditContent")).ShouldBeTrue();
        (await permissions.MayAsync([], "ViewCatalogue")).ShouldBeFalse();
    }

    private async Task<ColleagueMatches> SearchAsync(string words, int count = 20, string? except = null)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<Colleagues>().SearchAsync(words, count, except);
    }

    private async Task ChangeAsync(string userName, Action<Person> change)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        change(await db.Users.SingleAsync(person => person.UserName == userName));
        await db.SaveChangesAsync();
    }
}
