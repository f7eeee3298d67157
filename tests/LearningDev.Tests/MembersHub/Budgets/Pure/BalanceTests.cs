using FsCheck;
using FsCheck.Fluent;
using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Budgets.Pure;

/// <summary>Whatever happens in whatever order: nobody is over their allocation without an override, and the balance is what the ledger adds up to.</summary>
[Requirement("MEM-04")]
public class BalanceTests
{
    private static readonly NamedYear Year = NamedYear.Of(new DayMonth(4, 1), new DateOnly(2026, 12, 1));

    [Fact]
    public void After_AnyOrderOfMovements_AddsUpAndIsCovered() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ArrayOf(60).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (steps, allocation) =>
        {
            var balance = default(Balance).After(new Movement(EntryKind.Allocated, allocation));
            List<Movement> ledger = [new(EntryKind.Allocated, allocation)];
            List<long> open = [];
            var overridden = 0L;
            foreach (var step in steps)
            {
                var random = new System.Random(step);
                IReadOnlyList<Movement> movements = [];
                switch (random.Next(4))
                {
                    case 0:
                        var wanted = random.Next(1, 30_000);
                        if (balance.OverrideFor(wanted) == 0 || random.Next(3) == 0)
                        {
                            movements = [new(EntryKind.Committed, wanted)];
                            open.Add(wanted);
                        }

                        break;
                    case 1 when open.Count > 0:
                        movements = [new(EntryKind.Released, open[0])];
                        open.RemoveAt(0);
                        break;
                    case 2 when open.Count > 0:
                        var invoice = random.Next(1, 40_000);
                        if (balance.OverrideFor(Math.Max(0, invoice - open[0])) == 0 || random.Next(3) == 0)
                        {
                            movements = Balance.Invoice(open[0], invoice);
                            open.RemoveAt(0);
                        }

                        break;
                    default:
                        var change = random.Next(-20_000, 20_000);
                        movements = balance.CanAdjust(change) ? [new(EntryKind.Adjusted, change)] : [];
                        break;
                }

                var needed = balance.Over;
                ledger.AddRange(movements);
                balance = balance.After(movements);
                overridden += balance.Over - needed;
                if (balance.Committed != open.Sum() || overridden != balance.Over || balance.Used > balance.Allocated + overridden || balance.Allocated < 0 || balance.Committed < 0
                    || movements.Any(one => one.Kind != EntryKind.Adjusted && one.Pence <= 0))
                {
                    return false;
                }
            }

            return default(Balance).After(ledger) == balance && balance.Left == Math.Max(0, balance.Allocated - balance.Used);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(50_000, 0, 40_000, 0)]
    [InlineData(50_000, 30_000, 30_000, 10_000)]
    [InlineData(50_000, 60_000, 5_000, 5_000)]
    public void OverrideFor_WhatIsUsedAlready_IsOnlyWhatIsNew(long allocated, long committed, long wanted, long expected) =>
        new Balance(allocated, committed, 0).OverrideFor(wanted).ShouldBe(expected);

    [Fact]
    public void Invoice_LowerHigherOrEqual_ReleasesOrSetsAsideTheDifference()
    {
        Balance.Invoice(10_000, 8_000).ShouldBe([new(EntryKind.Spent, 8_000), new(EntryKind.Released, 2_000)]);
        Balance.Invoice(10_000, 12_000).ShouldBe([new(EntryKind.Committed, 2_000), new(EntryKind.Spent, 12_000)]);
        Balance.Invoice(10_000, 10_000).ShouldBe([new(EntryKind.Spent, 10_000)]);
    }

    [Theory]
    [InlineData("2022-05-09", true, 50_000)]
    [InlineData("2026-05-07", true, 50_000)]
    [InlineData("2026-10-01", true, 24_932)]
    [InlineData("2026-10-01", false, 50_000)]
    public void AllocationPence_FirstDayInTheYear_IsAShareAfterAByElection(string from, bool proRata, long expected) =>
        new MemberBudgetSettings { ProRata = proRata }.AllocationPence(Year, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Theory]
    [InlineData("£1,250.50", 125_050L)]
    [InlineData("250", 25_000L)]
    [InlineData("-50", null)]
    [InlineData("2.555", null)]
    [InlineData("1000001", null)]
    [InlineData("", null)]
    public void Read_WhatPeopleType_IsPenceOrNothing(string text, long? expected) => Pence.Read(text).ShouldBe(expected);

    [Fact]
    public void Read_Minus_OnlyWhereItMayBe() => (Pence.Read("−50.25", mayBeLess: true), Pence.Words(-5_025)).ShouldBe((-5_025, "−£50.25"));
}
