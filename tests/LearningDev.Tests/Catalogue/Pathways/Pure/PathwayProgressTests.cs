using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Pathways;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways.Pure;

[Requirement("CAT-07")]
public class PathwayProgressTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Fact]
    public void Of_NothingDone_HasNotBegunAndTheFirstRequiredStepIsNext()
    {
        var pathway = Of([Plan("p", 0, "a?", "b", "c")], [])!;

        pathway.IsBegun.ShouldBeFalse();
        pathway.IsComplete.ShouldBeFalse();
        pathway.Next!.Id.ShouldBe("b");
        pathway.Words.ShouldBe("0 of 2 required steps done");
        pathway.Makeup.ShouldBe("2 required steps and 1 optional one");
    }

    [Fact]
    public void Of_OptionalStepsWanted_CountAsFarAsTheyAreWanted()
    {
        var plan = Plan("p", 2, "a", "b?", "c?", "d?");

        var some = Of([plan], ["a", "b"])!;
        var all = Of([plan], ["a", "b", "c", "d"])!;

        some.Next!.Id.ShouldBe("c");
        some.Words.ShouldBe("1 of 1 required step and 1 of 2 optional steps done");
        some.Makeup.ShouldBe("1 required step and 3 optional ones, of which you choose at least 2");
        all.IsComplete.ShouldBeTrue();
        all.Next.ShouldBeNull();
        (all.Done, all.Total).ShouldBe((3, 3));
    }

    [Fact]
    public void Of_OnlyOptionalSteps_AllCount()
    {
        var pathway = Of([Plan("p", 0, "a?", "b?")], ["a"])!;

        pathway.Words.ShouldBe("1 of 2 optional steps done");
        pathway.Next!.Id.ShouldBe("b");
        pathway.Makeup.ShouldBe("2 optional steps");
    }

    [Fact]
    public void Of_OptionalStepThatNobodyAsksFor_BeginsNothing() =>
        Of([Plan("p", 0, "a", "b?")], ["b"])!.IsBegun.ShouldBeFalse();

    [Fact]
    public void Of_MoreWantedThanVisible_WantsThoseThatAreVisible()
    {
        var pathway = Of([Plan("p", 3, "a", "b?", "hidden?")], ["a", "b"], hidden: "hidden")!;

        pathway.IsComplete.ShouldBeTrue();
        pathway.Steps.Count.ShouldBe(2);
    }

    [Fact]
    public void Of_HiddenOrNoSteps_IsNoPathway()
    {
        Of([Plan("p", 0, "hidden")], [], hidden: "hidden").ShouldBeNull();
        Of([Plan("p", 0, "a")], [], hidden: "p").ShouldBeNull();
        Of([], []).ShouldBeNull();
    }

    [Fact]
    public void Of_StepThatIsAProgramme_IsDoneWhenItsStepsAre()
    {
        PathwayPlan[] plans = [Plan("p", 0, "inner", "z"), Plan("inner", 0, "a", "b")];

        Of(plans, ["a"])!.Steps[0].IsDone.ShouldBeFalse();
        Of(plans, ["a"])!.IsBegun.ShouldBeTrue();
        Of(plans, ["a", "b"])!.Steps[0].DoneOn.ShouldBe(Day);
        Of(plans, ["inner"])!.Steps[0].DoneOn.ShouldBe(Day);
        Of(plans, ["a", "b"])!.Next!.Id.ShouldBe("z");
    }

    [Fact]
    public void Of_ProgrammesThatContainEachOther_Ends()
    {
        PathwayPlan[] plans = [Plan("p", 0, "q", "a"), Plan("q", 0, "p", "b")];

        Of(plans, ["a", "b"])!.Steps.Select(step => step.Id).ShouldBe(["q", "a"]);
        Of(plans, ["a", "b", "p"])!.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Of_ManyProgrammesWithinEachOther_IsWorkedOutOnce()
    {
        var plans = Enumerable.Range(0, 60).Select(number => Plan(
            number == 0 ? "p" : $"p{number}", 0, [.. Enumerable.Range(number + 1, 60 - number).Select(inner => $"p{inner}")]));

        Of([.. plans], [])!.Total.ShouldBe(60);
    }

    [Fact]
    public void Of_ProgrammeReportedAsAWhole_IsComplete()
    {
        var pathway = Of([Plan("p", 0, "a", "b")], ["p"])!;

        pathway.IsComplete.ShouldBeTrue();
        pathway.LastOn.ShouldBe(Day);
        pathway.Share.ShouldBe(1);
    }

    private static Pathway? Of(PathwayPlan[] plans, string[] done, params string[] hidden) => new PathwayProgress(
        plans.ToDictionary(plan => plan.ContentItemId),
        plans.Select(plan => plan.ContentItemId).Concat(plans.SelectMany(plan => plan.Steps).Select(step => step.ContentItemId)).Except(hidden).ToHashSet(),
        done.ToDictionary(id => id, id => new LearningCompletion(id, Day, CompletionSource.Person))).Of("p");

    /// <summary>A programme; a question mark after a step says that it is optional.</summary>
    private static PathwayPlan Plan(string id, int wanted, params string[] steps) => new()
    {
        ContentItemId = id,
        OptionalWanted = wanted,
        Steps = [.. steps.Index().Select(step => new PathwayStep
        {
            ContentItemId = step.Item.TrimEnd('?'), Position = step.Index, IsOptional = step.Item.EndsWith('?'),
        })],
    };
}
