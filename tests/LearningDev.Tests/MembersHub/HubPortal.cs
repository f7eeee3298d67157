using LearningDev.Content.Curation;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.MembersHub.Resources;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.MembersHub;

/// <summary>A portal into which tests put resources for members.</summary>
public class HubPortal : PortalHost
{
    /// <summary>Members of the demonstration council by what they are.</summary>
    public const string Councillor = "councillor";
    public const string CoOpteeOfScrutiny = "coopted.samuel.adeleke";
    public const string CoOpteeOfStandards = "coopted.lena.fischer";
    public const string DemocraticServices = "democratic-services";

    /// <summary>Publishes a resource, or saves a draft of it.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> AddAsync(string title, Action<HubResource>? fill = null, string body = "", bool publish = true, Action<ContentItem>? more = null)
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New(nameof(HubResource));
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<MarkdownBodyPart>(part => part.Markdown = body);
        item.Alter<HubResource>(part =>
        {
            part.Summary.Text = "A summary.";
            part.Kind.Text = "guide";
            fill?.Invoke(part);
        });
        item.Alter<CurationPart>(part => part.QualityAssurance.Text = "checked");
        more?.Invoke(item);
        var saved = publish ? await items.PublishAsync(item) : await items.SaveDraftAsync(item);
        return saved.ContentItemId;
    }

    /// <summary>Puts a file into the library.</summary>
    internal async Task AddFileAsync(string path, byte[] content, MediaWords? words = null)
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<MediaLibrary>().SaveAsync(path, content, words ?? new MediaWords(IsDecorative: true));
    }

    /// <summary>Changes an item and publishes it.</summary>
    internal async Task ChangeAsync(string id, Action<ContentItem> change)
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(id, VersionChoice.Latest))!;
        change(item);
        await items.PublishAsync(item);
    }

    internal async Task RemoveAsync(string id)
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<ContentItems>().RemoveAsync(id);
    }
}
