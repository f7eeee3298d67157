using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

public sealed class ModelBinderTests
{
    [Theory]
    [InlineData("5", "11", "2026")]
    [InlineData(" 05 ", "november", "2026")]
    [InlineData("5", "Nov", " 2026 ")]
    public async Task Bind_RealDate_IsRead(string day, string month, string year)
    {
        var (date, errors) = await BindAsync("ReviewOn", day, month, year);

        date.ShouldBe(new DateOnly(2026, 11, 5));
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5", "", "2026", "Date of review must include a month")]
    [InlineData("", " ", "2026", "Date of review must include a day and month")]
    [InlineData("5", "", "", "Date of review must include a month and year")]
    [InlineData("31", "2", "2026", "Date of review must be a real date")]
    [InlineData("29", "2", "2026", "Date of review must be a real date")]
    [InlineData("5", "13", "2026", "Date of review must be a real date")]
    [InlineData("five", "11", "2026", "Date of review must be a real date")]
    [InlineData("5", "11", "0000", "Date of review must be a real date")]
    [InlineData("-5", "11", "2026", "Date of review must be a real date")]
    [InlineData("5", "11", "26", "Year must include 4 numbers")]
    public async Task Bind_NoRealDate_SaysWhatIsWrongAndKeepsWhatWasTyped(string day, string month, string year, string error)
    {
        var modelState = new ModelStateDictionary();

        var (date, errors) = await BindAsync("ReviewOn", day, month, year, modelState);

        date.ShouldBeNull();
        errors.ShouldBe([error]);
        modelState["ReviewOn.Day"]!.AttemptedValue.ShouldBe(day);
        modelState["ReviewOn.Month"]!.AttemptedValue.ShouldBe(month);
        modelState["ReviewOn.Year"]!.AttemptedValue.ShouldBe(year);
    }

    [Fact]
    public async Task Bind_NothingEntered_IsNullWhereTheDateMayBe()
    {
        var (date, errors) = await BindAsync("ReviewOn", "", "", "");

        date.ShouldBeNull();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bind_NothingEntered_IsAskedForWhereTheDateMustBe()
    {
        var (_, errors) = await BindAsync("EndsOn", "", "", "");

        errors.ShouldBe(["Enter ends on"]);
    }

    [Fact]
    public async Task Bind_OneFieldOfAQuery_IsReadAsASingleValue()
    {
        var (date, errors) = await BindAsync("ReviewOn", new() { ["ReviewOn"] = "2026-11-05" }, new ModelStateDictionary());

        date.ShouldBe(new DateOnly(2026, 11, 5));
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bind_CheckboxNotTicked_IsFalse()
    {
        var modelState = new ModelStateDictionary();

        var (value, _) = await BindAsync("IsMandatory", new() { ["IsMandatory.Shown"] = "true" }, modelState);

        value.ShouldBe(false);
        modelState["IsMandatory"]!.AttemptedValue.ShouldBe("false");
    }

    [Fact]
    public async Task Bind_CheckboxTicked_IsTrue()
    {
        var (value, _) = await BindAsync("IsMandatory", new() { ["IsMandatory"] = "true", ["IsMandatory.Shown"] = "true" }, new ModelStateDictionary());

        value.ShouldBe(true);
    }

    [Fact]
    public async Task Bind_CheckboxNotShown_LeavesThePropertyAlone()
    {
        var (value, errors) = await BindAsync("IsMandatory", [], new ModelStateDictionary());

        value.ShouldBeNull();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bind_NumberThatIsNone_SaysWhichAndWhat()
    {
        var (_, errors) = await BindAsync("Cost", new() { ["Cost"] = "lots" }, new ModelStateDictionary());

        errors.ShouldBe(["Cost cannot be ‘lots’"]);
    }

    private static Task<(object? Value, string[] Errors)> BindAsync(string property, string day, string month, string year, ModelStateDictionary? modelState = null) =>
        BindAsync(
            property,
            new() { [property + ".Day"] = day, [property + ".Month"] = month, [property + ".Year"] = year },
            modelState ?? new ModelStateDictionary());

    private static async Task<(object? Value, string[] Errors)> BindAsync(string property, Dictionary<string, string?> form, ModelStateDictionary modelState)
    {
        await using var services = TestView.Services();
        var metadata = services.GetRequiredService<IModelMetadataProvider>().GetMetadataForProperty(typeof(CourseForm), property);
        var binder = services.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = metadata });
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor(), modelState);
        var result = await services.GetRequiredService<ParameterBinder>().BindModelAsync(
            action,
            binder,
            new Form(form),
            new ParameterDescriptor { Name = property, ParameterType = metadata.ModelType, BindingInfo = new BindingInfo() },
            metadata,
            value: null);
        return (result.Model, [.. modelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage)]);
    }

    private sealed class Form(Dictionary<string, string?> fields) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) =>
            fields.Keys.Any(name => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal));

        public ValueProviderResult GetValue(string key) =>
            fields.TryGetValue(key, out var value) ? new ValueProviderResult(value, CultureInfo.InvariantCulture) : ValueProviderResult.None;
    }
}
