using System.Security.Cryptography;
using System.Text.Json;
using LearningDev.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace LearningDev.Web.Setup;

/// <summary>
/// One browser's way through set-up. That it was opened with the code, and what was answered, stands encrypted in a cookie of that browser, so
/// two browsers do not disturb each other and the database stays empty until all is known. It lasts an hour from the last answer.
/// </summary>
internal sealed class SetupVisit(IHttpContextAccessor http, IDataProtectionProvider protection, PortalCookies cookies, TimeProvider time)
{
    private const string CookieName = "learningdev-set-up";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = protection.CreateProtector("LearningDev.Setup");
    private SetupAnswers? answers;

    /// <summary>What was answered so far; null when this browser has not opened set-up.</summary>
    public SetupAnswers? Answers => answers ??= Read();

    /// <summary>Keeps the answers for the next page.</summary>
    public void Keep(SetupAnswers changed)
    {
        answers = changed;
        var kept = new KeptVisit(time.GetUtcNow().UtcDateTime + Lifetime, changed);
        Context.Response.Cookies.Append(cookies.Name(CookieName), protector.Protect(JsonSerializer.Serialize(kept)), Options);
    }

    /// <summary>Keeps the answers and goes to the next question, or to the answers when all are there.</summary>
    public IActionResult GoOn(SetupAnswers changed)
    {
        Keep(changed);
        return new LocalRedirectResult(SetupSteps.Next(changed).Path);
    }

    /// <summary>Where the browser has to go first; null when it may be on the page of this step.</summary>
    public IActionResult? Elsewhere(SetupStep step) => Answers switch
    {
        null => new LocalRedirectResult(SetupSteps.Start),
        var known when SetupSteps.IsTooEarly(step, known) => new LocalRedirectResult(SetupSteps.Next(known).Path),
        _ => null,
    };

    /// <summary>Ends the visit.</summary>
    public void End()
    {
        answers = null;
        Context.Response.Cookies.Delete(cookies.Name(CookieName), Options);
    }

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private CookieOptions Options => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = cookies.AreSecure || Context.Request.IsHttps,
    };

    private SetupAnswers? Read()
    {
        if (Context.Request.Cookies[cookies.Name(CookieName)] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<KeptVisit>(protector.Unprotect(cookie));
            return kept?.EndsUtc > time.GetUtcNow().UtcDateTime ? kept.Answers : null;
        }
        catch (CryptographicException)
        {
            // Not made by this portal, or by a node whose keys this one does not have: the code is asked for again.
            return null;
        }
    }

    private sealed record KeptVisit(DateTime EndsUtc, SetupAnswers Answers);
}
