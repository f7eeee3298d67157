using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Statements;

public class CookiesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Stranger_NamesEveryCookieThatThePortalSets()
    {
        using var client = portal.SignedOut();
        HashSet<string> set = [];
        using var signIn = await client.GetAsync("/sign-in");
        Note(signIn, set);
        var page = await signIn.ReadPageAsync();
        using var signedIn = await client.SubmitAsync(
            page.Forms.First(form => form.Elements["userName"] is AngleSharp.Html.Dom.IHtmlInputElement { Value: "administrator" }));
        Note(signedIn, set);
        using var saved = await client.SubmitAsync((await client.GetPageAsync("/admin/settings/site")).Form("/admin/settings/site"));
        Note(saved, set);

        var cookies = await portal.GetDocumentAsync("/cookies", null);

        set.Count.ShouldBe(3);
        cookies.QuerySelectorAll("tbody th").Select(name => name.TextContent.Trim()).ShouldBe(set.Concat(OfSigningIn()).Distinct(), ignoreOrder: true);
    }

    private IEnumerable<string> OfSigningIn()
    {
        using var scope = portal.Scope();
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        string[] schemes = [IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.TwoFactorRememberMeScheme, SecondStep.Scheme];
        return schemes.Select(scheme => options.Get(scheme).Cookie.Name!).Append(NewBrowsers.Cookie).Append(KeptForms.FormerCookie);
    }

    private static void Note(HttpResponseMessage answer, HashSet<string> names)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            names.UnionWith(cookies.Select(cookie => cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]));
        }
    }
}
