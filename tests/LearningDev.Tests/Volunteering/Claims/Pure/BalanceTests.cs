using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using LearningDev.Volunteering;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claims.Pure;

/// <summary>Whatever people, managers and HR do in whatever order: nobody has more leave than the rules give.</summary>
[Requirement("VOL-02")]
public class BalanceTests
{
    private static readonly NamedYear Year = NamedYear.Of(new DayMonth(4, 1), new DateOnly(2027, 6, 1));
    private static readonly DateOnly Today = new(2028, 2, 29);
    private static readonly WorkingDays WorkingDays = new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], [], new DateOnly(2030, 12, 31));

    [Fact]
    public void Of_ClaimsInAllStates_AddsUpWhatCounts()
    {
        var balance = Balance.Of(Year, 888, [
            new(ClaimState.Draft, 600, 600, 0), new(ClaimState.Sent, 120, 60, 0), new(ClaimState.Agreed, 240, 240, 120), new(ClaimState.Refused, 600, 600, 0),
            new(ClaimState.Withdrawn, 600, 600, 0), new(ClaimState.Reversed, 300, 300, 90)]);

        (balance.OwnTime, balance.Waiting, balance.Agreed, balance.Taken, balance.Kept).ShouldBe((360, 60, 240, 210, 90));
        balance.Left.ShouldBe(888 - 60 - 240 - 90);
        balance.ToTake.ShouldBe(120);
    }

    [Fact]
    public void Left_FewerHoursAWeekSinceTheClaim_IsNothingRatherThanLess() =>
        Balance.Of(Year, 450, [new(ClaimState.Agreed, 600, 600, 0)]).Left.ShouldBe(0);

    [Fact]
    public void Leave_AnyOrderOfWhatPeopleDo_IsNeverMoreThanTheAllowance() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ArrayOf(40).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (steps, tenths) =>
        {
            var rules = new VolunteeringSettings { DaysAYear = tenths / 5m };
            var judge = new ClaimRules(rules, Year, WorkingDays, Today);
            var allowance = Allowance.Of(rules, Year, 1, null, null);
            List<CountedClaim> claims = [];
            foreach (var step in steps)
            {
                var random = new System.Random(step);
                var balance = Balance.Of(Year, allowance, claims);
                var at = claims.Count == 0 ? -1 : random.Next(claims.Count);
                switch (random.Next(6))
                {
                    case 0 or 1:
                        var (own, wanted) = (random.Next(1, 100) * 15, random.Next(0, 1000));
                        if (!judge.Leave(wanted, [], own, balance.Left).Any())
                        {
                            claims.Add(new CountedClaim(ClaimState.Sent, own, wanted, 0));
                        }

                        break;
                    case 2 when at >= 0 && claims[at].State == ClaimState.Sent:
                        claims[at] = claims[at] with { State = random.Next(3) switch { 0 => ClaimState.Withdrawn, 1 => ClaimState.Refused, _ => ClaimState.Agreed } };
                        break;
                    case 3 when at >= 0 && claims[at].State == ClaimState.Agreed:
                        var taken = random.Next(0, 500);
                        if (!judge.Taken(new DayTime(Today, taken), 0, claims[at].LeaveMinutes - claims[at].TakenMinutes).Any())
                        {
                            claims[at] = claims[at] with { TakenMinutes = claims[at].TakenMinutes + taken };
                        }

                        break;
                    case 4 when at >= 0 && claims[at].State == ClaimState.Agreed:
                        claims[at] = claims[at] with { State = ClaimState.Reversed };
                        break;
                    case 5 when at >= 0 && claims[at].TakenMinutes > 0:
                        claims[at] = claims[at] with { TakenMinutes = 0 };
                        break;
                    default:
                        break;
                }

                var now = Balance.Of(Year, allowance, claims);
                (now.Waiting + now.Agreed + now.Kept).ShouldBeLessThanOrEqualTo(allowance);
                now.Taken.ShouldBeLessThanOrEqualTo(allowance);
                now.Left.ShouldBe(allowance - now.Waiting - now.Agreed - now.Kept);
                now.ToTake.ShouldBe(now.Agreed + now.Kept - now.Taken);
                claims.ShouldAllBe(claim => claim.LeaveMinutes <= claim.OwnMinutes && claim.TakenMinutes <= claim.LeaveMinutes);
            }
        }).QuickCheckThrowOnFailure();
}
