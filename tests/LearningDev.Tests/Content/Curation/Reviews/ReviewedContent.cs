using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Curation.Reviews;

/// <summary>Content that is to be reviewed.</summary>
internal static class ReviewedContent
{
    /// <summary>Publishes a resource.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="title">Its title.</param>
    /// <param name="owner">The user name of its owner; null for nobody.</param>
    /// <param name="days">The day of its review, counted from today; null for none.</param>
    /// <returns>Its id.</returns>
    public static async Task<string> MakeAsync(PortalHost portal, string title, string? owner, int? days)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var ownerId = owner is null ? null : await db.Users.Where(person => person.UserName == owner).Select(person => person.Id).SingleAsync();
        var source = JsonNode.Parse((await db.Set<LearningDev.Content.Items.ContentItemRow>()
            .Where(row => row.Published && row.ContentType == "LearningResource").OrderBy(row => row.Id).FirstAsync()).Json)!.AsObject();
        source["TitlePart"] = new JsonObject { ["Title"] = title };
        source.Remove("AutoroutePart");
        source["CurationPart"] = new JsonObject
        {
            ["Owner"] = new JsonObject { ["UserIds"] = ownerId is null ? [] : new JsonArray(ownerId) },
            ["Source"] = new JsonObject { ["Text"] = "A test" },
            ["QualityAssurance"] = new JsonObject { ["Text"] = "checked" },
            ["ReviewBy"] = days is null ? [] : new JsonObject
            {
                ["Value"] = (await scope.ServiceProvider.GetRequiredService<WorkingCalendar>().TodayAsync()).AddDays(days.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z",
            },
        };
        return (await portal.PublishAsync("LearningResource", source)).ContentItemId;
    }
}
