namespace LearningDev.Platform.People.SignIn.Keeping;

/// <summary>
/// Says of a page that its forms hold words in confidence, which the portal's own keys may not protect, because these can lie in the database. Such a form is kept only when a module seals it
/// (<see cref="IConfidentialForms"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfidentialFormAttribute : Attribute;

/// <summary>Seals what was typed into forms that hold words in confidence, with keys apart from the database. A module that has such keys registers it with the portal's services.</summary>
public interface IConfidentialForms
{
    /// <summary>Seals a form; null when there is no key, so that it is not kept.</summary>
    /// <param name="formId">The id under which it is kept.</param>
    /// <param name="content">What was sent, as JSON.</param>
    byte[]? Seal(string formId, string content);

    /// <summary>Opens a form that was sealed; null when its key is not there any more.</summary>
    /// <param name="formId">The id under which it is kept.</param>
    /// <param name="content">What <see cref="Seal"/> made.</param>
    string? Open(string formId, byte[] content);
}
