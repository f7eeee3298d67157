using LearningDev.Content.Items;
using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Uses;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class MediaUseIndexTests(MediaPortal portal)
{
    [Fact]
    public async Task Save_DraftOverPublished_KnowsBothVersions()
    {
        var id = await portal.SaveNoticeAsync("![](/media/uses/a.png) and [b](/media/uses/b.docx?v=1)", ["uses/c.png"]);
        (await UsesAsync(id)).ShouldBe(["uses/a.png LP", "uses/b.docx LP", "uses/c.png LP"]);

        await portal.SaveNoticeAsync("![](/media/uses/a.png)", ["uses/d.png"], publish: false, id);
        (await UsesAsync(id)).ShouldBe(["uses/a.png LP", "uses/b.docx P", "uses/c.png P", "uses/d.png L"]);

        await portal.SaveNoticeAsync("![](/media/uses/a.png)", ["uses/d.png"], publish: true, id);
        (await UsesAsync(id)).ShouldBe(["uses/a.png LP", "uses/d.png LP"]);
    }

    [Fact]
    public async Task Withdraw_Item_LeavesWhatItsDraftHas()
    {
        var id = await portal.SaveNoticeAsync("", ["uses/e.png"]);
        await portal.SaveNoticeAsync("", ["uses/f.png"], publish: false, id);
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();

        await items.UnpublishAsync(id);
        (await UsesAsync(id)).ShouldBe(["uses/f.png L"]);
        await items.RemoveAsync(id);
        (await UsesAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rebuild_LostIndex_IsTheSame()
    {
        var id = await portal.SaveNoticeAsync("![](/media/uses/g.png)", ["uses/h.png"]);
        await portal.SaveNoticeAsync("![](/media/uses/g.png)", ["uses/i.png"], publish: false, id);
        var before = await AllAsync();
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Set<MediaUse>().ExecuteDeleteAsync();

        await scope.ServiceProvider.GetRequiredService<MediaUseIndex>().BringUpToDateAsync();

        (await AllAsync()).ShouldBe(before);
        before.ShouldContain($"{id} uses/h.png P");
    }

    private async Task<List<string>> UsesAsync(string id) =>
        [.. (await AllAsync()).Where(use => use.StartsWith(id, StringComparison.Ordinal)).Select(use => use[(id.Length + 1)..])];

    private async Task<List<string>> AllAsync()
    {
        await using var scope = portal.Scope();
        var uses = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<MediaUse>().AsNoTracking().ToListAsync();
        return [.. uses.Select(use => $"{use.ContentItemId} {use.Path} {(use.IsLatest ? "L" : "")}{(use.IsPublished ? "P" : "")}").Order(StringComparer.Ordinal)];
    }
}
