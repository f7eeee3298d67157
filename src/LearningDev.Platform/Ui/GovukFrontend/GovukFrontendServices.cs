using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Makes the host understand what the fields send.</summary>
public static class GovukFrontendServices
{
    /// <summary>
    /// Lets a <see cref="DateOnly"/> be read from the three fields of <c>&lt;govuk-date-input&gt;</c> and a <see cref="bool"/> from its
    /// checkbox, and says of values that cannot be read what is wrong in the words of the GOV.UK Design System.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddGovukFrontend(this IServiceCollection services) => services.Configure<MvcOptions>(options =>
    {
        options.ModelBinderProviders.Insert(0, new DateInputModelBinderProvider());
        options.ModelBinderProviders.Insert(0, new CheckboxModelBinderProvider());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name} cannot be ‘{value}’");
        messages.SetUnknownValueIsInvalidAccessor(name => $"Check your answer to {DisplayNames.InSentence(name)}");
        messages.SetValueMustBeANumberAccessor(name => $"{name} must be a number");
        messages.SetMissingBindRequiredValueAccessor(name => $"Enter {DisplayNames.InSentence(name)}");
        messages.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
    });
}
