using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Chromium's virtual authenticator (WebDriver extension of Web Authentication, level 2): a device with a finger that it asks for.</summary>
internal sealed class VirtualAuthenticator
{
    private readonly ICDPSession session;
    private readonly string id;

    private VirtualAuthenticator(ICDPSession session, string id)
    {
        this.session = session;
        this.id = id;
    }

    /// <summary>Puts the authenticator into a page's browser.</summary>
    public static async Task<VirtualAuthenticator> AddAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new VirtualAuthenticator(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether somebody touches the authenticator as soon as it asks.</summary>
    public Task TouchByItselfAsync(bool touches) => session.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object>
    {
        ["authenticatorId"] = id,
        ["enabled"] = touches,
    });
}
