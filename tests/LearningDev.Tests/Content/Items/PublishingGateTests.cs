using LearningDev.Content.Items;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Items;

[Requirement("CMS-01")]
public class PublishingGateTests(PublishingGateTests.GatedPortal portal) : IClassFixture<PublishingGateTests.GatedPortal>
{
    [Fact]
    public async Task Publish_GateRefuses_EditPageListsTheReasonsBesideOtherFaultsAndLosesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Not assessed");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.Publish, ("Provider.About", "Typed"), ("Provider.Website", "nonsense"));

        var page = await answer.ReadPageAsync();
        page.Errors().Count.ShouldBe(3);
        page.Errors().ShouldContain("Complete the assessment before this is published");
        page.Errors().ShouldContain("Have the assessment signed");
        page.ValueOf("Provider.About").ShouldBe("Typed");
        (await portal.PublishedAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task SaveDraft_GateRefuses_IsSaved()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var id = await client.AddProviderAsync("Not assessed, a draft");

        (await portal.LatestAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task PublishAll_GateRefusesOne_IsAskedOnceForAll()
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var many = Enumerable.Range(1, 5).Select(number => New(items, $"Many {number}")).ToList();
        AssessmentGate.Asked = 0;

        await items.PublishAllAsync(many);
        AssessmentGate.Asked.ShouldBe(1);
        var fault = await Should.ThrowAsync<ContentInvalidException>(() => items.PublishAllAsync([New(items, "Good"), New(items, "Not assessed again")]));

        fault.Errors.Select(error => error.Message).ShouldBe(["Complete the assessment before this is published", "Have the assessment signed"]);
    }

    private static ContentItem New(ContentItems items, string title)
    {
        var item = items.New("Provider");
        item.Content = ItemLives.Provider(title);
        return item;
    }

    /// <summary>A portal with a gate.</summary>
    public sealed class GatedPortal : PortalHost
    {
        protected override void Configure(IServiceCollection services) => services.AddScoped<IPublishingGate, AssessmentGate>();
    }

    private sealed class AssessmentGate : IPublishingGate
    {
        public static int Asked { get; set; }

        public Task<IReadOnlyList<PublishingRefusal>> CheckAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation)
        {
            Asked++;
            return Task.FromResult<IReadOnlyList<PublishingRefusal>>(
            [
                .. items.Where(item => item.DisplayText.StartsWith("Not assessed", StringComparison.Ordinal)).SelectMany(item => new[]
                {
                    new PublishingRefusal(item.ContentItemId, "Complete the assessment before this is published"),
                    new PublishingRefusal(item.ContentItemId, "Have the assessment signed"),
                }),
            ]);
        }
    }
}
