using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Html;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Portal;

/// <summary>Signs in accounts of the demonstration council.</summary>
public static class SigningIn
{
    /// <summary>Signs an account in, through the form on the sign-in page.</summary>
    /// <param name="client">A browser that keeps cookies and does not follow redirects.</param>
    /// <param name="userName">For example "employee", "editor" or "administrator".</param>
    /// <exception cref="XunitException">The sign-in page offers no such account, or refuses it.</exception>
    public static async Task SignInAsync(this HttpClient client, string userName)
    {
        var page = await client.GetPageAsync("/sign-in");
        var form = page.Forms.FirstOrDefault(form => form.Elements["userName"] is IHtmlInputElement field && field.Value == userName)
            ?? throw new XunitException($"The sign-in page does not offer the account {userName}.");
        using var answer = await client.SubmitAsync(form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new XunitException($"Signing in as {userName} answered {(int)answer.StatusCode}.");
        }
    }
}
