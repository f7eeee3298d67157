using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Equality;

[Requirement("CAT-09")]
public class AssessTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/content/managing-stress/assessment", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("no-such-item")]
    [InlineData("topics")]
    public async Task Get_WhatIsNoLearning_IsNotFound(string id)
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var answer = await client.GetAsync(new Uri($"/content/{id}/assessment", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_CourseThatWasPublishedBefore_NeedsNone()
    {
        using var client = await portal.SignedInAsAsync("editor");
        (await client.GetPageAsync("/content/managing-stress/assessment")).QuerySelector("main")!.TextContent.ShouldContain("can be published without an assessment");
        (await client.GetPageAsync("/content/managing-stress")).QuerySelector("#assessment").ShouldBeNull();
    }

    [Fact]
    public async Task Publish_NewCourseWithoutAssessment_IsRefusedAndLosesNothing()
    {
        var id = await NewCourses.DraftAsync(portal, "Refused by the gate");
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"/content/{id}");
        page.QuerySelector("#assessment")!.ParentElement!.TextContent.ShouldContain("Not started");

        using var answer = await client.PressAsync(page.ItemForm(), EditorPages.Publish, ("LearningPart.Summary", "Typed just now"));

        var shown = await answer.ReadPageAsync();
        shown.Errors().ShouldBe(["Start and complete the equality impact assessment before you publish. It has not been started"]);
        shown.ValueOf("LearningPart.Summary").ShouldBe("Typed just now");
        (await portal.PublishedAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Post_Start_MakesOneDraftThatLeadsBack()
    {
        var id = await NewCourses.DraftAsync(portal, "To be assessed");
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"/content/{id}/assessment")).Form($"/content/{id}/assessment");

        using var first = await client.SubmitAsync(form);
        using var second = await client.SubmitAsync(form);

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        var assessment = await client.GetPageAsync(first.Headers.Location!.OriginalString);
        assessment.QuerySelector("#assessed")!.ParentElement!.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/content/{id}");
        (await portal.EventsAsync(first.Headers.Location!.OriginalString.Split('/')[^1])).ShouldBe(["ContentDraftSaved"]);
        var state = await client.GetPageAsync($"/content/{id}/assessment");
        state.QuerySelectorAll("main ul.govuk-list--bullet li").Select(item => item.TextContent).ShouldContain("Select age: effect");
        (await client.GetPageAsync($"/content/{id}")).QuerySelector("#assessment")!.ParentElement!.TextContent.ShouldContain("Not complete");
    }

    [Fact]
    public async Task Publish_NewCourseWhoseAssessmentIsComplete_IsPublished()
    {
        var id = await NewCourses.DraftAsync(portal, "Assessed and published");
        await NewCourses.AssessAsync(portal, id);
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.Publish);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PublishedAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Publish_AfterUnpublishing_NeedsNoNewAssessment()
    {
        var id = await NewCourses.DraftAsync(portal, "Off and on again");
        await NewCourses.AssessAsync(portal, id);
        await using (var before = portal.Scope())
        {
            var published = before.ServiceProvider.GetRequiredService<ContentItems>();
            await published.PublishAsync((await published.FindAsync(id, VersionChoice.Latest))!);
            await published.UnpublishAsync(id);
        }

        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        await items.RemoveAsync((await scope.ServiceProvider.GetRequiredService<LearningDev.Catalogue.Equality.Assessments>()
            .StateAsync((await items.FindAsync(id, VersionChoice.Latest))!, default)).AssessmentId!);

        await items.PublishAsync((await items.FindAsync(id, VersionChoice.Latest))!);

        (await portal.PublishedAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Publish_OutcomeIsThatItDoesNotGoAhead_IsRefused()
    {
        var id = await NewCourses.DraftAsync(portal, "Stopped");
        await NewCourses.AssessAsync(portal, id, outcome: "stopped");

        (await RefusalAsync(id)).ShouldContain("does not go ahead");
    }

    [Fact]
    public async Task Publish_AssessmentIsUnpublishedAgain_IsRefused()
    {
        var id = await NewCourses.DraftAsync(portal, "Assessment withdrawn");
        await NewCourses.AssessAsync(portal, id);
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var state = await scope.ServiceProvider.GetRequiredService<LearningDev.Catalogue.Equality.Assessments>()
                .StateAsync((await items.FindAsync(id, VersionChoice.Latest))!, default);
            await items.UnpublishAsync(state.AssessmentId!);
        }

        (await RefusalAsync(id)).ShouldBe("Publish the equality impact assessment first. All its questions are answered");
    }

    [Fact]
    public async Task PublishAll_NewCourses_IsRefusedForAll()
    {
        var content = await NewCourses.ContentAsync(portal, "One of many");
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var course = items.New("Course");
        course.Content = content;
        var provider = items.New("Provider");
        provider.Content = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = "Beside it" } };

        await Should.ThrowAsync<ContentInvalidException>(() => items.PublishAllAsync([provider, course]));

        (await portal.PublishedAsync(provider.ContentItemId)).ShouldBeNull();
    }

    [Theory]
    [InlineData("AgeEffect", "negative", "AgeAction", "", "Fill in “Age: what is done about it”, because the effect is negative")]
    [InlineData("AgeEffect", "positive", "AgeEvidence", "", "Fill in “Age: evidence”, because there is or may be an effect")]
    [InlineData("SexEffect", "unknown", "SexEvidence", " ", "Fill in “Sex: evidence”, because there is or may be an effect")]
    [InlineData("AgeEffect", "none", "Evidence", "", "Enter what all these answers rest on")]
    [InlineData("Outcome", "justified", "OutcomeReasons", " ", "Enter the reasons for this outcome")]
    public async Task PublishAssessment_AnswerWithoutItsWords_IsRefused(string field, string value, string lacking, string words, string message)
    {
        var id = await NewCourses.DraftAsync(portal, $"Lacks {lacking}");
        var answers = await NewCourses.AnswersAsync(portal, id);
        answers[field]!["Text"] = value;
        answers[lacking]!["Text"] = words;
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var assessment = items.New("EqualityImpactAssessment");
        assessment.Content = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = "Lacks something" }, ["EqualityImpactAssessment"] = answers };

        var refused = await Should.ThrowAsync<ContentInvalidException>(() => items.PublishAsync(assessment));

        refused.Errors.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public async Task PublishAssessment_NoEffectAtAll_NeedsNoWordsForEachCharacteristicAndNoDay()
    {
        var id = await NewCourses.DraftAsync(portal, "No effect at all");
        var answers = await NewCourses.AnswersAsync(portal, id);
        foreach (var name in answers.Select(answer => answer.Key).Where(name => name == "ApprovedOn" || (name.EndsWith("Evidence", StringComparison.Ordinal) && name != "Evidence")).ToList())
        {
            answers.Remove(name);
        }

        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var assessment = items.New("EqualityImpactAssessment");
        assessment.Content = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = "No effect at all" }, ["EqualityImpactAssessment"] = answers };

        await items.PublishAsync(assessment);

        (await portal.PublishedAsync(assessment.ContentItemId)).ShouldNotBeNull();
    }

    private async Task<string> RefusalAsync(string id)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var course = (await items.FindAsync(id, VersionChoice.Latest))!;
        return (await Should.ThrowAsync<ContentInvalidException>(() => items.PublishAsync(course))).Errors.ShouldHaveSingleItem().Message;
    }
}
