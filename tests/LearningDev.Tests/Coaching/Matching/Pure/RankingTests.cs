using FsCheck;
using FsCheck.Fluent;
using LearningDev.Coaching.Matching;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Matching.Pure;

[Requirement("COA-02")]
public class RankingTests
{
    private static readonly string[] Values = ["a", "b", "c", "d"];

    private static Gen<IReadOnlyCollection<string>> Some => Gen.Choose(0, 15).Select(bits => (IReadOnlyCollection<string>)[.. Values.Where((_, index) => (bits & (1 << index)) != 0)]);

    private static Gen<Wish> Wishes =>
        from themes in Some
        from languages in Some
        from days in Some
        from places in Some
        from approaches in Some
        from level in Gen.Elements("", "5", "7")
        from directorate in Gen.Elements("", "one", "two")
        select new Wish { Themes = themes, Languages = languages, Days = days, Places = places, Approaches = approaches, Level = level, Directorate = directorate };

    private static Gen<Candidate> Candidates =>
        from id in Gen.Choose(0, 1000)
        from free in Gen.Choose(-1, 3)
        from suits in Gen.Elements(true, true, true, false)
        from themes in Some
        from languages in Some
        from days in Some
        from places in Some
        from approaches in Some
        from level in Gen.Elements("", "5", "7")
        from directorate in Gen.Elements("", "one", "two")
        select new Candidate($"coach-{id}", free, suits) { Themes = themes, Languages = languages, Days = days, Places = places, Approaches = approaches, Level = level, Directorate = directorate };

    private static Gen<Candidate[]> Pools => Candidates.ArrayOf().Select(all => all.DistinctBy(coach => coach.CoachId).ToArray());

    [Fact]
    public void Rank_AnyPool_SuggestsWhoeverCanBeSuggestedAndNobodyElse() => Prop.ForAll(Wishes.ToArbitrary(), Pools.ToArbitrary(), (wish, pool) =>
        Ranking.Rank(wish, pool).Select(one => one.Coach.CoachId).Order().ShouldBe(pool.Where(coach => coach.IsSuitable && coach.Free > 0).Select(coach => coach.CoachId).Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_SamePoolInAnyOrder_HasTheSameAnswer() => Prop.ForAll(Wishes.ToArbitrary(), Pools.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (wish, pool, seed) =>
    {
        var shuffled = pool.ToArray();
        new Random(seed).Shuffle(shuffled);
        Ranking.Rank(wish, shuffled).Select(one => (one.Coach.CoachId, one.Score)).ShouldBe(Ranking.Rank(wish, pool).Select(one => (one.Coach.CoachId, one.Score)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_FitsInMore_IsNeverBelow() => Prop.ForAll(Wishes.ToArbitrary(), Pools.ToArbitrary(), (wish, pool) =>
    {
        var ranked = Ranking.Rank(wish, pool);
        for (var above = 0; above < ranked.Count; above++)
        {
            for (var below = above + 1; below < ranked.Count; below++)
            {
                ranked[below].Fits.ToHashSet().IsProperSupersetOf(ranked[above].Fits).ShouldBeFalse();
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_EqualFit_PutsMoreFreePlacesFirstThenTheId()
    {
        var ranked = Ranking.Rank(new Wish(), [new Candidate("c", 1, true), new Candidate("b", 2, true), new Candidate("a", 1, true)]);
        ranked.Select(one => one.Coach.CoachId).ShouldBe(["b", "a", "c"]);
    }

    [Fact]
    public void FitsOf_NoWish_IsNothing() =>
        Ranking.FitsOf(new Wish(), new Candidate("a", 1, true) { Themes = Values, Level = "7", Directorate = "one" }).ShouldBeEmpty();

    [Fact]
    public void FitsOf_SameDirectorate_IsNoFit() =>
        Ranking.FitsOf(new Wish { Directorate = "one" }, new Candidate("a", 1, true) { Directorate = "one" }).ShouldBeEmpty();
}
