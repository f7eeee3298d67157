using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.People.SignIn;

/// <summary>Keeps a form that was sent by somebody whose sign-in had ended, so that nothing typed is lost. Register it as a scoped service.</summary>
public interface IFormKeeper
{
    /// <summary>Keeps the form that the request carries. Nobody is signed in: it may be kept only for a person whom the form itself proves.</summary>
    /// <param name="http">The request; it has a form.</param>
    /// <returns>Where to go on after signing in, below the portal's root; null when the form is none of this part's.</returns>
    Task<string?> KeepAsync(HttpContext http);
}
