using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Settings;

[Requirement("WFL-01")]
public class WorkflowSettingsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("settings-forbidden")}/settings");

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing/settings");

    [Fact]
    public async Task Post_NoNameOrLiquid_ShowsErrors()
    {
        var url = await portal.DesignedAsync("settings-refused");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/settings")).MainForm(), ("Form.Name", ""), ("Form.CaseTitle", "{{ item.name | upcase }}"));
        var errors = (await answer.ReadPageAsync()).ErrorSummary();
        errors.ShouldContain("Enter a name");
        errors.ShouldContain("The portal does not understand {{ item.name | upcase }}");
    }

    [Fact]
    public async Task Post_Rules_AreSavedInTheDraft()
    {
        var url = await portal.DesignedAsync("settings");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync($"{url}/settings")).MainForm(), ("Form.Name", "Asking"), ("Form.CaseTitle", "{{ item.name }}"), ("Form.IsRequest", "true"), ("Form.CanWithdraw", null));

        answer.Headers.Location!.OriginalString.ShouldBe(url);
        (await client.GetPageAsync(url)).Banner().ShouldBe("The draft is saved");
        var definition = (await portal.DraftAsync("settings")).Definition;
        var rules = CaseRules.Of(definition);
        (definition.Name, rules.Title, rules.IsRequest, rules.CanWithdraw).ShouldBe(("Asking", "{{ item.name }}", true, false));
        (await portal.WorkflowEventsAsync("settings")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved"]);
    }
}
