using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Designing.StepForms;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.StepForms.Pure;

public class ConditionValuesTests
{
    [Theory]
    [InlineData(FieldValueKind.Number, "£1,000.50", "1000.50")]
    [InlineData(FieldValueKind.Day, "30/11/2026", "2026-11-30")]
    [InlineData(FieldValueKind.Day, "1 December 2026", "2026-12-01")]
    [InlineData(FieldValueKind.Day, "Today + 14", "today+14")]
    [InlineData(FieldValueKind.YesNo, "No", "false")]
    [InlineData(FieldValueKind.Text, "as it is", "as it is")]
    public void Read_Understood_IsKeptAsFilesHaveIt(FieldValueKind kind, string typed, string kept) =>
        ConditionValues.Read(new WorkflowField("a", "A", kind), ConditionOperator.Is, typed).ShouldBe(([kept], null), new Same());

    [Theory]
    [InlineData(FieldValueKind.Number, "much")]
    [InlineData(FieldValueKind.Day, "31/2/2026")]
    [InlineData(FieldValueKind.YesNo, "perhaps")]
    [InlineData(FieldValueKind.Text, " ")]
    public void Read_NotUnderstood_SaysSo(FieldValueKind kind, string typed) =>
        ConditionValues.Read(new WorkflowField("a", "A", kind), ConditionOperator.Is, typed).Problem.ShouldNotBeNull();

    [Fact]
    public void Read_SeveralChoicesByName_AreKeptByValue() => ConditionValues.Read(
        new WorkflowField("a", "A", FieldValueKind.Choice) { Choices = [new PropertyChoice("one", "The first"), new PropertyChoice("two", "The second")] },
        ConditionOperator.IsAnyOf, "the first; TWO").ShouldBe((["one", "two"], null), new Same());

    private sealed class Same : IEqualityComparer<(IReadOnlyList<string> Values, string? Problem)>
    {
        public bool Equals((IReadOnlyList<string> Values, string? Problem) x, (IReadOnlyList<string> Values, string? Problem) y) => x.Values.SequenceEqual(y.Values) && x.Problem == y.Problem;

        public int GetHashCode((IReadOnlyList<string> Values, string? Problem) obj) => obj.Values.Count;
    }
}
