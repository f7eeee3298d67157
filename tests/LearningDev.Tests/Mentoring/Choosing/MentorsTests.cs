using System.Net;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Choosing;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Choosing;

[Requirement("MEN-01")]
public class MentorsTests(MentoringPortal portal) : IClassFixture<MentoringPortal>
{
    private const string Url = $"/mentoring/programmes/{MentoringPortal.OpenSlug}/mentors";

    [Fact]
    public async Task Get_CohortOrNothing_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var slug in (string[])["nothing", MentoringPortal.CohortSlug])
        {
            using var answer = await client.GetAsync($"/mentoring/programmes/{slug}/mentors");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var councillor = await portal.SignedInAsAsync("councillor");
        using var refused = await councillor.GetAsync(Url);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_HasNotAsked_SaysTheNextStepAndShowsNobody()
    {
        var page = await portal.GetDocumentAsync(Url, "administrator");
        page.MainText().ShouldContain("Ask for a mentor first");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Get_Waits_RanksMentorsWithReasonsAndLeavesOutOnesLine()
    {
        // The manager offers too, but is in the employee's own line of management.
        await portal.MentorAsync("manager", "career");
        await portal.JoinedAsync("employee", MentoringPortal.OpenSlug, "mentee", ("MentoringProfile.Days", "tuesday"));
        var page = await portal.GetDocumentAsync(Url);
        var names = page.QuerySelectorAll(".govuk-checkboxes__label").Select(label => label.TextContent.Trim()).ToList();
        names[0].ShouldBe("Callum Reid");
        names.ShouldNotContain("Priya Raman");
        page.MainText().ShouldContain("Both named Confidence; Both free on Tuesday; Callum Reid is");
        await portal.ReadAsync(db => db.MentoringProfiles.Where(row => row.PersonName == "Sam Whitfield").ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ProfileState.Withdrawn)));
    }

    [Fact]
    public async Task Post_NobodyOrTooMany_ShowsError()
    {
        await portal.MentorAsync("callum.reid", "");
        await portal.MentorAsync("gareth.pugh", "career");
        await portal.JoinedAsync("coach", MentoringPortal.OpenSlug, "mentee");
        using var client = await portal.SignedInAsAsync("coach");
        var page = await client.GetPageAsync(Url);
        using var nobody = await client.SubmitAsync(page.FormWith("Ask"));
        (await nobody.ReadPageAsync()).Errors().ShouldContain("Select at least one mentor");
        var all = page.QuerySelectorAll("input[name=Mentors]").Select(box => ("Mentors", (string?)box.GetAttribute("value"))).ToArray();
        all.Length.ShouldBeGreaterThan(3);
        using var many = await client.SubmitAsync((await client.GetPageAsync(Url)).FormWith("Ask"), all);
        (await many.ReadPageAsync()).Errors().ShouldContain("more mentors than you can ask at once");
        (await portal.ReadAsync(db => db.MentoringAsks.AnyAsync())).ShouldBeFalse();

        using var two = await client.SubmitAsync((await client.GetPageAsync(Url)).FormWith("Ask"), all[..2]);
        two.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(Url)).Banner().ShouldBe("The mentors are asked");
        (await portal.ReadAsync(db => db.MentoringAsks.CountAsync(ask => ask.State == AskState.Asked))).ShouldBe(2);
        (await portal.AuditAsync(MentoringPortal.Open))[^1].ShouldBe(nameof(MentorsAsked));
        await portal.ReadAsync(db => db.MentoringAsks.ExecuteDeleteAsync());
    }
}

/// <summary>Brings people into the programme that is open all year.</summary>
internal static class OpenProgramme
{
    /// <summary>Has somebody offer to be a mentor, who needs no training; somebody who does already is left as they are.</summary>
    public static async Task MentorAsync(this PortalHost portal, string userName, string theme)
    {
        var id = await portal.PersonIdAsync(userName);
        if (theme.Length == 0 || await portal.ReadAsync(db => db.MentoringProfiles.AnyAsync(row => row.ProgrammeId == MentoringPortal.Open && row.PersonId == id)))
        {
            return;
        }

        await portal.DoAsync(async services =>
        {
            var items = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LearningDev.Content.Items.ContentItems>(services);
            var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LearningDev.Platform.Data.PortalDb>(services);
            var person = await db.Users.SingleAsync(one => one.Id == id);
            var item = items.New(LearningDev.Mentoring.Profiles.MentoringProfile.Type);
            item.Alter<LearningDev.Content.Items.TitlePart>(part => part.Title = "A mentor");
            item.Alter<LearningDev.Mentoring.Profiles.MentoringProfile>(part =>
            {
                part.Themes.TaxonomyContentItemId = "development-themes";
                part.Themes.TermContentItemIds = [$"theme-{theme}"];
                part.About.Text = "I know how it goes.";
                part.Capacity.Value = 1;
            });
            await items.SaveDraftAsync(item);
            db.Add(new ProfileRow
            {
                Id = item.ContentItemId,
                ProgrammeId = MentoringPortal.Open,
                PersonId = id,
                PersonName = person.FullName,
                Role = MentoringRole.Mentor,
                State = ProfileState.Waiting,
                Capacity = 1,
                CreatedUtc = new DateTime(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc),
                SentUtc = new DateTime(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc),
            });
            await db.SaveChangesAsync();
        });
    }
}
