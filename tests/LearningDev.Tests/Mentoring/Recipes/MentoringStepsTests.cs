using LearningDev.Mentoring;
using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Recipes;

[Requirement("MEN-01")]
public class MentoringStepsTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Demonstration_ReverseMentoring_HasFourPairsInWhichTheJuniorMentors()
    {
        var pairs = new List<PartnershipFacts>();
        foreach (var leader in (string[])["abena.mensah", "robert.hale", "victoria.langley", "oluwaseun.bakare"])
        {
            pairs.Add((await shared.Host.OpenPairsAsync(leader)).ShouldHaveSingleItem());
        }

        pairs.ShouldAllBe(pair => pair.SourceId == "mentoring-reverse");
        pairs[0].GuideId.ShouldBe(await shared.Host.PersonIdAsync("jack.dempster"));
        pairs[0].LearnerId.ShouldBe(await shared.Host.PersonIdAsync("abena.mensah"));
        (await shared.Host.ReadAsync(db => db.MentoringProfiles.CountAsync(row => row.ProgrammeId == "mentoring-reverse" && row.State == ProfileState.Matched))).ShouldBe(4);
    }
}
