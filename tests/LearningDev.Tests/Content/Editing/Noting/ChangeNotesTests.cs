using LearningDev.Content.Editing;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Noting;

[Requirement("CMS-01")]
public class ChangeNotesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(NoteRule.Optional, EditorPages.Publish, false)]
    [InlineData(NoteRule.WhenPublishing, EditorPages.SaveDraft, false)]
    [InlineData(NoteRule.WhenPublishing, EditorPages.Publish, true)]
    [InlineData(NoteRule.Always, EditorPages.SaveDraft, true)]
    public async Task Post_WithoutANote_IsRefusedWhenTheSettingsSaySo(NoteRule rule, string button, bool isRefused)
    {
        await portal.AskForNotesAsync(rule);
        using var client = await portal.SignedInAsAsync("editor");
        var item = await portal.PublishAsync("Provider", ItemLives.Provider($"Noted {rule} {button}"));
        var form = (await client.GetPageAsync($"/content/{item.ContentItemId}")).ItemForm();

        using var answer = await client.PressAsync(form, button, ("TitlePart.Title", "Noted anew"));

        ((int)answer.StatusCode).ShouldBe(isRefused ? 200 : 302);
        if (isRefused)
        {
            var page = await answer.ReadPageAsync();
            page.ErrorBeside("ChangeNote").ShouldBe("Enter a note of the change: what you changed, and why");
            page.ValueOf("TitlePart.Title").ShouldBe("Noted anew");
        }

        await portal.AskForNotesAsync(NoteRule.Optional);
    }

    [Fact]
    public async Task Post_Note_IsInTheHistoryAndInTheAudit()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("With a reason");
        await client.ChangeAsync(id, "With a better reason", EditorPages.Publish, "The law has changed");

        (await portal.PublishedAsync(id))!.Note.ShouldBe("The law has changed");
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.SingleAsync(row => row.SubjectId == id && row.Event == "ContentPublished"))
            .Reason.ShouldBe("The law has changed");
    }

    [Fact]
    public async Task Post_NoteTooLong_ShowsErrorAndKeepsIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Long reason");
        var note = new string('n', 501);

        using var answer = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft, ("ChangeNote", note));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("ChangeNote").ShouldBe("Note of the change must be 500 characters or fewer");
        page.ValueOf("ChangeNote").Trim().ShouldBe(note);
    }
}
