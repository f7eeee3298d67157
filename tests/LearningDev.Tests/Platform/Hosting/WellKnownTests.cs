using System.Net;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

public class WellKnownTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string SecurityText = "/.well-known/security.txt";

    [Fact]
    public async Task Robots_Anybody_AreKeptOut()
    {
        using var client = portal.SignedOut();

        (await client.GetStringAsync("/robots.txt")).ShouldBe("User-agent: *\nDisallow: /\n");
    }

    [Fact]
    public async Task ChangePassword_PasswordManager_IsLedToTheAccount()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync("/.well-known/change-password");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/account/password");
    }

    [Theory]
    [InlineData("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200")]
    [InlineData("/.well-known/acme-challenge/anything")]
    public async Task WellKnown_Other_IsNotFoundRatherThanAskingToSignIn(string url)
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the front desk")]
    [InlineData("javascript:alert(1)")]
    public async Task SecurityText_NoUsableContact_IsNotFound(string contact)
    {
        await SaveAsync(new SecuritySettings { Contact = contact });
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(SecurityText);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("security@council.example", "mailto:security@council.example")]
    [InlineData("mailto:security@council.example", "mailto:security@council.example")]
    [InlineData("https://council.example/report", "https://council.example/report")]
    [InlineData("tel:+441234567890", "tel:+441234567890")]
    public async Task SecurityText_Contact_StandsThereWithADateThatIsNotFar(string contact, string expected)
    {
        await SaveAsync(new SecuritySettings { Contact = contact, Policy = "https://council.example/rules" });
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(SecurityText);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe($"Contact: {expected}");
        var expires = DateTime.Parse(lines[1]["Expires: ".Length..], null, System.Globalization.DateTimeStyles.AdjustToUniversal);
        expires.ShouldBeInRange(DateTime.UtcNow.AddDays(170), DateTime.UtcNow.AddYears(1));
        lines[2].ShouldBe("Preferred-Languages: en");
        lines[3].ShouldBe("Policy: https://council.example/rules");
    }

    [Fact]
    public async Task SecurityText_LineBreakInTheSetting_AddsNoLine()
    {
        await SaveAsync(new SecuritySettings { Contact = "https://council.example/\nHiring: https://elsewhere.example/" });
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(SecurityText);

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("\nHiring:");
    }

    private async Task SaveAsync(SecuritySettings security)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(security);
    }
}
