using FsCheck;
using FsCheck.Fluent;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Together.Pure;

[Requirement("COA-02")]
public class PartnershipRowTests
{
    private static readonly DateTime Now = new(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Whatever the two, the manager and the portal do in whatever order, the partnership is in a state that its signatures and ends allow.</summary>
    [Fact]
    public void Actions_InAnyOrder_NeverLeadToAWrongState() => Prop.ForAll(
        Arb.From(from chemistry in ArbMap.Default.GeneratorFor<bool>()
                 from managerSigns in ArbMap.Default.GeneratorFor<bool>()
                 from hasManager in ArbMap.Default.GeneratorFor<bool>()
                 from actions in Gen.Choose(0, 15).ListOf()
                 select (Chemistry: chemistry, ManagerSigns: managerSigns, HasManager: hasManager, Actions: actions)),
        one => Run(one.Chemistry, one.ManagerSigns, one.HasManager, one.Actions)).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static void Run(bool chemistry, bool managerSigns, bool hasManager, IEnumerable<int> actions)
    {
        var row = new PartnershipRow
        {
            KindId = "walking",
            GuideId = "guide",
            LearnerId = "learner",
            SourceId = "",
            SourceName = "",
            Agreement = "",
            HasChemistryMeeting = chemistry,
            ManagerSigns = managerSigns,
            ReviewAfterMeetings = 2,
            State = chemistry ? PartnershipState.Chemistry : PartnershipState.Signing,
            BegunUtc = Now,
        };
        var held = 0;
        foreach (var action in actions)
        {
            var (before, revision) = (row.State, row.Revision);
            var done = action switch
            {
                0 => row.SayYes(Seat.Guide, Now),
                1 => row.SayYes(Seat.Learner, Now),
                2 => row.Sign(Seat.Guide, hasManager, Now),
                3 => row.Sign(Seat.Learner, hasManager, Now),
                4 => hasManager && row.SignAsManager("manager", Now),
                5 => row.AgreeIfSigned(hasManager, Now),
                6 or 7 => Held(),
                8 => row.AskHowItGoes(Now),
                9 => row.SayHowItGoes(Seat.Guide, QuietAnswer.GoingWell),
                10 => row.AskToReview(new DateOnly(2026, 12, 1), Now),
                11 => row.Close(PartnershipEnd.Completed, "guide", Now),
                12 => row.Close(PartnershipEnd.PersonLeft, "", Now),
                _ => false,
            };

            // Only what was done counts as a change, and nothing comes after the end.
            (row.Revision > revision).ShouldBe(done);
            (before == PartnershipState.Closed && done).ShouldBeFalse();
            ((int)row.State).ShouldBeGreaterThanOrEqualTo((int)before);
            (row.State == PartnershipState.Closed).ShouldBe(row.End is not null);
            (row.ClosedUtc is not null).ShouldBe(row.End is not null);
            if (row.State == PartnershipState.Active || row.AgreedUtc is not null)
            {
                row.AgreedUtc.ShouldNotBeNull();
                row.GuideSignedUtc.ShouldNotBeNull();
                row.LearnerSignedUtc.ShouldNotBeNull();
                (managerSigns && hasManager && row.ManagerSignedUtc is null).ShouldBeFalse();
            }

            if (row.State == PartnershipState.Chemistry)
            {
                (row.GuideSaidYesUtc is not null && row.LearnerSaidYesUtc is not null).ShouldBeFalse();
                (row.GuideSignedUtc ?? row.LearnerSignedUtc ?? row.ManagerSignedUtc).ShouldBeNull();
            }

            if (chemistry && row.State is PartnershipState.Signing or PartnershipState.Active)
            {
                (!chemistry || (row.GuideSaidYesUtc is not null && row.LearnerSaidYesUtc is not null)).ShouldBeTrue();
            }

            (row.Meetings, row.Minutes).ShouldBe((held, held * 30));
            (row.Meetings > 0 && row.AgreedUtc is null).ShouldBeFalse();
            (row.ReviewAskedUtc is not null && row.Meetings < 2).ShouldBeFalse();
        }

        bool Held()
        {
            var counts = row.Hold(new DateOnly(2026, 12, 1), 30);
            held += counts ? 1 : 0;
            return counts;
        }
    }
}
