using System.Net;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Managing;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Managing;

[Requirement("MEN-01")]
public class MatchingPageTests(MentoringPortal portal) : IClassFixture<MentoringPortal>, IAsyncLifetime
{
    private static string Url => MentoringPages.Matching;

    public async Task InitializeAsync()
    {
        await portal.ReadAsync(db => db.MentoringRuns.ExecuteDeleteAsync());
        await portal.ReadAsync(db => db.MentoringRulings.ExecuteDeleteAsync());
        await portal.ReadAsync(db => db.MentoringMatchings.ExecuteDeleteAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_NoSuchProgrammeOrOpenOne_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("hr");
        foreach (var id in (string[])["nothing", MentoringPortal.Open, "managing-stress"])
        {
            using var answer = await client.GetAsync($"/mentoring/manage/{id}/matching");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Get_NoRunYet_SaysWhatAMatchIs()
    {
        var page = await portal.GetDocumentAsync(Url, "hr");
        page.MainText().ShouldContain("6 mentees wait, 4 mentors offer.");
        page.MainText().ShouldContain("No match is proposed yet");
    }

    [Fact]
    public async Task Post_Propose_MatchesAsManyAsPossibleWithoutLinesOfManagement()
    {
        var run = await portal.ProposedAsync();
        (run.Number, run.Pairs, run.LeftOver, run.State).ShouldBe((1, 5, 1, RunState.Proposed));
        var pairs = await portal.PairsOfAsync(run.Id);
        var (arjun, hannah, wei, fiona) = (await portal.PersonIdAsync("arjun.sethi"), await portal.PersonIdAsync("hannah.goldberg"), await portal.PersonIdAsync("wei.zhang"), await portal.PersonIdAsync("fiona.mcallister"));
        pairs.ShouldNotContain(pair => pair.MenteeId == arjun && pair.MentorId == hannah);
        pairs.ShouldNotContain(pair => pair.MenteeId == wei && pair.MentorId == fiona);
        pairs.Count(pair => pair.MentorId == hannah).ShouldBeLessThanOrEqualTo(2);
        run.Total.ShouldBe(pairs.Sum(pair => pair.Points));
        (await portal.AuditAsync(MentoringPortal.Cohort))[^1].ShouldBe(nameof(MentoringMatchProposed));

        var page = await portal.GetDocumentAsync(Url, "hr");
        page.MainText().ShouldContain("Match 1 : 5 pairs, 1 mentee left over");
        page.MainText().ShouldContain("Wei Zhang asked for Yusuf Demir (25)");
        var left = await portal.GetDocumentAsync($"{Url}?show=left", "hr");
        left.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("All places of the mentors who suit are taken");
    }

    [Fact]
    public async Task Post_ProposeAgain_GivesTheSame()
    {
        var first = await portal.PairsOfAsync((await portal.ProposedAsync()).Id);
        var again = await portal.PairsOfAsync((await portal.ProposedAsync()).Id);
        again.Select(pair => (pair.MenteeId, pair.MentorId, pair.Points)).ShouldBe(first.Select(pair => (pair.MenteeId, pair.MentorId, pair.Points)));
        (await portal.GetDocumentAsync($"{Url}?show=changes", "hr")).MainText().ShouldContain("The pairs are the same as before.");
    }

    [Fact]
    public async Task Post_PinAndForbid_AreKeptAndShowWhatFollows()
    {
        var before = await portal.PairsOfAsync((await portal.ProposedAsync()).Id);
        using var client = await portal.SignedInAsAsync("hr");
        var (piotr, patience) = (await portal.PersonIdAsync("piotr.zielinski"), await portal.PersonIdAsync("patience.moyo"));
        using var pinned = await client.PressAsync("Save", "rulings", ("Mentee", piotr), ("Mentor", patience), ("What", "Pinned"));
        pinned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var forbidden = await client.PressAsync("Save", "rulings", ("Mentee", before[0].MenteeId), ("Mentor", before[0].MentorId), ("What", "Forbidden"));
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var pairs = await portal.PairsOfAsync((await portal.ProposedAsync()).Id);
        pairs.Single(pair => pair.MenteeId == piotr).ShouldSatisfyAllConditions(pair => pair.MentorId.ShouldBe(patience), pair => pair.IsPinned.ShouldBeTrue());
        pairs.ShouldNotContain(pair => pair.MenteeId == before[0].MenteeId && pair.MentorId == before[0].MentorId);
        (await client.GetPageAsync($"{Url}?show=changes")).MainText().ShouldContain("Piotr Zieliński has Patience Moyo, and had");
        var rulings = await client.GetPageAsync($"{Url}?show=rulings");
        rulings.QuerySelectorAll("tbody tr").Length.ShouldBe(2);

        using var taken = await client.SubmitAsync(rulings.Forms.First(form => form.TextContent.Contains("Piotr Zieliński", StringComparison.Ordinal)));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.MentoringRulings.CountAsync())).ShouldBe(1);
        (await portal.AuditAsync(MentoringPortal.Cohort)).ShouldContain(nameof(MentoringRuled));
    }

    [Fact]
    public async Task Post_RuleIncompleteOrImpossible_ShowsErrorWithoutTheReason()
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var empty = await client.PressAsync("Save", "rulings");
        var page = await empty.ReadPageAsync();
        page.Errors().ShouldContain("Choose a mentee");
        page.Errors().ShouldContain("Choose a mentor");
        page.Errors().ShouldContain("Select what is to be about them");
        using var line = await client.PressAsync("Save", "rulings", ("Mentee", await portal.PersonIdAsync("arjun.sethi")), ("Mentor", await portal.PersonIdAsync("hannah.goldberg")), ("What", "Pinned"));
        (await line.ReadPageAsync()).Errors().ShouldContain("These two cannot be a pair");
        (await portal.ReadAsync(db => db.MentoringRulings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Post_SomebodyElseHasChangedIt_IsToldAndChangesNothing()
    {
        await portal.ProposedAsync();
        using var one = await portal.SignedInAsAsync("hr");
        using var other = await portal.SignedInAsAsync("administrator");
        var old = await one.GetPageAsync(Url);
        using var first = await other.PressAsync("Propose a match again");
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var late = await one.SubmitAsync(old.FormWith("Propose a match again"));
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await late.ReadPageAsync();
        page.Errors().ShouldContain("Somebody else has changed this matching since you opened the page.");
        (await portal.RunAsync()).Number.ShouldBe(2);
        // What is shown then is what is there, so that it can be done again.
        using var again = await one.SubmitAsync(page.FormWith("Propose a match again"));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.RunAsync()).Number.ShouldBe(3);
    }

    [Fact]
    public async Task Get_Avoided_IsNeverMatchedAndNobodyReadsWhy()
    {
        var (mohammed, patience) = (await portal.PersonIdAsync("mohammed.iqbal"), await portal.PersonIdAsync("patience.moyo"));
        await portal.DoAsync(async services =>
        {
            var items = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LearningDev.Content.Items.ContentItems>(services);
            var item = (await items.FindAsync("mp-lead-mohammed", LearningDev.Content.Items.VersionChoice.Latest))!;
            item.Alter<LearningDev.Mentoring.Profiles.MentoringProfile>(part => part.Avoided.UserIds = [patience]);
            await items.SaveDraftAsync(item);
        });
        var run = await portal.ProposedAsync();
        (await portal.PairsOfAsync(run.Id)).ShouldNotContain(pair => pair.MenteeId == mohammed && pair.MentorId == patience);
        foreach (var show in (string[])["pairs", "left", "changes", "rulings"])
        {
            (await portal.GetDocumentAsync($"{Url}?show={show}", "hr")).MainText().ShouldNotContain("rather not", Case.Insensitive);
        }
    }

    [Fact]
    public async Task Get_Pairs_TakesFewQueries()
    {
        await portal.ProposedAsync();
        using var client = await portal.SignedInAsAsync("hr");
        (await portal.QueriesOfAsync(client, Url)).ShouldBeLessThanOrEqualTo(20);
    }
}
