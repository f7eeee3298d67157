using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Catalogue.Equality;

/// <summary>New courses, and assessments of them.</summary>
internal static class NewCourses
{
    /// <summary>The JSON of a course that lacks nothing.</summary>
    public static async Task<JsonObject> ContentAsync(PortalHost portal, string title)
    {
        await using var scope = portal.Scope();
        var content = (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync("information-governance", VersionChoice.Published))!.Content;
        content["TitlePart"] = new JsonObject { ["Title"] = title };
        content.Remove("AutoroutePart");
        return content;
    }

    /// <summary>Saves a draft of a course that lacks nothing but its assessment.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> DraftAsync(PortalHost portal, string title)
    {
        var content = await ContentAsync(portal, title);
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New("Course");
        item.Content = content;
        return (await items.SaveDraftAsync(item)).ContentItemId;
    }

    /// <summary>The answers to all required questions of an assessment.</summary>
    public static async Task<JsonObject> AnswersAsync(PortalHost portal, string courseId, string outcome = "go-ahead")
    {
        await using var scope = portal.Scope();
        var part = (await scope.ServiceProvider.GetRequiredService<ContentDefinitions>().GetAsync()).FindPart("EqualityImpactAssessment")!;
        var approver = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "hr").Select(person => person.Id).SingleAsync();
        JsonObject answers = [];
        foreach (var field in part.Fields.Where(field => field.FieldName == "TextField"))
        {
            answers[field.Name] = new JsonObject { ["Text"] = field.Name.EndsWith("Effect", StringComparison.Ordinal) ? "none" : "As we know from the staff survey." };
        }

        answers["Learning"] = new JsonObject { ["ContentItemIds"] = new JsonArray(courseId) };
        answers["Outcome"] = new JsonObject { ["Text"] = outcome };
        answers["Approver"] = new JsonObject { ["UserIds"] = new JsonArray(approver) };
        answers["ApprovedOn"] = new JsonObject { ["Value"] = "2026-01-12T00:00:00Z" };
        return answers;
    }

    /// <summary>Completes the assessment of a course.</summary>
    public static async Task AssessAsync(PortalHost portal, string courseId, string outcome = "go-ahead")
    {
        var answers = await AnswersAsync(portal, courseId, outcome);
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New("EqualityImpactAssessment");
        item.Content = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = "Assessment" }, ["EqualityImpactAssessment"] = answers };
        await items.PublishAsync(item);
    }
}
