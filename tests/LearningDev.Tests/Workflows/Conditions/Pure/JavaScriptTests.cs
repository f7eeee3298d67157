using LearningDev.Workflows.Conditions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Conditions.Pure;

public class JavaScriptTests
{
    [Theory]
    [InlineData("'Approved'", "Approved", null)]
    [InlineData("\"it's\"", "it's", null)]
    [InlineData("12.5;", "12.5", null)]
    [InlineData("return true;", "true", null)]
    [InlineData("property(\"Amount\")", null, "case.Amount")]
    [InlineData("input('ContentItem').ContentItemId", null, "item.id")]
    [InlineData("input(\"ContentItem\").Content.AskPart.Cost.Value", null, "AskPart.Cost")]
    [InlineData("workflow().CorrelationId", null, "case.correlation")]
    public void Value_Simple_IsRead(string script, string? literal, string? path) => JavaScript.Value(script).ShouldBe(new JavaScript.Operand(literal, path));

    [Theory]
    [InlineData("alert('x')")]
    [InlineData("property('a') + 1")]
    [InlineData("while(true){}")]
    [InlineData("'a' + 'b'")]
    public void Value_Other_IsNot(string script) => JavaScript.Value(script).ShouldBeNull();

    [Theory]
    [InlineData("input('ContentItem').Content.AskPart.Cost.Value > 1000", "AskPart.Cost", ConditionOperator.IsMoreThan, "1000")]
    [InlineData("property(\"State\") === \"open\"", "case.State", ConditionOperator.Is, "open")]
    [InlineData("return !property('Done');", "case.Done", ConditionOperator.IsNoneOf, "true")]
    [InlineData("(input('Days') <= 5)", "input.Days", ConditionOperator.IsAtMost, "5")]
    public void Condition_Comparison_IsRead(string script, string field, ConditionOperator how, string value)
    {
        var condition = JavaScript.Condition(script).ShouldNotBeNull().Conditions.ShouldHaveSingleItem();
        (condition.Field, condition.Operator, condition.Values[0]).ShouldBe((field, how, value));
    }

    [Fact]
    public void Condition_Joined_IsAGroup()
    {
        var group = JavaScript.Condition("property('a') == 1 || property('b') == 2").ShouldNotBeNull();
        (group.Match, group.Conditions.Count).ShouldBe((ConditionMatch.Any, 2));
        JavaScript.Condition("property('a') == 1 || property('b') == 2 && true").ShouldBeNull();
        JavaScript.Condition("new Date() > 5").ShouldBeNull();
    }
}
