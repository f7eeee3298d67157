using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.SignIn.Keeping;

/// <summary>
/// Keeps the forms of any page that are sent after the sign-in has ended. Whose they are is told by the cookie of the session that has ended or, when the browser has been told so before, as in another
/// window, by a cookie that says no more than who was signed in. Browsers send neither along with forms of other sites. Forms with passwords are not kept, nor those of accounts.
/// </summary>
internal sealed class KeptForms(
    PortalDb db, IDataProtectionProvider protection, IEnumerable<IConfidentialForms> confidential, IOptionsMonitor<CookieAuthenticationOptions> cookies, PortalCookies names, TimeProvider time)
{
    /// <summary>For how many hours a form is kept.</summary>
    public const int Hours = 24;

    /// <summary>The most that is kept of a form, in bytes of JSON.</summary>
    public const int MostBytes = 500_000;

    /// <summary>How many forms are kept for one person; the oldest give way.</summary>
    public const int MostOfOne = 10;

    /// <summary>The cookie by which the browser knows who was signed in.</summary>
    public const string FormerCookie = "learningdev-former";

    private const string Token = "__RequestVerificationToken";

    private static readonly string[] NotKeptBelow = ["/sign-in", "/sign-out", "/account", "/setup"];

    private static readonly string[] Secrets = ["password", "passphrase", "secret"];

    /// <summary>Keeps the form of the current request.</summary>
    /// <returns>Where it stands after signing in, below the portal's root; null when it is not kept.</returns>
    public async Task<string?> KeepAsync(HttpContext http)
    {
        if (PersonOf(http) is not { } personId || NotKeptBelow.Any(path => http.Request.Path.StartsWithSegments(path)))
        {
            return null;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(field => field.Key != Token).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());
        if (fields.Count == 0 || fields.Keys.Any(name => Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            || !await db.Users.AnyAsync(person => person.Id == personId, http.RequestAborted))
        {
            return null;
        }

        var sent = JsonSerializer.SerializeToUtf8Bytes(new SentForm($"{http.Request.Path}{http.Request.QueryString}", fields, form.Files.Count > 0), PortalJson.Compact);
        if (sent.Length > MostBytes)
        {
            return null;
        }

        var (id, isConfidential) = (Identifiers.New(), http.GetEndpoint()?.Metadata.GetMetadata<ConfidentialFormAttribute>() is not null);
        var content = isConfidential ? confidential.FirstOrDefault()?.Seal(id, Encoding.UTF8.GetString(sent)) : Protector(personId).Protect(sent);
        if (content is null)
        {
            return null;
        }

        var row = new KeptForm { Id = id, PersonId = personId, KeptUtc = time.GetUtcNow().UtcDateTime, Content = content, IsConfidential = isConfidential };
        db.Add(row);
        await db.SaveChangesAsync(http.RequestAborted);
        var older = await db.Set<KeptForm>().Where(one => one.PersonId == personId).OrderByDescending(one => one.KeptUtc).ThenByDescending(one => one.Id)
            .Skip(MostOfOne).Select(one => one.Id).ToListAsync(http.RequestAborted);
        await db.Set<KeptForm>().Where(one => older.Contains(one.Id)).ExecuteDeleteAsync(http.RequestAborted);
        return $"/sign-in/kept/{row.Id}";
    }

    /// <summary>A form that is kept for a person; null when there is none, or it cannot be read any more because the keys were changed.</summary>
    public async Task<SentForm?> FindAsync(string id, string personId, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().UtcDateTime.AddHours(-Hours);
        if (await db.Set<KeptForm>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PersonId == personId && row.KeptUtc >= since, cancellation) is not { } row)
        {
            return null;
        }

        try
        {
            var sent = row.IsConfidential ? confidential.FirstOrDefault()?.Open(row.Id, row.Content) : Encoding.UTF8.GetString(Protector(personId).Unprotect(row.Content));
            return sent is null ? null : JsonSerializer.Deserialize<SentForm>(sent, PortalJson.Compact);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Has the browser know for a day who was signed in, because their session is over.</summary>
    public void Remember(HttpContext http, ClaimsPrincipal former)
    {
        if (former.FindFirstValue(ClaimTypes.NameIdentifier) is { } personId)
        {
            http.Response.Cookies.Append(names.Name(FormerCookie), Former.Protect(personId), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = names.AreSecure || http.Request.IsHttps,
                MaxAge = TimeSpan.FromHours(Hours),
            });
        }
    }

    // The session of the cookie has ended, or else its person would be signed in.
    private string? PersonOf(HttpContext http)
    {
        var options = cookies.Get(IdentityConstants.ApplicationScheme);
        if (options.CookieManager.GetRequestCookie(http, options.Cookie.Name!) is { Length: > 0 } cookie
            && options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } personId)
        {
            return personId;
        }

        try
        {
            return http.Request.Cookies[names.Name(FormerCookie)] is { Length: > 0 } former ? Former.Unprotect(former) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Former => protection.CreateProtector("LearningDev.Platform.KeptForm.Former");

    private IDataProtector Protector(string personId) => protection.CreateProtector("LearningDev.Platform.KeptForm", personId);
}
