using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Suiting;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Suiting;

[Requirement("COA-02")]
public class SuitabilityTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Theory]
    [InlineData("employee", "employee", Unsuitability.Self)]
    [InlineData("employee", "manager", Unsuitability.LineOfManagement)]
    [InlineData("employee", "helen.okafor", Unsuitability.LineOfManagement)]
    [InlineData("helen.okafor", "employee", Unsuitability.LineOfManagement)]
    [InlineData("employee", "coach", null)]
    [InlineData("employee", "gareth.pugh", null)]
    public async Task Unsuitable_LineOfManagement_IsFoundUpAndDown(string person, string candidate, Unsuitability? why) => (await AskAsync(person, candidate)).ShouldBe(why);

    [Fact]
    public async Task Unsuitable_RingOfManagers_ComesToAnEnd()
    {
        var top = await portal.PersonIdAsync("employee");
        await portal.SetPersonAsync("helen.okafor", person => person.LineManagerId = top);
        try
        {
            (await AskAsync("employee", "manager")).ShouldBe(Unsuitability.LineOfManagement);
            (await AskAsync("employee", "employee")).ShouldBe(Unsuitability.Self);
        }
        finally
        {
            await portal.SetPersonAsync("helen.okafor", person => person.LineManagerId = null);
        }
    }

    [Fact]
    public async Task Unsuitable_ConflictOfEither_IsFoundFromBothSides()
    {
        var (declarer, other) = (await portal.PersonIdAsync("mei.lin.tan"), await portal.PersonIdAsync("employee"));
        await portal.DoAsync(null, services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            db.Add(new ConflictRow { DeclaredById = declarer, OtherId = other, DeclaredUtc = DateTime.UtcNow });
            return db.SaveChangesAsync();
        });

        (await AskAsync("employee", "mei.lin.tan")).ShouldBe(Unsuitability.Conflict);
        (await AskAsync("mei.lin.tan", "employee")).ShouldBe(Unsuitability.Conflict);
    }

    [Fact]
    public async Task Unsuitable_LeftDisabledNotBegunOrUnknown_IsLeft()
    {
        await portal.SetPersonAsync("callum.reid", person => person.LeavesOn = PartnershipsPages.Today.AddDays(-1));
        (await AskAsync("employee", "callum.reid")).ShouldBe(Unsuitability.Left);
        await portal.SetPersonAsync("callum.reid", person => person.LeavesOn = PartnershipsPages.Today);
        (await AskAsync("employee", "callum.reid")).ShouldBeNull();
        await portal.SetPersonAsync("callum.reid", person => person.DisabledUtc = DateTime.UtcNow);
        (await AskAsync("employee", "callum.reid")).ShouldBe(Unsuitability.Left);
        await portal.SetPersonAsync("callum.reid", person => (person.DisabledUtc, person.StartsOn) = (null, PartnershipsPages.Today.AddDays(1)));
        (await AskAsync("employee", "callum.reid")).ShouldBe(Unsuitability.Left);
        var nobody = await portal.DoAsync(null, async services => await services.GetRequiredService<ISuitability>().UnsuitableForAsync(await portal.PersonIdAsync("employee"), ["nobody"]));
        nobody["nobody"].ShouldBe(Unsuitability.Left);
    }

    [Fact]
    public async Task Unsuitable_PartnersAlready_AreTogetherUntilItEnds()
    {
        var id = await portal.BegunAsync(guide: "joanne.castle");
        (await AskAsync("employee", "joanne.castle")).ShouldBe(Unsuitability.Together);
        (await AskAsync("joanne.castle", "employee")).ShouldBe(Unsuitability.Together);
        await portal.DoAsync(null, services => services.GetRequiredService<IPartnerships>().EndAsync(id, PartnershipEnd.Completed));

        (await AskAsync("employee", "joanne.castle")).ShouldBeNull();
    }

    [Fact]
    public async Task Unsuitable_ManyCandidates_TakeAsManyQueriesAsOne()
    {
        var all = await portal.DoAsync(null, services => Task.FromResult(services.GetRequiredService<PortalDb>().Users.Select(person => person.Id).ToList()));
        var person = await portal.PersonIdAsync("employee");
        await portal.DoAsync(null, async services =>
        {
            var suitability = services.GetRequiredService<ISuitability>();
            // What every request reads is known from the first question on.
            await suitability.UnsuitableForAsync(person, []);
            portal.Queries.Restart();
            await suitability.UnsuitableForAsync(person, all.Take(1).ToList());
            var one = portal.Queries.Count;
            portal.Queries.Restart();
            await suitability.UnsuitableForAsync(person, all);
            portal.Queries.Count.ShouldBe(one);
            portal.Queries.Restart();
            var pairs = await suitability.UnsuitablePairsAsync(all, all);
            portal.Queries.Count.ShouldBeLessThanOrEqualTo(one);

            // Asked for many at once, each pair is answered as when it is asked alone.
            foreach (var one1 in all)
            {
                var alone = await suitability.UnsuitableForAsync(one1, all);
                pairs.Where(pair => pair.Key.PersonId == one1).ToDictionary(pair => pair.Key.CandidateId, pair => pair.Value).ShouldBe(alone, ignoreOrder: true);
            }
        });
    }

    private async Task<Unsuitability?> AskAsync(string person, string candidate)
    {
        var (personId, candidateId) = (await portal.PersonIdAsync(person), await portal.PersonIdAsync(candidate));
        var found = await portal.DoAsync(null, services => services.GetRequiredService<ISuitability>().UnsuitableForAsync(personId, [candidateId]));
        return found.TryGetValue(candidateId, out var why) ? why : null;
    }
}
