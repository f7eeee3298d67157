using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Fields;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.ChangingKinds.Pure;

[Requirement("CMS-02")]
public class FieldConversionTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("line", """{"Text":"a, b"}""", "lines", """{"Text":"a, b"}""", false)]
    [InlineData("lines", """{"Text":"a\nb"}""", "line", """{"Text":"a b"}""", false)]
    [InlineData("line", """{"Text":"Two"}""", "choice", """{"Text":"two"}""", false)]
    [InlineData("line", """{"Text":"two, one"}""", "choices", """{"Values":["two","one"]}""", false)]
    [InlineData("line", """{"Text":"two, four"}""", "choices", """{"Values":["two"]}""", true)]
    [InlineData("choice", """{"Text":"two"}""", "line", """{"Text":"Two"}""", false)]
    [InlineData("choices", """{"Values":["one","two"]}""", "choice", """{"Text":"one"}""", true)]
    [InlineData("choices", """{"Values":["one","two"]}""", "lines", """{"Text":"One\nTwo"}""", false)]
    [InlineData("number", """{"Value":12.50}""", "line", """{"Text":"12.5"}""", false)]
    [InlineData("line", """{"Text":"£1,250.5"}""", "number", """{"Value":1250.5}""", false)]
    [InlineData("line", """{"Text":"a dozen"}""", "number", null, true)]
    [InlineData("line", """{"Text":"29 February 2028"}""", "date", """{"Value":"2028-02-29T00:00:00Z"}""", false)]
    [InlineData("line", """{"Text":"29/2/2027"}""", "date", null, true)]
    [InlineData("date", """{"Value":"2026-07-01T00:00:00Z"}""", "moment", """{"Value":"2026-06-30T23:00:00Z"}""", false)]
    [InlineData("moment", """{"Value":"2026-06-30T23:30:00Z"}""", "date", """{"Value":"2026-07-01T00:00:00Z"}""", true)]
    [InlineData("line", """{"Text":"yes"}""", "yes-or-no", """{"Value":true}""", false)]
    [InlineData("yes-or-no", """{"Value":false}""", "line", """{"Text":"No"}""", false)]
    [InlineData("link", """{"Url":"https://example.org","Text":"Words"}""", "line", """{"Text":"https://example.org"}""", true)]
    [InlineData("line", """{"Text":"javascript:alert(1)"}""", "link", null, true)]
    [InlineData("time", """{"Value":"09:30:00"}""", "line", """{"Text":"09:30"}""", false)]
    [InlineData("formatted", """{"Markdown":"**a**"}""", "lines", """{"Text":"**a**"}""", false)]
    public void Convert_Value_IsUnderstoodOrLost(string from, string value, string to, string? expected, bool loses)
    {
        var converted = new FieldConversion(Field(from), Field(to), [], null, London).Convert(JsonNode.Parse(value)!.AsObject());

        converted.Json?.ToJsonString().ShouldBe(expected);
        converted.Loses.ShouldBe(loses);
    }

    [Theory]
    [InlineData("line", """{"Text":"  "}""")]
    [InlineData("number", "{}")]
    [InlineData("choices", """{"Values":[]}""")]
    [InlineData("yes-or-no", """{"Value":3}""")]
    public void Convert_NothingFilledIn_LosesNothing(string from, string value) =>
        new FieldConversion(Field(from), Field("line"), [], null, London).Convert(JsonNode.Parse(value)!.AsObject()).Loses.ShouldBeFalse();

    [Fact]
    public void To_PickersAndFiles_BecomeNothingElse()
    {
        foreach (var shape in FieldShape.All)
        {
            FieldConversion.To(shape).ShouldNotContain(shape);
            (FieldConversion.To(shape).Count == 0).ShouldBe(shape.Key is "items" or "people" or "files");
        }
    }

    private static ContentFieldDefinition Field(string key)
    {
        var field = new ContentFieldDefinition { Name = "Field" };
        new FieldForm { Label = "Field", ChoiceNames = ["One", "Two", "Three"], ChoiceValues = ["one", "two", "three"], Multiple = true }.Write(field, FieldShape.Find(key)!);
        return field;
    }
}
