using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

/// <summary>The log says what the portal does and never who did it or what was looked for: it leaves the portal, and nobody's consent covers that.</summary>
[Requirement("ADM-03")]
public class LogTests
{
    [Fact]
    public async Task Log_TypicalRequests_NamesNobody()
    {
        await using var portal = new LoggedPortal();
        await portal.InitializeAsync();
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleImport>().ImportPeopleAsync(
                [new PersonRecord { UserName = "penhaligon.z", Email = "zennor.penhaligon@council.example", GivenName = "Zennor", FamilyName = "Penhaligon" }]);
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            (await users.AddPasswordAsync((await users.FindByNameAsync("penhaligon.z"))!, "trengwainton-garden-wall")).Succeeded.ShouldBeTrue();
        }

        using var client = portal.SignedOut();
        await SignInAsync(client, "penhaligon.z", "porthcurno-wrong-password");
        await SignInAsync(client, "mousehole.nobody", "porthcurno-wrong-password");
        await SignInAsync(client, "penhaligon.z", "trengwainton-garden-wall");
        foreach (var url in (string[])
            [
                "/", "/profile", "/catalogue?q=zawnquayle+bereavement", "/api/catalogue/suggest?q=zawnquayle", "/catalogue/zawnquayle", "/admin/audit?person=Penhaligon",
                "/no/such/page?token=kerrisveantoken", "/api/no-such-thing?token=kerrisveantoken", "/sign-in?returnUrl=/x%3Ftoken%3Dkerrisveantoken",
                "/errors/500", "/admin/audit?before=kerrisveantoken",
            ])
        {
            using var answer = await client.GetAsync(url);
        }

        using (var administrator = await portal.SignedInAsAsync("administrator"))
        {
            foreach (var url in (string[])["/admin/audit?person=Penhaligon&text=zawnquayle", "/admin/audit.csv?person=Penhaligon", "/admin/running"])
            {
                (await administrator.GetAsync(url)).EnsureSuccessStatusCode();
            }
        }

        using (var noForm = await client.PostAsync("/catalogue/managing-stress/recommend?token=kerrisveantoken", new FormUrlEncodedContent([new("note", "zawnquayle")])))
        {
            ((int)noForm.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        }

        var log = portal.Log.Text;
        log.ShouldNotBeEmpty();
        foreach (var word in (string[])["penhaligon", "zennor", "mousehole", "zawnquayle", "kerrisvean", "trengwainton", "porthcurno", "whitfield"])
        {
            log.ShouldNotContain(word);
        }
    }

    private static async Task SignInAsync(HttpClient client, string userName, string password)
    {
        var form = (await client.GetPageAsync("/sign-in")).Form("/sign-in");
        using var answer = await client.SubmitAsync(form, ("UserName", userName), ("Password", password));
    }

    /// <summary>A portal with the levels of appsettings.json, whose log is kept.</summary>
    private sealed class LoggedPortal : PortalHost
    {
        public LogKeeper Log { get; } = new();

        protected override void Configuration(IDictionary<string, string?> settings) => settings["Logging:LogLevel:Default"] = "Information";

        protected override void Configure(IServiceCollection services) => Log.AddTo(services);
    }
}
