using LearningDev.Mentoring;
using LearningDev.Mentoring.Managing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Managing;

/// <summary>The shipped workflow that confirms matches, and what becomes of pairs.</summary>
[Requirement("MEN-01")]
[Requirement("WFL-03")]
public class MatchWorkflowTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    [Fact]
    public async Task Match_RefusedThenConfirmed_BeginsThePairsThatStillCanAndTellsEverybody()
    {
        // Not confirmed: nothing begins, and it can be changed.
        await portal.ProposedAsync();
        await portal.DecidedAsync("Do not confirm", "Wait for the last day");
        (await portal.RunAsync()).State.ShouldBe(RunState.Refused);
        (await portal.OpenPairsAsync("nadia.petrova")).ShouldBeEmpty();

        // Sent: nothing can be changed, and another of HR confirms it.
        var run = await portal.ProposedAsync();
        var pairs = await portal.PairsOfAsync(run.Id);
        using var client = await portal.SignedInAsAsync("hr");
        using var sent = await client.PressAsync("Send to be confirmed");
        var page = await client.GetPageAsync(MentoringPages.Matching);
        page.Banner().ShouldBe("The match is sent to be confirmed");
        page.MainText().ShouldContain("It waits to be confirmed.");
        page.QuerySelectorAll("main button").ShouldBeEmpty();
        var task = (await portal.OpenTasksAsync((await portal.RunAsync()).CaseId!)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldBe(["leila.haddad"]);

        // Meanwhile one of the mentees withdraws.
        var gone = pairs[^1];
        await portal.ReadAsync(db => db.MentoringProfiles.Where(row => row.ProgrammeId == MentoringPortal.Cohort && row.PersonId == gone.MenteeId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ProfileState.Withdrawn)));
        (await portal.DecideAsync("leila.haddad", task.Id, "Confirm")).ShouldBe(LearningDev.Workflows.Tasks.Deciding.DecisionOutcome.Taken);

        (await portal.RunAsync()).State.ShouldBe(RunState.Confirmed);
        (await portal.WordsAsync((await portal.RunAsync()).CaseId!)).ShouldContain("4 pairs have begun, 1 could not any more");
        var begun = (await portal.PairsOfAsync(run.Id)).Where(pair => pair.PartnershipId is not null).ToList();
        begun.Count.ShouldBe(4);
        begun.ShouldNotContain(pair => pair.MenteeId == gone.MenteeId);
        var matched = await portal.ReadAsync(db => db.MentoringProfiles.Where(row => row.ProgrammeId == MentoringPortal.Cohort && row.State == ProfileState.Matched).Select(row => row.PersonId).ToListAsync());
        matched.Order().ShouldBe(begun.Select(pair => pair.MenteeId).Order());
        (await portal.AuditAsync(run.Id))[^1].ShouldBe(nameof(MentoringMatchConfirmed));
        var facts = await FactsAsync(begun[0].PartnershipId!);
        (facts.GuideId, facts.LearnerId, facts.KindId, facts.SourceId, facts.State).ShouldBe((begun[0].MentorId, begun[0].MenteeId, MentoringModule.Kind, MentoringPortal.Cohort, PartnershipState.Signing));
        var left = await portal.ReadAsync(db => db.MentoringRunLeft.Where(row => row.RunId == run.Id && !row.IsMentor).Select(row => row.PersonId).SingleAsync());
        (await portal.ReadAsync(db => db.Set<LearningDev.Platform.Notifications.PersonNotification>().CountAsync(told => told.PersonId == left && told.Kind == "mentoring-left-over"))).ShouldBe(1);

        // The mentor leaves: the mentee is offered to be matched again, and does so.
        var pair = begun[0];
        await portal.DoAsync(services => services.GetRequiredService<IPartnerships>().EndAsync(pair.PartnershipId!, PartnershipEnd.PersonLeft));
        var mentee = await portal.ReadAsync(db => db.Users.Where(one => one.Id == pair.MenteeId).Select(one => one.UserName!).SingleAsync());
        (await portal.ToldOfAsync(mentee, "mentoring-again")).ShouldBe(["Leadership mentoring: would you like another mentor?"]);
        var row = (await portal.ProfileOfAsync(MentoringPortal.Cohort, mentee))!;
        row.State.ShouldBe(ProfileState.Ended);
        (await portal.AuditAsync(row.Id))[^1].ShouldBe(nameof(MentoringMenteeFree));
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync(mentee);
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            var drafts = scope.ServiceProvider.GetRequiredService<LearningDev.Mentoring.Profiles.ProfileDrafts>();
            (await drafts.AskAgainAsync((await drafts.TakeAsync(row.Id, CancellationToken.None))!, CancellationToken.None)).ShouldBeTrue();
            await transaction.CommitAsync();
        }

        (await portal.ProfileAsync(row.Id)).State.ShouldBe(ProfileState.Waiting);
        (await portal.GetDocumentAsync(MentoringPages.Matching, "hr")).MainText().ShouldContain("2 mentees wait");
    }

    private async Task<PartnershipFacts> FactsAsync(string id)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IPartnerships>().FindAsync(id))!;
    }
}
