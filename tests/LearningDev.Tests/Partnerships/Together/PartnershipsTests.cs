using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Together;

[Requirement("COA-02")]
public class PartnershipsTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Begin_WithChemistryMeeting_TellsBothWhatComesNext()
    {
        var id = await portal.BegunAsync(PartnershipsPages.Terms with { HasChemistryMeeting = true, MostHours = 6 }, guide: "gareth.pugh", goals: "Speak up");
        var row = await portal.PartnershipAsync(id);

        (row.State, row.MostHours, row.GoalsId is not null).ShouldBe((PartnershipState.Chemistry, 6m, true));
        (await portal.ReadAsync(db => db.PartnershipThemes.Where(theme => theme.PartnershipId == id).Select(theme => theme.TermId).ToListAsync())).ShouldBe(["theme-change"]);
        (await portal.PartnershipAuditAsync(id)).ShouldBe([nameof(PartnershipBegan)]);
        (await portal.ToldAsync("gareth.pugh")).ShouldContain(
            "Walking together with Sam Whitfield: you are brought together / Walking together with Sam Whitfield: you are brought together. Meet once, without obligation, and say afterwards whether you want to go on.");
        (await portal.ToldAsync("employee")).ShouldContain(line => line.StartsWith("Walking together with Gareth Pugh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Begin_UnknownKindOrSamePersonOrTwice_IsRefused()
    {
        var me = await portal.PersonIdAsync("employee");
        await Should.ThrowAsync<InvalidOperationException>(() => BeginAsync(new PartnershipProposal("none", me, "other", PartnershipsPages.Terms)));
        await Should.ThrowAsync<InvalidOperationException>(() => BeginAsync(new PartnershipProposal(PartnershipsPortal.Kind, me, me, PartnershipsPages.Terms)));
        await portal.BegunAsync(guide: "rajesh.nair");
        await Should.ThrowAsync<InvalidOperationException>(() => portal.BegunAsync(guide: "rajesh.nair", again: true));
    }

    [Fact]
    public async Task Find_AndOf_SayWhatMayBeKnown()
    {
        var id = await portal.BegunAsync(guide: "siobhan.byrne", learner: "callum.reid");
        var (guide, learner) = (await portal.PersonIdAsync("siobhan.byrne"), await portal.PersonIdAsync("callum.reid"));
        await portal.DoAsync(null, async services =>
        {
            var partnerships = services.GetRequiredService<IPartnerships>();
            var facts = (await partnerships.FindAsync(id))!;
            (facts.GuideId, facts.LearnerId, facts.SourceId, facts.State, facts.Minutes).ShouldBe((guide, learner, "pool", PartnershipState.Signing, 0));
            (await partnerships.FindAsync("none")).ShouldBeNull();
            (await partnerships.OfAsync(guide)).ShouldBe([facts]);
            (await partnerships.OfAsync(learner, PartnershipsPortal.Kind)).ShouldBe([facts]);
            (await partnerships.OfAsync(learner, "other")).ShouldBeEmpty();
            (await partnerships.OpenOfGuidesAsync(PartnershipsPortal.Kind, [guide, learner])).ShouldBe(new Dictionary<string, int> { [guide] = 1 });
        });
    }

    [Theory]
    [InlineData(PartnershipEnd.PersonLeft, "One of you has left")]
    [InlineData(PartnershipEnd.Changed, "goes on with another guide")]
    public async Task End_Open_TellsBothKindlyAndOnce(PartnershipEnd end, string words)
    {
        var id = await portal.BegunAsync(guide: "abena.mensah");
        await portal.DoAsync(null, services => services.GetRequiredService<IPartnerships>().EndAsync(id, end));
        await portal.DoAsync(null, services => services.GetRequiredService<IPartnerships>().EndAsync(id, PartnershipEnd.Completed));

        (await portal.PartnershipAsync(id)).End.ShouldBe(end);
        (await portal.PartnershipAuditAsync(id)).ShouldBe([nameof(PartnershipBegan), nameof(PartnershipClosed)]);
        (await portal.ToldAsync("abena.mensah")).ShouldContain(line => line.Contains(words, StringComparison.Ordinal));
    }

    private Task<string> BeginAsync(PartnershipProposal proposal) => portal.DoAsync(null, services => services.GetRequiredService<IPartnerships>().BeginAsync(proposal));
}
