using LearningDev.Partnerships.Confidence;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Confidence;

[Requirement("COA-03")]
public class ConfidentialCleaningTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Run_AllReadersHaveLeftLongAgo_DeletesTheWords()
    {
        var id = await portal.ActiveAsync(guide: "abena.mensah", learner: "callum.reid", goals: "Of two who leave");
        var other = await portal.ActiveAsync(goals: "Of two who stay");
        await portal.ReadAsync(db => db.ConfidentialTexts.ExecuteUpdateAsync(set => set.SetProperty(text => text.ChangedUtc, new DateTime(2025, 11, 30, 0, 0, 0, DateTimeKind.Utc))));
        await portal.SetPersonAsync("abena.mensah", person => person.LeavesOn = PartnershipsPages.Today.AddDays(-1));
        (await RunAsync()).ShouldBe("");
        await portal.SetPersonAsync("callum.reid", person => person.LeavesOn = PartnershipsPages.Today.AddDays(-1));
        await SetMonthsAsync(13);
        (await RunAsync()).ShouldBe("");
        await SetMonthsAsync(12);

        (await RunAsync()).ShouldBe("1 text deleted");
        (await portal.PartnershipAsync(id)).GoalsId.ShouldBeNull();
        (await portal.PartnershipAsync(other)).GoalsId.ShouldNotBeNull();
    }

    private async Task<string> RunAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<ConfidentialCleaningJob>().RunAsync(default);
    }

    private Task SetMonthsAsync(int months) => portal.DoAsync(null, services => services.GetRequiredService<ISettings>().SaveJsonAsync("PartnershipsSettings", $$"""{ "KeepMonths": {{months}} }"""));
}
