using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Modules.Switching;

[Requirement("ADM-01")]
public sealed class SwitchFeatureTests(SwitchFeatureTests.PortalWithSurveys portal) : IClassFixture<SwitchFeatureTests.PortalWithSurveys>, IAsyncLifetime
{
    private const string Catalogue = "LearningDev.Catalogue";
    private const string Surveys = "LearningDev.Surveys";
    private const string List = "/admin/features";
    private const string CatalogueUrl = $"{List}/{Catalogue}";
    private const string SurveysUrl = $"{List}/{Surveys}";

    public async Task InitializeAsync() => await SwitchAsync([(Catalogue, true), (Surveys, false), .. CatalogueSwitch.Dependents.Select(module => (module, false))]);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_WithoutThePermission_IsForbiddenAndTheListHasNoLinks()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync("HR", null, ["AccessAdministration"], PermissionBehavior.Add);
        }

        using var client = await portal.SignedInAsAsync("hr");
        (await client.GetPageAsync(List)).QuerySelector($"a[href='{CatalogueUrl}']").ShouldBeNull();

        using var answer = await client.GetAsync(CatalogueUrl);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("LearningDev.Nowhere")]
    [InlineData("LearningDev.Platform")]
    public async Task Get_NoModuleThatCanBeSwitched_IsNotFound(string id)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"{List}/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ModuleThatIsOn_SaysWhatWillBeGoneAndThatTheDataStay()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        (await client.GetPageAsync(List)).QuerySelector($"a[href='{CatalogueUrl}']")!.TextContent.ShouldContain("Switch off");

        var page = await client.GetPageAsync(CatalogueUrl);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Switch off Catalogue?");
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("All its data are kept");
        text.ShouldContain("No other module that is on needs it.");
        var parts = page.QuerySelectorAll(".govuk-summary-list__row").ToDictionary(
            row => row.QuerySelector("dt")!.TextContent.Trim(), row => row.QuerySelector("dd")!.TextContent.Trim());
        int.Parse(parts["Pages"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(8);
        parts["Menu entries"].ShouldContain("For you");
        parts["Permissions"].ShouldBe("Search the learning catalogue and read its entries");
        parts["Commands for operators"].ShouldBe("import catalogue");
        parts["Steps of recipes"].ShouldBe("catalogue-import");
        int.Parse(parts["What is found by searching"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Post_ReasonIsTooLong_ShowsErrorAndKeepsIt()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var reason = new string('x', 501);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(CatalogueUrl)).Form(CatalogueUrl), ("Reason", reason));

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary__list")!.TextContent.ShouldContain("Reason must be 500 characters or fewer");
        page.QuerySelector("#Reason")!.GetAttribute("value").ShouldBe(reason);
        (await EnabledAsync()).ShouldContain(Catalogue);
    }

    [Fact]
    public async Task Post_Confirmed_SwitchesItOffWithTheReasonInTheAudit()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(CatalogueUrl)).Form(CatalogueUrl), ("Reason", "Moved to another system"));

        answer.Headers.Location!.OriginalString.ShouldBe(List);
        (await client.GetPageAsync(List)).QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("Catalogue is switched off");
        (await EnabledAsync()).ShouldNotContain(Catalogue);
        await using var scope = portal.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.OrderBy(entry => entry.Id).LastAsync(entry => entry.Event == "FeatureSwitched");
        (row.Summary, row.PersonId is null).ShouldBe(("Switched off Catalogue", false));
        row.Data.ShouldContain("Moved to another system");
        (await client.GetPageAsync(CatalogueUrl)).QuerySelector("h1")!.TextContent.ShouldBe("Switch on Catalogue?");
    }

    [Fact]
    public async Task Post_ModuleThatNeedsOneThatIsOff_SwitchesBothOn()
    {
        await SwitchAsync((Catalogue, false));
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(SurveysUrl);
        page.QuerySelector("main")!.TextContent.ShouldContain("Surveys does not work without:");

        using var answer = await client.SubmitAsync(page.Form(SurveysUrl));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(List)).QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("Surveys, Catalogue are switched on");
        (await EnabledAsync()).ShouldContain(Catalogue);
        (await EnabledAsync()).ShouldContain(Surveys);
    }

    [Fact]
    public async Task Post_ModuleThatAnotherNeeds_SwitchesBothOff()
    {
        await SwitchAsync((Surveys, true));
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(CatalogueUrl);
        page.QuerySelector("main ul.govuk-list--bullet")!.TextContent.ShouldContain("Surveys: Asks people what they think.");
        page.QuerySelector("form button.govuk-button--warning")!.TextContent.Trim().ShouldBe("Switch off Catalogue and Surveys");

        using var answer = await client.SubmitAsync(page.Form(CatalogueUrl));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EnabledAsync()).ShouldNotContain(Catalogue);
        (await EnabledAsync()).ShouldNotContain(Surveys);
    }

    [Fact]
    public async Task Post_AnotherModuleNeedsItMeanwhile_AsksAgain()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(CatalogueUrl);
        await SwitchAsync((Surveys, true));

        using var answer = await client.SubmitAsync(page.Form(CatalogueUrl), ("Reason", "Tidying up"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var again = await answer.ReadPageAsync();
        again.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("What goes along has changed since you opened this page");
        again.QuerySelector("#Reason")!.GetAttribute("value").ShouldBe("Tidying up");
        (await EnabledAsync()).ShouldContain(Catalogue);

        using var agreed = await client.SubmitAsync(again.Form(CatalogueUrl));

        agreed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EnabledAsync()).ShouldNotContain(Surveys);
    }

    [Fact]
    public async Task Post_Twice_SaysThatItIsDoneAlreadyAndAuditsOnce()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(CatalogueUrl)).Form(CatalogueUrl);
        using var first = await client.SubmitAsync(form);
        var rows = await RowsAsync();

        using var second = await client.SubmitAsync(form);

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(List)).QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("Catalogue is already switched off");
        (await RowsAsync()).ShouldBe(rows);
    }

    // One switches on what needs the catalogue, the other switches the catalogue off.
    [Fact]
    public async Task Switch_TwoAtOnce_LeaveNoModuleWithoutWhatItNeeds()
    {
        await using var one = portal.Scope();
        var db = one.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await one.ServiceProvider.GetRequiredService<Features>().EnableAsync(Surveys);

        var other = Task.Run(async () =>
        {
            await using var scope = portal.Scope();
            return await scope.ServiceProvider.GetRequiredService<Features>().DisableAsync(Catalogue);
        });
        await transaction.CommitAsync();

        (await Should.ThrowAsync<InvalidOperationException>(() => other)).Message.ShouldBe("Catalogue cannot be switched off while Surveys needs it.");
        (await EnabledAsync()).ShouldContain(Catalogue);
    }

    private async Task SwitchAsync(params (string Id, bool On)[] modules)
    {
        foreach (var (id, on) in modules)
        {
            await using var scope = portal.Scope();
            await (on ? scope.ServiceProvider.GetRequiredService<Features>().EnableAsync(id) : (Task)scope.ServiceProvider.GetRequiredService<Features>().DisableAsync(id));
        }
    }

    private async Task<IReadOnlySet<string>> EnabledAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<Features>().EnabledAsync();
    }

    private async Task<int> RowsAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.CountAsync(row => row.Event == "FeatureSwitched");
    }

    /// <summary>The demonstration's portal with a module more, which needs the catalogue.</summary>
    public sealed class PortalWithSurveys : PortalHost
    {
        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            scope.ServiceProvider.GetRequiredService<ModuleRegistry>().Add(new SurveysModule());
        }
    }

    private sealed class SurveysModule : IModule
    {
        public ModuleManifest Manifest { get; } = new(Surveys, "Surveys", "Asks people what they think.", "Tests", [Catalogue]);

        public void Register(ModuleBuilder module)
        {
        }
    }
}
