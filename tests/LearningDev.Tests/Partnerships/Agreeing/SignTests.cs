using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Agreeing;


[Requirement("COA-02")]
public class SignTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.BegunAsync()}/sign");

    [Fact]
    public async Task Get_ToSign_ShowsAgreementTermsAndLimitsOfConfidence()
    {
        var id = await portal.BegunAsync(PartnershipsPages.Terms with { MostHours = 6.5m, EndsOn = new DateOnly(2027, 6, 30) });
        var page = await portal.GetDocumentAsync($"/partnerships/{id}/sign");

        page.QuerySelector(".app-prose strong")!.TextContent.ShouldBe("as agreed");
        page.MainText().ShouldContain("Up to 6 hours 30 minutes in all");
        page.MainText().ShouldContain("Until 30 June 2027");
        page.MainText().ShouldContain("at risk of harm");
    }

    [Fact]
    public async Task Post_NotTicked_ShowsErrorAndSignsNothing()
    {
        var id = await portal.BegunAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/sign", "Sign the agreement");

        await answer.ShouldRefuseAsync("Tick the box to sign the agreement");
        (await portal.PartnershipAsync(id)).LearnerSignedUtc.ShouldBeNull();
    }

    [Fact]
    public async Task Post_ByBoth_LetsThemBegin()
    {
        var id = await portal.BegunAsync();
        foreach (var person in new[] { "employee", "coach" })
        {
            using var client = await portal.SignedInAsAsync(person);
            using var answer = await client.PressAsync($"/partnerships/{id}/sign", "Sign the agreement", ("Agreed", "true"));
            answer.ShouldLeadTo($"/partnerships/{id}");
        }

        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Active);
        (await portal.PartnershipAuditAsync(id)).ShouldBe([nameof(PartnershipBegan), nameof(PartnershipSigned), nameof(PartnershipSigned), nameof(PartnershipAgreed)]);
        (await portal.ToldAsync("coach")).ShouldContain(line => line.Contains("everybody has signed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_OnceMoreFromAnotherTab_IsToldKindly()
    {
        var id = await portal.BegunAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/sign")).FormWith("Sign the agreement");
        using var first = await client.SubmitAsync(form, "Sign the agreement", [("Agreed", "true")], []);
        using var again = await client.SubmitAsync(form, "Sign the agreement", [("Agreed", "true")], []);

        again.ShouldLeadTo($"/partnerships/{id}");
        (await client.GetPageAsync($"/partnerships/{id}")).Banner().ShouldBe("There is nothing for you to sign any more");
        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipSigned)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_BothAtOnce_BeginsOnce()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await portal.BegunAsync();
            using var guide = await portal.SignedInAsAsync("coach");
            using var learner = await portal.SignedInAsAsync("employee");
            var forms = new[] { (guide, (await guide.GetPageAsync($"/partnerships/{id}/sign")).FormWith("Sign the agreement")), (learner, (await learner.GetPageAsync($"/partnerships/{id}/sign")).FormWith("Sign the agreement")) };
            var answers = await Task.WhenAll(forms.Select(one => one.Item1.SubmitAsync(one.Item2, "Sign the agreement", [("Agreed", "true")], [])));
            foreach (var answer in answers)
            {
                answer.ShouldLeadTo($"/partnerships/{id}");
                answer.Dispose();
            }

            (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Active);
            (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipAgreed)).ShouldBe(1);
        }
    }
}
