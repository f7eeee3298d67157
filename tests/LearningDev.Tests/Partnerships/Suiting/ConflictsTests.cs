using AngleSharp.Html.Dom;
using LearningDev.Partnerships.Suiting;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Suiting;

[Requirement("COA-02")]
public class ConflictsTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private const string Url = "/partnerships/conflicts";

    [Fact]
    public async Task Get_NotSignedIn_AsksToSignIn()
    {
        using var stranger = portal.SignedOut();
        using var answer = await stranger.GetAsync(Url);
        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_TooFewLetters_ShowsError() => (await portal.GetDocumentAsync($"{Url}?q=a")).Errors().ShouldContain("Type at least 2 letters");

    [Fact]
    public async Task Post_Somebody_IsSeenByTheDeclarerAloneAndTheAuditHasNoName()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"{Url}?q=gareth", "Put on my list: Gareth Pugh");
        using var twice = await client.PressAsync($"{Url}?q=gareth", "Put on my list: Gareth Pugh");

        answer.ShouldLeadTo(Url);
        (await client.GetPageAsync(Url)).MainText().ShouldContain("Gareth Pugh");
        foreach (var person in new[] { "administrator", "hr", "manager" })
        {
            (await portal.GetDocumentAsync(Url, person)).MainText().ShouldNotContain("Gareth Pugh");
        }

        var (me, other) = (await portal.PersonIdAsync("employee"), await portal.PersonIdAsync("gareth.pugh"));
        (await portal.ReadAsync(db => db.PartnershipConflicts.CountAsync(row => row.DeclaredById == me && row.OtherId == other))).ShouldBe(1);
        var audit = await portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectKind == "PartnershipConflict").ToListAsync());
        audit.ShouldHaveSingleItem().Event.ShouldBe(nameof(PartnershipConflictDeclared));
        $"{audit[0].Data}{audit[0].Summary}{audit[0].SubjectName}{audit[0].SubjectId}".ShouldNotContain(other);
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Data.Contains(other) && row.PersonId == me))).ShouldBeFalse();

        var page = await client.GetPageAsync(Url);
        using var off = await client.SubmitAsync(page.FormWith("Take off my list: Gareth Pugh"));
        off.ShouldLeadTo(Url);
        (await client.GetPageAsync(Url)).MainText().ShouldContain("Nobody.");
    }

    [Fact]
    public async Task Post_NobodyOrOneself_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var other in new[] { "nobody", await portal.PersonIdAsync("employee") })
        {
            var form = (await client.GetPageAsync($"{Url}?q=owen")).FormWith("Put on my list: Owen Pritchard");
            ((IHtmlInputElement)form.QuerySelector("input[name=other]")!).Value = other;
            using var answer = await client.SubmitAsync(form);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }
    }
}
