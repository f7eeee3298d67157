using LearningDev.TestSupport;
using LearningDev.Workflows.Requests;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Requests.Pure;

[Requirement("WFL-04")]
public class CaseWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("""{"Version":"01abc"}""", "Version: 01abc")]
    [InlineData("""{"Cost":120.5,"Roles":["HR"],"Note":null}""", """Cost: 120.5; Roles: ["HR"]; Note: nothing""")]
    public void Inputs_Json_IsReadAsNamesAndValues(string json, string words) => CaseWords.Inputs(json).ShouldBe(words);
}
