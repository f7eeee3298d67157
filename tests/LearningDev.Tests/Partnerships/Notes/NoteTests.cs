using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Notes;


[Requirement("COA-03")]
public class NoteTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/notes/new");

    [Theory]
    [InlineData("", "me", "Write the note")]
    [InlineData("Words", "", "Choose who can read the note")]
    public async Task Post_Incomplete_ShowsError(string words, string readers, string message)
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        (string, string?)[] values = readers.Length > 0 ? [("Words", words), ("For", readers)] : [("Words", words)];
        using var answer = await client.PressAsync($"/partnerships/{id}/notes/new", "Save", values);

        await answer.ShouldRefuseAsync(message);
        (await portal.ReadAsync(db => db.PartnershipNotes.CountAsync(note => note.PartnershipId == id))).ShouldBe(0);
    }

    [Fact]
    public async Task Post_ForMeOrForBoth_IsReadByThoseAlone()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var mine = await client.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", "Only mine"), ("For", "me"));
        using var ours = await client.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", "For us both"), ("For", "both"));

        mine.ShouldLeadTo($"/partnerships/{id}/notes");
        var own = (await client.GetPageAsync($"/partnerships/{id}/notes")).MainText();
        own.ShouldContain("Only mine");
        own.ShouldContain("For us both");
        using var guide = await portal.SignedInAsAsync("coach");
        var others = (await guide.GetPageAsync($"/partnerships/{id}/notes")).MainText();
        others.ShouldNotContain("Only mine");
        others.ShouldContain("For us both");
        var privateId = await portal.ReadAsync(db => db.PartnershipNotes.Where(note => note.PartnershipId == id && !note.IsShared).Select(note => note.Id).SingleAsync());
        using var peeped = await guide.GetAsync($"/partnerships/{id}/notes/{privateId}");
        peeped.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipNoteWritten)).ShouldBe(2);
    }

    [Fact]
    public async Task Post_Twice_WritesOneNote()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/notes/new")).FormWith("Save");
        using var first = await client.SubmitAsync(form, ("Words", "Once"), ("For", "me"));
        using var second = await client.SubmitAsync(form, ("Words", "Once"), ("For", "me"));

        second.ShouldLeadTo($"/partnerships/{id}/notes");
        (await portal.ReadAsync(db => db.PartnershipNotes.CountAsync(note => note.PartnershipId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_OtherHasChangedMeanwhile_ShowsBoth()
    {
        var id = await portal.ActiveAsync();
        using var learner = await portal.SignedInAsAsync("employee");
        using var written = await learner.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", "At first"), ("For", "both"));
        var url = $"/partnerships/{id}/notes/{await portal.ReadAsync(db => db.PartnershipNotes.Where(note => note.PartnershipId == id).Select(note => note.Id).SingleAsync())}";
        var form = (await learner.GetPageAsync(url)).FormWith("Save");
        using var guide = await portal.SignedInAsAsync("coach");
        using var changed = await guide.PressAsync(url, "Save", ("Words", "Changed by the guide"));
        using var answer = await learner.SubmitAsync(form, ("Words", "Changed by the walker"));

        (await answer.ShouldRefuseAsync("The note was changed since you opened this page")).MainText().ShouldContain("Changed by the guide");
        (await guide.GetPageAsync($"/partnerships/{id}/notes")).MainText().ShouldNotContain("Changed by the walker");
    }

    [Fact]
    public async Task PostDelete_ByTheAuthor_IsGoneForGoodAndByTheOtherIsNotThere()
    {
        var id = await portal.ActiveAsync();
        using var learner = await portal.SignedInAsAsync("employee");
        using var written = await learner.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", "To be deleted"), ("For", "both"));
        var note = await portal.ReadAsync(db => db.PartnershipNotes.SingleAsync(note => note.PartnershipId == id));
        (await portal.GetDocumentAsync($"/partnerships/{id}/notes/{note.Id}", "coach")).MainText().ShouldNotContain("Delete the note for good");
        await portal.EndedAsync(id);
        using var answer = await learner.PressAsync($"/partnerships/{id}/notes/{note.Id}", "Delete the note for good");

        answer.ShouldLeadTo($"/partnerships/{id}/notes");
        (await portal.ReadAsync(db => db.PartnershipNotes.AnyAsync(row => row.Id == note.Id))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.Set<LearningDev.Partnerships.Confidence.ConfidentialTextRow>().AnyAsync(row => row.Id == note.TextId))).ShouldBeFalse();
        (await portal.PartnershipAuditAsync(id)).ShouldContain(nameof(PartnershipNoteDeleted));
    }
}
