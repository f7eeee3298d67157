using LearningDev.Partnerships.Together;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
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
    public async Task Post_EndedWhileItWasWritten_IsKeptForOneselfAndRefusedForBothWithTheWords()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var before = await client.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", "Of us both"), ("For", "both"));
        var shared = await portal.ReadAsync(db => db.PartnershipNotes.Where(note => note.PartnershipId == id).Select(note => note.Id).SingleAsync());
        var form = (await client.GetPageAsync($"/partnerships/{id}/notes/new")).FormWith("Save");
        var change = (await client.GetPageAsync($"/partnerships/{id}/notes/{shared}")).FormWith("Save");
        await portal.EndedAsync(id);

        using var forBoth = await client.SubmitAsync(form, ("Words", "Too late for both"), ("For", "both"));
        (await forBoth.ShouldRefuseAsync("This has ended, so the note can be for you alone")).QuerySelector("textarea")!.TextContent.ShouldContain("Too late for both");
        using var changed = await client.SubmitAsync(change, ("Words", "Typed for nothing"));
        (await changed.ShouldRefuseAsync("This has ended, so notes of both stay as they are. Copy what you want to keep into a note for you alone")).QuerySelector("textarea")!.TextContent.ShouldContain("Typed for nothing");
        using var forMe = await client.SubmitAsync(form, ("Words", "What I take along"), ("For", "me"));
        forMe.ShouldLeadTo($"/partnerships/{id}/notes");
        (await client.GetPageAsync($"/partnerships/{id}/notes")).MainText().ShouldContain("What I take along");
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
    public async Task Post_AfterTheSessionHasEnded_IsSealedApartFromThePortalsKeysAndSentAfterwards()
    {
        var url = $"/partnerships/{await portal.ActiveAsync()}/notes/new";
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync(url)).FormWith("Save");
        portal.Clock.Advance(TimeSpan.FromDays(2));
        using var late = await client.SubmitAsync(form, ("Words", "Typed too late"), ("For", "me"));
        var goOn = (await client.GetPageAsync(late.Headers.Location!.OriginalString)).QuerySelector("[name=ReturnUrl]")!.GetAttribute("value")!;

        var id = goOn.Split('/')[^1];
        (await portal.ReadAsync(db => db.Set<KeptForm>().AsNoTracking().SingleAsync(row => row.Id == id))).IsConfidential.ShouldBeTrue();
        await client.SignInAsync("employee");
        using var sent = await client.SubmitAsync((await client.GetPageAsync(goOn)).FormWith("Send it now"));
        portal.Clock.Advance(TimeSpan.FromDays(-2));
        sent.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await client.GetPageAsync(sent.Headers.Location!.OriginalString)).MainText().ShouldContain("Typed too late");
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
