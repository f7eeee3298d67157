using LearningDev.Catalogue.Contracts;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.MembersHub.Budgets;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Deciding;

/// <summary>The ways that the shipped workflow takes, run by the engine from sending to invoice (MEM-04, MEM-05).</summary>
[Requirement("MEM-05")]
public class MemberWaysTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    private static readonly string[] Everybody = ["leader cllr.judith.penrose", "officer rajesh.nair", "whip cllr.harpreet.gill"];

    [Fact]
    public async Task Sent_MemberOfAGroup_AllThreeSignAtTheSameTimeAndTheCostIsSetAside()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.SentAsync("All three");
        (await portal.AskedForAsync(id)).ShouldBe(Everybody);
        await portal.SignAsync(id, "rajesh.nair");
        await portal.SignAsync(id, "cllr.harpreet.gill");
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Sent);
        await portal.SignAsync(id, "cllr.judith.penrose");

        var row = await portal.RequestAsync(id);
        (row.State, row.Outcome).ShouldBe((MemberRequestState.Agreed, "Agreed"));
        (await portal.BudgetAsync("councillor")).Balance.ShouldBe(new Balance(50_000, 10_000, 0));
    }

    [Theory]
    [InlineData("cllr.harpreet.gill", "leader cllr.judith.penrose|officer rajesh.nair", "The group whip is passed over: the member is the group whip")]
    [InlineData("cllr.judith.penrose", "officer rajesh.nair|whip cllr.harpreet.gill", "The group leader is passed over: the member is the group leader")]
    [InlineData("cllr.blessing.eze", "officer rajesh.nair", "The group whip is passed over: the office of the group whip is vacant, so the Monitoring Officer decides")]
    [InlineData("cllr.anwar.chowdhury", "officer rajesh.nair", "The group leader is passed over: the member has no political group")]
    [InlineData("coopted.lena.fischer", "officer rajesh.nair", "The group whip is passed over: the member has no political group")]
    public async Task Sent_NoWhipOrLeaderWhoCouldSign_TheyArePassedOverWithAWord(string member, string asked, string words)
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.SentAsync("Passed over", userName: member);
        (await portal.AskedForAsync(id)).ShouldBe(asked.Split('|'));
        (await portal.WordsAsync((await portal.RequestAsync(id)).CaseId!)).ShouldContain(words);
    }

    [Fact]
    public async Task Sent_InOrder_OneAfterTheOther()
    {
        await portal.WholeBudgetsAsync();
        await portal.SetSigningAsync(settings => settings.SignaturesInOrder = true);
        var id = await portal.SentAsync("In order");
        await portal.SetSigningAsync(_ => { });
        foreach (var step in (string[])["whip cllr.harpreet.gill", "leader cllr.judith.penrose", "officer rajesh.nair"])
        {
            (await portal.AskedForAsync(id)).ShouldBe([step]);
            await portal.SignAsync(id, step.Split(' ')[1]);
        }

        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Agreed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sent_RecognisedProvider_IsPresumedAndAgreedAtOnceOnlyWhereTheSettingSaysSo(bool atOnce)
    {
        await portal.WholeBudgetsAsync();
        await portal.SetSigningAsync(settings => settings.AgreeRecognisedAtOnce = atOnce);
        await using var scope = portal.Scope();
        var provider = (await scope.ServiceProvider.GetRequiredService<IProviderFacts>().AllAsync()).First(one => one.IsRecognised);
        var id = await portal.SentAsync("Leadership academy", request => request.Provider.Text = provider.Name);
        await portal.SetSigningAsync(_ => { });
        (await portal.RequestAsync(id)).State.ShouldBe(atOnce ? MemberRequestState.Agreed : MemberRequestState.Sent);
        if (!atOnce)
        {
            var tasks = await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!);
            tasks.ShouldAllBe(task => task.Instructions.Contains("there is a general presumption that the request is agreed"));
        }
    }

    [Fact]
    public async Task SendBack_ByOne_TheOthersNeedNotSignAndAllSignAnew()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.SentAsync("Back and forth");
        await portal.SignAsync(id, "cllr.harpreet.gill");
        await portal.SignAsync(id, "cllr.judith.penrose", "Send back", "Which days?");
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.SentBack);
        (await portal.AskedForAsync(id)).ShouldBe(["change councillor"]);

        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.Sent);
        (await portal.AskedForAsync(id)).ShouldBe(Everybody);
        await portal.SignAsync(id, "rajesh.nair");
        await portal.SignAsync(id, "cllr.judith.penrose");
        // The whip's first signature is void.
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Sent);
        await portal.SignAsync(id, "cllr.harpreet.gill");
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Agreed);
    }

    [Fact]
    public async Task Refuse_ByOne_EndsItAndSetsNothingAside()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.SentAsync("Refused");
        await portal.SignAsync(id, "cllr.harpreet.gill", "Refuse", "Not for this role");
        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Refused);
        (await portal.AskedForAsync(id)).ShouldBeEmpty();
        (await portal.ReadAsync(db => db.MemberBudgetEntries.AnyAsync(entry => entry.RequestId == id))).ShouldBeFalse();
    }

    [Fact]
    [Requirement("MEM-04")]
    public async Task Signed_OverTheBudget_OneMoreApprovalIsRecordedAsTheOverride()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.SentAsync("Too dear", request => request.CostLines[0].Pence = 60_000, "cllr.harpreet.gill");
        await portal.SignAsync(id, "cllr.judith.penrose");
        await portal.SignAsync(id, "rajesh.nair");
        (await portal.AskedForAsync(id)).ShouldBe(["over democratic-services"]);
        await portal.SignAsync(id, "democratic-services", "Allow over the budget");

        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Agreed);
        var budget = await portal.BudgetAsync("cllr.harpreet.gill");
        (budget.Committed, budget.Overridden).ShouldBe((60_000, 10_000));
        var allowed = await portal.ReadAsync(db => db.MemberBudgetOverrides.SingleAsync(one => one.BudgetId == budget.Id));
        (allowed.ApproverName, allowed.Reason, allowed.RequestId).ShouldBe(("Imogen Fairweather", "The role asks for it.", id));
    }

    [Fact]
    [Requirement("MEM-04")]
    public async Task Signed_BudgetIsUsedUpInBetween_GoesToTheApprovalOverTheBudget()
    {
        await portal.WholeBudgetsAsync();
        var first = await portal.SentAsync("First", request => request.CostLines[0].Pence = 40_000);
        var second = await portal.SentAsync("Second", request => request.CostLines[0].Pence = 40_000);
        foreach (var id in (string[])[first, second])
        {
            await portal.SignAsync(id, "cllr.harpreet.gill");
            await portal.SignAsync(id, "cllr.judith.penrose");
            await portal.SignAsync(id, "rajesh.nair");
        }

        (await portal.RequestAsync(first)).State.ShouldBe(MemberRequestState.Agreed);
        (await portal.AskedForAsync(second)).ShouldBe(["over democratic-services"]);
        (await portal.BudgetAsync("councillor")).Balance.ShouldBe(new Balance(50_000, 40_000, 0));
    }

    [Fact]
    public async Task Withdraw_BeforeItIsAgreed_EndsIt()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.SentAsync("Withdrawn");
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync("councillor");
            (await scope.ServiceProvider.GetRequiredService<CaseCare>().WithdrawAsync((await portal.RequestAsync(id)).CaseId!, "Not now")).ShouldBeTrue();
        }

        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Withdrawn);
    }

    [Fact]
    public async Task Signed_CorporateBudget_SetsNothingAsideInTheMembers()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.AgreedAsync("Corporate", 90_000, request => request.Funding.Text = FundingWays.Corporate);
        (await portal.ReadAsync(db => db.MemberBudgetEntries.AnyAsync(entry => entry.RequestId == id))).ShouldBeFalse();
    }
}
