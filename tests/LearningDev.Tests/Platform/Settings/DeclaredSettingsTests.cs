using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Settings;

/// <summary>Forms, recipes and undoing hold settings to the attributes of their class: a figure without a range could be anything.</summary>
[Requirement("ADM-01")]
public class DeclaredSettingsTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static readonly Type[] Numbers = [typeof(int), typeof(long), typeof(decimal), typeof(double)];

    [Fact]
    public async Task EveryFigure_OfEverySection_HasARange() => (await PropertiesAsync())
        .Where(property => Numbers.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) && property.GetCustomAttribute<RangeAttribute>() is null)
        .Select(Name).ShouldBeEmpty();

    [Fact]
    public async Task EverySetting_OfEverySection_HasAName() => (await PropertiesAsync())
        .Where(property => property.GetCustomAttribute<DisplayAttribute>()?.Name is null).Select(Name).ShouldBeEmpty();

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    private async Task<IReadOnlyList<PropertyInfo>> PropertiesAsync()
    {
        await using var scope = shared.Host.Scope();
        return [.. scope.ServiceProvider.GetRequiredService<ModuleRegistry>().SettingsSections
            .Where(section => section.OwnPage is null)
            .SelectMany(section => section.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(property => property.CanWrite)];
    }
}
