using System.Net;
using LearningDev.Content.Items;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Asking;

[Requirement("COA-02")]
public class GoalsTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_NoSuchRequest_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/coaching/requests/none/goals");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Nothing_ShowsErrors()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.StepAsync(await client.BegunAsync(), "goals");
        var errors = (await answer.ReadPageAsync()).ErrorText();
        errors.ShouldContain("Enter what you want to reach");
        errors.ShouldContain("Themes");
    }

    [Fact]
    public async Task Post_TooLong_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.StepAsync(await client.BegunAsync(), "goals", ("Goals", new string('a', 4001)), ("CoachingMatch.Themes", "theme-time"));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("4,000 characters or less");
    }

    [Fact]
    [Requirement("COA-03")]
    public async Task Post_Words_AreReadByTheirAuthorAloneAndStandNowhereElse()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.WrittenAsync("Plantedsecret to be calm", CoachingPages.Patience);

        (await portal.WordsOfAsync(id, "manager")).ShouldBe(["Plantedsecret to be calm", "Role play"], ignoreOrder: true);
        foreach (var other in (string[])["administrator", "hr", "coach", "patience.moyo"])
        {
            (await portal.WordsOfAsync(id, other)).ShouldBeEmpty(other);
        }

        (await portal.ReadAsync(db => db.Set<ContentItemRow>().CountAsync(row => row.ContentItemId == id && row.Json.Contains("Plantedsecret")))).ShouldBe(0);
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Summary.Contains("Plantedsecret")))).ShouldBe(0);
        using var changed = await client.StepAsync(id, "goals", ("Goals", "Something else"), ("Avoid", ""));
        (await portal.WordsOfAsync(id, "manager")).ShouldBe(["Something else"]);
    }

    [Fact]
    [Requirement("COA-03")]
    public async Task Post_NoKey_SaysSoAndSavesNothing()
    {
        await using var keyless = new KeylessPortal();
        await keyless.InitializeAsync();
        using var client = await keyless.SignedInAsAsync("manager");
        var id = await client.BegunAsync();

        using var answer = await client.StepAsync(id, "goals", ("Goals", "To be calm"), ("CoachingMatch.Themes", "theme-time"));

        (await answer.ReadPageAsync()).ErrorText().ShouldContain("the portal’s key for them is missing");
        (await keyless.RequestAsync(id)).TextIds.ShouldBeEmpty();
    }

    private sealed class KeylessPortal : CoachingPortal
    {
        protected override void Configuration(IDictionary<string, string?> settings) => settings["Confidential:KeyFolder"] = Path.Combine(Path.GetTempPath(), $"no-keys-{Guid.NewGuid():N}");
    }
}
