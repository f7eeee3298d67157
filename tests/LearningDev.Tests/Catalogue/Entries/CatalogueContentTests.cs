using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Entries;

/// <summary>The content that the portal comes with.</summary>
public class CatalogueContentTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    [Requirement("CAT-01")]
    public async Task Demonstration_Catalogue_HasEveryKindOfLearning()
    {
        var entries = await EntriesAsync();
        entries.Count.ShouldBeGreaterThanOrEqualTo(150);
        entries.Select(entry => entry.ContentType).Distinct().Order().ShouldBe(
            ["ApprenticeshipStandard", "Conference", "Course", "ElearningModule", "ExternalProgramme", "LearningEvent", "LearningResource", "Programme", "Qualification", "WorkOpportunity"]);
        entries.Where(entry => entry.ContentType == "WorkOpportunity").Select(entry => entry.SubKind).Distinct().Order().ShouldBe(
            ["action-learning-set", "coaching", "mentoring", "network", "project", "secondment", "shadowing", "volunteering", "work-experience"]);
    }

    [Theory]
    [Requirement("CAT-02")]
    [InlineData("1895", "1895", "SOLACE")]
    [InlineData("18000", "22000", "Master")]
    [InlineData("250", "250", "Springboard")]
    public async Task Demonstration_Costs_AreThoseOfTheStrategies(string from, string to, string words)
    {
        var (least, most) = (decimal.Parse(from, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
        (await EntriesAsync()).ShouldContain(entry => entry.CostFrom == least && entry.CostTo == most
            && (entry.Title + entry.Summary).Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Requirement("CAT-03")]
    public async Task Demonstration_Entries_HaveOwnerAndReviewDate()
    {
        var entries = await EntriesAsync();
        entries.ShouldAllBe(entry => entry.OwnerId != null && entry.ReviewBy != null && entry.QualityAssurance.Length > 0);
    }

    [Fact]
    public async Task Demonstration_Steps_AreAllEntries()
    {
        await using var scope = portal.Host.Scope();
        var ids = (await EntriesAsync()).Select(entry => entry.ContentItemId).ToHashSet();
        var programmes = await scope.ServiceProvider.GetRequiredService<ContentItems>()
            .FindAllAsync([.. ids], VersionChoice.Published);
        programmes.SelectMany(item => item.As<KindPart>(item.ContentType).Steps?.ContentItemIds ?? []).ShouldAllBe(step => ids.Contains(step));
    }

    private async Task<List<CatalogueEntry>> EntriesAsync()
    {
        await using var scope = portal.Host.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().CatalogueEntries.AsNoTracking().ToListAsync();
    }
}
