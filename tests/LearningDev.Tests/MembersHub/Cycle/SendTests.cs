using LearningDev.Content.Items;
using LearningDev.MembersHub.Cycle;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Cycle;

[Requirement("MEM-07")]
public class SendTests(MembersPortal portal) : IClassFixture<MembersPortal>
{
    private const string Url = "/members/manage/cycle/documents/mc-strategy-2027/send";

    [Fact]
    public async Task Get_Member_IsForbidden() => await portal.ShouldBeForbiddenAsync("councillor", Url);

    [Fact]
    public async Task Get_NoDocument_IsNotFound() => await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/cycle/documents/none/send", "/members/manage/cycle/documents/m-ethics-probity/send");

    [Fact]
    public async Task Post_Agreed_SaysThatNothingIsToBeSent()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync("/members/manage/cycle/documents/mc-plan-4/send", "Send it");
        answer.Headers.Location!.OriginalString.ShouldBe("/members/cycle?from=2023");
        (await client.GetPageAsync("/members/cycle")).Body!.TextContent.ShouldContain("is with those who agree it already, or is agreed");
    }

    [Fact]
    public async Task Post_Strategy_GoesThroughThreeBodiesAndIsPublishedAtTheEnd()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var sent = await client.SendAsync(Url, "Send it");
        sent.Headers.Location!.OriginalString.ShouldBe("/members/cycle?from=2027");
        using var twice = await client.SendAsync(Url, "Send it");
        (await portal.ReadAsync(db => db.MemberCycleDocuments.CountAsync())).ShouldBe(1, "it is with the working group already");

        // It comes back once.
        await DecideAsync("Not agreed", "Say more about young councillors.");
        (await DocumentAsync()).State.ShouldBe(DocumentState.Back);
        using var again = await client.SendAsync(Url, "Send it");
        foreach (var body in (string[])["working-group", "leadership-team", "standards-committee"])
        {
            (await DocumentAsync()).State.ShouldBe(DocumentState.Sent);
            await DecideAsync("Agreed");
            (await portal.ReadAsync(db => db.MemberCycleDone.AnyAsync(row => row.ElectionYear == 2027 && row.StepKey == $"strategy-{body}"))).ShouldBeTrue(body);
        }

        (await DocumentAsync()).State.ShouldBe(DocumentState.Agreed);
        (await portal.GetDocumentAsync("/members/cycle/learning-and-development-strategy-2027", "councillor")).Words().ShouldContain("Members have asked for shorter sessions");
        (await portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == "mc-strategy-2027" && (row.Event == nameof(CycleDocumentSent) || row.Event == nameof(CycleDocumentDecided))).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync()))
            .ShouldBe([nameof(CycleDocumentSent), nameof(CycleDocumentDecided), nameof(CycleDocumentSent), nameof(CycleDocumentDecided)]);
    }

    [Fact]
    public async Task Post_NothingSaysWhichItIs_ShowsError()
    {
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = new ContentItem { ContentItemId = "mc-nowhere", ContentType = nameof(MemberDevelopmentDocument), DisplayText = "A plan without a year" };
            item.Alter<TitlePart>(part => part.Title = item.DisplayText);
            await items.SaveDraftAsync(item);
        }

        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync("/members/manage/cycle/documents/mc-nowhere/send", "Send it");
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Say in the document what it is");
    }

    private Task<CycleDocumentRow> DocumentAsync() => portal.ReadAsync(db => db.MemberCycleDocuments.AsNoTracking().SingleAsync(row => row.Id == "mc-strategy-2027"));

    private async Task DecideAsync(string button, string comment = "")
    {
        var task = (await portal.OpenTasksAsync((await DocumentAsync()).CaseId)).ShouldHaveSingleItem();
        (await portal.DecideAsync((await portal.AskedAsync(task.Id))[0], task.Id, button, comment)).ShouldBe(DecisionOutcome.Taken);
    }
}
