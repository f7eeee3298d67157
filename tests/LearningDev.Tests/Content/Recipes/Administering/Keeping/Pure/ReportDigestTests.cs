using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Administering.Keeping.Pure;

[Requirement("CMS-05")]
public class ReportDigestTests
{
    private static readonly RecipeChange Added = new("r", "content", RecipeAction.Added, "Content item", "id1", "A course");
    private static readonly RecipeChange Changed = new("r", "content", RecipeAction.Changed, "Content item", "id2", "A book");

    [Fact]
    public void Of_NewThingsWithIdsMadeAnew_IsTheSame() => Of([Added, Changed]).ShouldBe(Of([Added with { Id = "other" }, Changed]));

    [Fact]
    public void Of_OtherOrder_IsTheSame() => Of([Added, Changed]).ShouldBe(Of([Changed, Added]));

    [Fact]
    public void Of_OtherThingChanged_IsDifferent() => Of([Added, Changed]).ShouldNotBe(Of([Added, Changed with { Id = "id3" }]));

    [Fact]
    public void Of_FewerChanges_IsDifferent() => Of([Added, Changed]).ShouldNotBe(Of([Added]));

    [Fact]
    public void Of_OtherDetail_IsDifferent() => Of([Added]).ShouldNotBe(Of([Added with { Detail = "gains the role Administrator" }]));

    [Fact]
    public void Of_ProblemThatStops_IsDifferent()
    {
        var problem = new RecipeProblem("r", 3, "Roles", "There is no permission \"DoMagic\".");

        Of([Added], problem).ShouldNotBe(Of([Added]));
        Of([Added], problem with { Kind = RecipeProblemKind.Notice }).ShouldBe(Of([Added]));
    }

    private static string Of(IReadOnlyList<RecipeChange> changes, params IReadOnlyList<RecipeProblem> problems) => ReportDigest.Of(new RecipeReport("r", changes, problems, Done: false));
}
