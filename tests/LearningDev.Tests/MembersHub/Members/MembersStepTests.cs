using LearningDev.Compliance.Contracts;
using LearningDev.Content.Recipes;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Tasks.Assigning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

/// <summary>The recipe step, and what others read of the members that it has brought.</summary>
[Requirement("MEM-02")]
public class MembersStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Run_DemonstrationAgain_ChangesNothing()
    {
        var recipe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Recipes", "demonstration-members-hub.recipe.json"));
        var report = await RunAsync(recipe);
        report.Problems.ShouldBeEmpty();
        report.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_DemonstrationCouncil_HasMayorGroupsCommitteesAndCoOptees()
    {
        await using var scope = portal.Scope();
        portal.Queries.Restart();
        var members = await scope.ServiceProvider.GetRequiredService<MemberDirectory>().AllAsync(new DateOnly(2026, 11, 30));
        portal.Queries.Count.ShouldBeLessThanOrEqualTo(5);
        members.Count.ShouldBe(18);
        members.Count(member => member.Term.Kind == TermKind.CoOpted).ShouldBe(2);
        members.Where(member => member.Term.Kind == TermKind.ElectedMayor).ShouldHaveSingleItem().Name.ShouldBe("Anwar Chowdhury");
        members.Where(member => member.IsElected).GroupBy(member => member.GroupName).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<string, int> { ["Forward Northbourne"] = 8, ["Residents’ Alliance"] = 4, ["Harbour and Hills Independents"] = 3, [""] = 1 }, ignoreOrder: true);
        members.Count(member => member.Offices.Any(office => office.Kind == OfficeKind.ExecutiveMember)).ShouldBe(4);
        var ruth = members.Single(member => member.Name == "Ruth Callaghan");
        (ruth.WardName, ruth.IsBackbencher).ShouldBe(("Northgate", true));
        members.ShouldNotContain(member => member.Name == "Peter Hollis");
        (await scope.ServiceProvider.GetRequiredService<MemberDirectory>().AllAsync(new DateOnly(2026, 7, 31))).ShouldContain(member => member.Name == "Peter Hollis");
    }

    [Fact]
    public async Task Groups_DemonstrationCouncil_AreThoseThatRulesName()
    {
        await using var scope = portal.Scope();
        var groups = scope.ServiceProvider.GetServices<IComplianceGroups>().OfType<MemberGroups>().Single();
        (await groups.GroupsAsync()).Select(group => group.Key).ShouldBe(
            ["members", "members-mayor", "members-councillors", "members-co-optees", "members-speaker", "members-chairs",
            "members-body-appeals", "members-body-appointments", "members-body-licensing", "members-body-overview-and-scrutiny", "members-body-planning", "members-body-standards"]);
        portal.Queries.Restart();
        var all = await groups.PeriodsAsync(null);
        portal.Queries.Count.ShouldBe(3);
        var today = new DateOnly(2026, 11, 30);
        all.Where(period => period.GroupKey == "members" && period.Contains(today)).Select(period => period.PersonId).Distinct().Count().ShouldBe(18);
        all.Count(period => period.GroupKey == "members-body-planning" && period.Contains(today)).ShouldBe(8);
        all.GroupBy(period => (period.PersonId, period.GroupKey)).ShouldAllBe(group => group.Count() == 1 || group.OrderBy(period => period.From).Zip(group.OrderBy(period => period.From).Skip(1)).All(pair => pair.First.Until < pair.Second.From));
        var judith = await portal.PersonIdAsync("cllr.judith.penrose");
        (await groups.PeriodsAsync([judith])).ShouldBe(all.Where(period => period.PersonId == judith), ignoreOrder: true);
    }

    [Theory]
    [InlineData("councillor", Relationships.GroupWhip, "cllr.harpreet.gill")]
    [InlineData("councillor", Relationships.GroupLeader, "cllr.farida.begum")]
    [InlineData("cllr.harpreet.gill", Relationships.GroupWhip, null)]
    [InlineData("cllr.harpreet.gill", Relationships.GroupLeader, "cllr.farida.begum")]
    [InlineData("cllr.agnes.mcbride", Relationships.GroupWhip, null)]
    [InlineData("employee", Relationships.GroupLeader, null)]
    public async Task Find_WhipOrLeader_IsOfTheGroupAndNeverTheOwner(string owner, string relationship, string? expected)
    {
        await using var scope = portal.Scope();
        var source = scope.ServiceProvider.GetServices<IAssigneeSource>().Single(one => one.Key == relationship);
        var found = await source.FindAsync(await portal.PersonIdAsync(owner), "", CancellationToken.None);
        found.ShouldBe(expected is null ? [] : [await portal.PersonIdAsync(expected)]);
    }

    [Theory]
    [InlineData("""{ "name": "Members", "Wards": [{ "Id": "x", "Name": "Nowhere", "Seats": 12 }] }""", "1 to 9 Seats")]
    [InlineData("""{ "name": "Members", "Groups": [{ "Id": "x" }] }""", "a Name of up to 100")]
    [InlineData("""{ "name": "Members", "Bodies": [{ "Id": "x", "Name": "X", "Kind": "Club" }] }""", "Kind must be one of Committee")]
    [InlineData("""{ "name": "Members", "Terms": [{ "Person": "councillor", "Kind": "Elected", "Ward": "northgate", "From": "2024-05-08" }] }""", "overlaps another")]
    [InlineData("""{ "name": "Members", "Terms": [{ "Person": "employee", "Kind": "Elected", "From": "2024-05-08" }] }""", "needs a Ward that is known")]
    [InlineData("""{ "name": "Members", "Terms": [{ "Person": "employee", "Kind": "Elected", "Ward": "northgate", "From": "8 May" }] }""", "From must be a day")]
    [InlineData("""{ "name": "Members", "Terms": [{ "Person": "employee", "Kind": "Elected", "Ward": "northgate", "From": "2024-05-08", "Until": "2024-05-07" }] }""", "Until must not be before From")]
    [InlineData("""{ "name": "Members", "Terms": [{ "Person": "nobody", "Kind": "Elected", "Ward": "northgate", "From": "2024-05-08" }] }""", "Nobody has the user name")]
    [InlineData("""{ "name": "Members", "GroupMemberships": [{ "Person": "councillor", "Group": "residents", "From": "2024-05-08" }] }""", "belongs to one group at a time")]
    [InlineData("""{ "name": "Members", "Offices": [{ "Person": "councillor", "Kind": "Chair", "Body": "planning", "From": "2024-05-08" }] }""", "overlaps another time")]
    [InlineData("""{ "name": "Members", "Offices": [{ "Person": "councillor", "Kind": "GroupWhip", "Body": "planning", "From": "2024-05-08" }] }""", "needs a Body that is known")]
    [InlineData("""{ "name": "Members", "Offices": [{ "Person": "councillor", "Kind": "Mayor", "From": "2024-05-08" }] }""", "overlaps another time")]
    [InlineData("""{ "name": "Members", "Wings": [] }""", "no property \"Wings\"")]
    public async Task Run_SomethingIsWrong_NamesIt(string step, string problem)
    {
        var before = await portal.ReadAsync(db => db.MemberTerms.CountAsync());
        (await RunAsync($$"""{ "name": "members", "steps": [ {{step}} ] }""")).Problems.ShouldHaveSingleItem().Message.ShouldContain(problem);
        (await portal.ReadAsync(db => db.MemberTerms.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Run_OfficeGetsAnEnd_IsChangedAndInTheAudit()
    {
        static string Step(string until) => $$"""{ "name": "members", "steps": [ { "name": "Members", "Offices": [{ "Person": "cllr.conrad.ashby", "Kind": "Substitute", "Body": "appeals", "From": "2026-09-01"{{until}} }] } ] }""";
        (await RunAsync(Step(""))).Changes.ShouldHaveSingleItem().Action.ShouldBe(RecipeAction.Added);
        (await RunAsync(Step(""", "Until": "2027-05-18" """))).Changes.ShouldHaveSingleItem().Action.ShouldBe(RecipeAction.Changed);
        var conrad = await portal.PersonIdAsync("cllr.conrad.ashby");
        (await portal.ReadAsync(db => db.MemberOffices.SingleAsync(office => office.PersonId == conrad && office.BodyId == "appeals"))).Until.ShouldBe(new DateOnly(2027, 5, 18));
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "MemberChanged" && row.SubjectId == conrad && row.Summary.Contains("Changed: Substitute, Appeals Committee")))).ShouldBeTrue();
    }

    private async Task<RecipeReport> RunAsync(string recipe)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse(recipe), new RecipeRunOptions());
    }
}
