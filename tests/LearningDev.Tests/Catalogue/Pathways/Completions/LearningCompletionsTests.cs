using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Pathways.Completions;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways.Completions;

[Requirement("CAT-07")]
public class LearningCompletionsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly DateOnly Day = new(2026, 5, 4);

    [Fact]
    public async Task Report_Twice_IsOneCompletionAndOneEvent()
    {
        await ReportAsync("minute-taking", Day);
        await ReportAsync("minute-taking", Day);

        (await OfAsync())["minute-taking"].ShouldBe(new LearningCompletion("minute-taking", Day, CompletionSource.Report));
        (await portal.EventsAsync("minute-taking")).Count(name => name == nameof(LearningCompleted)).ShouldBe(1);
    }

    [Fact]
    public async Task Report_OfWhatThePersonSaid_OverrulesIt()
    {
        await SayAsync("report-writing", Day.AddDays(-3));
        await ReportAsync("report-writing", Day);
        await SayAsync("report-writing", Day.AddDays(-5));

        (await OfAsync())["report-writing"].ShouldBe(new LearningCompletion("report-writing", Day, CompletionSource.Report));
    }

    [Fact]
    public async Task TakeBack_OfWhatWasReported_ChangesNothing()
    {
        await ReportAsync("time-management", Day);
        await using var scope = portal.Scope();

        await scope.ServiceProvider.GetRequiredService<LearningCompletions>()
            .TakeBackAsync("someone", new CatalogueEntrySubject("time-management", "Course", "Time management"), default);

        (await OfAsync()).Keys.ShouldContain("time-management");
    }

    [Fact]
    public async Task Report_WithoutCommit_LeavesNothing()
    {
        await using (var scope = portal.Scope())
        {
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<ILearningCompletions>().ReportAsync("someone", "project-management", Day);
        }

        (await OfAsync()).Keys.ShouldNotContain("project-management");
    }

    [Fact]
    public async Task Say_ManyAtOnce_IsOneCompletionAndOneEvent()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SayAsync("political-awareness", Day))));

        (await portal.CompletionsAsync("political-awareness")).ShouldHaveSingleItem();
        (await portal.EventsAsync("political-awareness")).Count(name => name == nameof(LearningCompleted)).ShouldBe(1);
    }

    private async Task ReportAsync(string id, DateOnly day)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ILearningCompletions>().ReportAsync("someone", id, day);
    }

    private async Task SayAsync(string id, DateOnly day)
    {
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<LearningCompletions>().SayAsync("someone", new CatalogueEntrySubject(id, "Course", id), day, default);
        await transaction.CommitAsync();
    }

    private async Task<IReadOnlyDictionary<string, LearningCompletion>> OfAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<ILearningCompletions>().OfAsync("someone");
    }
}
