using LearningDev.TestSupport;
using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace LearningDev.Tests.TestSupport;

public class RequirementTests
{
    [Fact]
    public void GetTraits_Attribute_IsTheRequirementTrait()
    {
        var method = typeof(RequirementTests).GetMethod(nameof(Marked), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

        var traits = TraitHelper.GetTraits(method);

        traits.ShouldBe(
            [new KeyValuePair<string, string>("Requirement", "CAT-04"), new KeyValuePair<string, string>("Requirement", "CAT-05")],
            ignoreOrder: true);
    }

    [Requirement("CAT-04")]
    [Requirement("CAT-05")]
    private static void Marked()
    {
    }
}
