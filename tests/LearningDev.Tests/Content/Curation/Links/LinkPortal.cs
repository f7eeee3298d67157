using System.Text.Json.Nodes;
using LearningDev.Content.Curation.Links;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Curation.Links;

/// <summary>A portal that may ask a website of the test's own, and whose other links are not due.</summary>
public sealed class LinkPortal : PortalHost
{
    private TestSite? site;

    /// <summary>What the website answers, by path; what is not named is there.</summary>
    public Dictionary<string, Action<HttpResponse>> Answers { get; } = [];

    internal TestSite Site => site!;

    public override async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(context =>
        {
            if (Answers.TryGetValue(context.Request.Path, out var answer))
            {
                answer(context.Response);
            }
        });
        await base.InitializeAsync();
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var never = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await db.Links.ExecuteUpdateAsync(link => link.SetProperty(row => row.NextUtc, never).SetProperty(row => row.State, LinkState.Working));
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new LinkSettings { PauseSeconds = 0, TimeoutSeconds = 20 });
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await site!.DisposeAsync();
    }

    /// <summary>Publishes a provider whose website and text lead to addresses.</summary>
    public async Task<string> PublishAsync(string title, string website, string about = "") => (await this.PublishAsync("Provider", new JsonObject
    {
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["Provider"] = new JsonObject { ["Website"] = new JsonObject { ["Url"] = website, ["Text"] = "" }, ["About"] = new JsonObject { ["Markdown"] = about } },
    })).ContentItemId;

    /// <summary>Runs the job once.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> CheckAsync()
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<LinkCheckJob>().RunAsync(CancellationToken.None);
    }

    internal async Task<LinkRow?> LinkAsync(string path)
    {
        var id = Identifiers.From(Site.Url(path));
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Links.AsNoTracking().SingleOrDefaultAsync(link => link.Id == id);
    }

    protected override void Configuration(IDictionary<string, string?> settings) => settings["Links:TrustedEndpoints:0"] = Site.Endpoint;
}
