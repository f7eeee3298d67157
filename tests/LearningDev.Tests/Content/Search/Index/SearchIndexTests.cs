using LearningDev.Content.Items;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search;

[Requirement("CAT-04")]
public class SearchIndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Word = "quokkas";

    [Fact]
    public async Task Publish_SeveralAtOnce_CountsEveryWordAndEveryChange()
    {
        string[] ids = ["managing-stress", "minute-taking", "presentation-skills", "report-writing"];
        var before = await VersionAsync();

        await Task.WhenAll(ids.Select(slug => RewordAsync(slug, keywords => $"{keywords} {Word}")));

        (await CountAsync()).ShouldBe(ids.Length);
        (await VersionAsync()).ShouldBe(before + ids.Length);
        await Task.WhenAll(ids.Select(slug => RewordAsync(slug, keywords => keywords.Replace(Word, "", StringComparison.Ordinal))));
        (await CountAsync()).ShouldBe(0);
        (await VersionAsync()).ShouldBe(before + (2 * ids.Length));
    }

    private async Task RewordAsync(string slug, Func<string, string> reword)
    {
        await using var scope = host.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var id = await scope.ServiceProvider.GetRequiredService<ContentRoutes>().FindAsync($"catalogue/{slug}");
        var item = (await items.FindAsync(id.ShouldNotBeNull(), VersionChoice.Latest)).ShouldNotBeNull();
        item.Content["LearningPart"]!["Keywords"]!["Text"] = reword(item.Content["LearningPart"]!["Keywords"]!["Text"]!.GetValue<string>());
        await items.PublishAsync(item);
        await transaction.CommitAsync();
    }

    private async Task<int> CountAsync()
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<SearchWordRow>()
            .Where(row => row.Word == Word).Select(row => row.Documents).SingleOrDefaultAsync();
    }

    private async Task<long> VersionAsync()
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<SearchStateRow>().Select(state => state.Version).SingleAsync();
    }
}
