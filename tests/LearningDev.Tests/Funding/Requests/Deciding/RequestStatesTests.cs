using LearningDev.Funding.Requests;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Deciding;

[Requirement("FUN-03")]
public class RequestStatesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task CaseIsStuck_TheListSaysThatItIsHeldUp()
    {
        var id = await portal.SentAsync("Stuck");
        var caseId = (await portal.RowAsync(id)).CaseId!;
        await TellAsync(caseId, CaseStatus.Faulted, new CaseStuck(caseId, "Stuck", "Training request"));
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.HeldUp);
        (await portal.GetDocumentAsync("/funding/requests")).QuerySelector("main")!.TextContent.ShouldContain("Held up");

        await TellAsync(caseId, CaseStatus.Waiting, new CaseMended(caseId, "Stuck", "Retried", "Line manager"));
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Sent);
    }

    private async Task TellAsync<TEvent>(string caseId, CaseStatus status, TEvent happened) where TEvent : IPortalEvent
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Cases.Where(row => row.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status));
        await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync(happened);
    }
}
