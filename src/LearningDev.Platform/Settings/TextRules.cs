using System.ComponentModel.DataAnnotations;

namespace LearningDev.Platform.Settings;

/// <summary>Accepts the IANA names of the time zones that this machine knows, and an empty text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneNameAttribute() : ValidationAttribute("Enter a time zone as it is known internationally, like Europe/London")
{
    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } name || (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId);
}

/// <summary>Accepts an email address, or an empty text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionalEmailAttribute() : ValidationAttribute("Enter an email address in the correct format, like name@example.gov.uk")
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string { Length: > 0 } address || new EmailAddressAttribute().IsValid(address);
}
