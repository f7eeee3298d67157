using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.SignIn;

/// <summary>A browser in which a person has signed in, by the hash of its cookie.</summary>
internal sealed class KnownBrowser
{
    public required string PersonId { get; init; }

    public required string Hash { get; init; }

    public required DateTime LastUtc { get; set; }
}

/// <summary>Tells people by a letter when their account is used in a browser that was not used for it before, if the rules say so.</summary>
internal sealed class NewBrowsers(PortalDb db, ISettings settings, AccountLetters letters, PortalCookies cookies, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>The name, without a prefix, of the cookie that tells one browser from others.</summary>
    public const string Cookie = "learningdev-browser";

    /// <summary>For how many days it is kept after it was last used.</summary>
    public const int Days = 400;

    private const int CookieBytes = 16;

    /// <summary>The person has signed in.</summary>
    public async Task NoteAsync(Person person)
    {
        if (!(await settings.GetAsync<AccountSettings>()).TellOfNewBrowsers || http.HttpContext is not { } context)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var name = cookies.Name(Cookie);
        var cookie = context.Request.Cookies[name] is { Length: CookieBytes * 2 } known ? known : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CookieBytes));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cookie)));
        context.Response.Cookies.Append(name, cookie, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = cookies.AreSecure || context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(Days),
        });
        if (await db.Set<KnownBrowser>().Where(row => row.PersonId == person.Id && row.Hash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUtc, now)) > 0)
        {
            return;
        }

        var isFirst = !await db.Set<KnownBrowser>().AnyAsync(row => row.PersonId == person.Id);
        db.Add(new KnownBrowser { PersonId = person.Id, Hash = hash, LastUtc = now });
        await db.SaveChangesAsync();
        if (!isFirst)
        {
            await letters.NewBrowserAsync(person);
        }
    }
}
