using System.Net;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Confidence;

/// <summary>A portal whose configured folder of keys has no key.</summary>
public sealed class KeylessPortal : PartnershipsPortal
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-keyless-");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected override void Configuration(IDictionary<string, string?> settings) => settings["Confidential:KeyFolder"] = folder.FullName;
}

[Requirement("COA-03")]
public class KeyMissingTests(KeylessPortal portal) : IClassFixture<KeylessPortal>
{
    [Fact]
    public async Task Post_Words_AreNotSavedAndThePageSaysWhy()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/goals", "Save", ("Words", "To be kept in confidence"));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.ReadPageAsync()).MainText().ShouldContain("nothing that you have just sent was saved");
        (await portal.PartnershipAsync(id)).GoalsId.ShouldBeNull();
    }

    [Fact]
    public async Task Get_Running_TellsOperators() =>
        (await portal.GetDocumentAsync("/admin/running", "administrator")).MainText().ShouldContain("There is no key for words in confidence in");
}
