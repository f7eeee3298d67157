using System.Text.Json.Nodes;
using LearningDev.Content.Editing;
using LearningDev.Content.Editing.Scheduling;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Content.Editing;

/// <summary>What editors do with an item between its first draft and its end.</summary>
internal static class ItemLives
{
    /// <summary>Changes the title through the form.</summary>
    public static async Task ChangeAsync(this HttpClient client, string id, string title, string button, string note = "")
    {
        using var answer = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), button, ("TitlePart.Title", title), ("ChangeNote", note));
        ((int)answer.StatusCode).ShouldBe(302);
    }

    /// <summary>Sends the form of a page of the item as it stands there.</summary>
    public static async Task<HttpResponseMessage> ConfirmAsync(this HttpClient client, string id, string page, params (string Name, string? Value)[] values) =>
        await client.SubmitAsync((await client.GetPageAsync($"/content/{id}/{page}")).Forms.Single(form => new Uri(form.Action).PathAndQuery == $"/content/{id}/{page}"), values);

    /// <summary>Plans a publication or archiving through the form.</summary>
    public static async Task<HttpResponseMessage> PlanAsync(this HttpClient client, string id, string what, DateTime local, string time) =>
        await client.ConfirmAsync(id, $"plan/{what}", ("Day.Day", $"{local.Day}"), ("Day.Month", $"{local.Month}"), ("Day.Year", $"{local.Year}"), ("Time", time));

    /// <summary>Runs a job as the schedule does.</summary>
    public static async Task<string> RunJobAsync(this PortalHost portal, string name)
    {
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(name, CancellationToken.None)).ShouldBe(JobOutcome.Done);
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobRun>().Where(run => run.Job == name).OrderByDescending(run => run.Id)
            .Select(run => run.Said).FirstAsync();
    }

    /// <summary>What is planned for an item.</summary>
    public static async Task<IReadOnlyList<PlannedChange>> PlansAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PlannedChanges>().OfAsync(id);
    }

    /// <summary>Plans a change as the portal itself.</summary>
    public static async Task PlanAsync(this PortalHost portal, ContentItem item, PlannedAction action, DateTime dueUtc)
    {
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PlannedChanges>().PlanAsync(item, action, dueUtc, "", 0, CancellationToken.None)).ShouldBeTrue();
    }

    /// <summary>Saves a draft as the portal itself.</summary>
    public static async Task<ContentItem> DraftAsync(this PortalHost portal, string type, JsonObject content)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New(type);
        item.Content = content;
        return await items.SaveDraftAsync(item);
    }

    /// <summary>Says when editors must give a reason.</summary>
    public static async Task AskForNotesAsync(this PortalHost portal, NoteRule rule)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new ContentLifeSettings { Note = rule });
    }

    /// <summary>Lets coaches write drafts, but not publish.</summary>
    public static async Task LetCoachesWriteAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync("Coach", null, ["EditContent"], PermissionBehavior.Add);
    }

    /// <summary>A provider's parts.</summary>
    public static JsonObject Provider(string title, string about = "") => new()
    {
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["Provider"] = new JsonObject { ["About"] = new JsonObject { ["Markdown"] = about } },
    };
}
