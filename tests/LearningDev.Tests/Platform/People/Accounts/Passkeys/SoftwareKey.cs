using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.TestSupport.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.People.Accounts.Passkeys;

/// <summary>An authenticator in software (Web Authentication, level 2, section 6): it makes one passkey and signs with it.</summary>
internal sealed class SoftwareKey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string? owner;
    private uint count;

    /// <summary>False for a key that does not ask for a finger or a PIN.</summary>
    public bool Verifies { get; init; } = true;

    /// <summary>The passkey's id as addresses hold it.</summary>
    public string Id => Base64Url.EncodeToString(id);

    /// <summary>Makes the passkey that a page asks for, as the page's script does.</summary>
    public async Task<string> MakeAsync(HttpClient client)
    {
        using var options = await AskAsync(client, "/account/passkeys", "/account/passkeys/options");
        owner = options.RootElement.GetProperty("user").GetProperty("id").GetString();
        var data = ClientData("webauthn.create", options, client);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        byte[] publicKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. parameters.Q.X!, 0x22, 0x58, 0x20, .. parameters.Q.Y!];
        byte[] state = [.. State(options.RootElement.GetProperty("rp").GetProperty("id").GetString()!, HasCredential), .. new byte[16], 0, 32, .. id, .. publicKey];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)state.Length, .. state];
        return Write(new { clientDataJSON = Base64Url.EncodeToString(data), attestationObject = Base64Url.EncodeToString(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Signs the challenge that a page asks to sign.</summary>
    /// <param name="client">The browser.</param>
    /// <param name="page">A page with a button for passkeys.</param>
    public async Task<string> SignAsync(HttpClient client, string page = "/sign-in")
    {
        using var options = await AskAsync(client, page, "/sign-in/passkey-options");
        var data = ClientData("webauthn.get", options, client);
        count++;
        var state = State(options.RootElement.GetProperty("rpId").GetString()!, 0);
        var signature = key.SignData([.. state, .. SHA256.HashData(data)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Write(new
        {
            clientDataJSON = Base64Url.EncodeToString(data),
            authenticatorData = Base64Url.EncodeToString(state),
            signature = Base64Url.EncodeToString(signature),
            userHandle = owner,
        });
    }

    /// <summary>Sends an answer as the button's form does.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string credential, string page = "/sign-in", string action = "/sign-in/passkey") => await client.SubmitAsync(
        (await client.GetPageAsync(page)).Forms.Single(form => form.GetAttribute("action") == action), ("credential", credential));

    /// <summary>Adds the passkey to the account of a person, as if it had been made in a browser before.</summary>
    public async Task AddToAsync(AccountsPortal portal, Person person, string name = "Work laptop")
    {
        owner = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(person.Id));
        var parameters = key.ExportParameters(includePrivateParameters: false);
        byte[] publicKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. parameters.Q.X!, 0x22, 0x58, 0x20, .. parameters.Q.Y!];
        await portal.DoAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Person>>();
            var passkey = new UserPasskeyInfo(id, publicKey, portal.Clock.GetUtcNow(), 0, ["internal"], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], []) { Name = name };
            (await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync(person.Id))!, passkey)).OrThrow();
        });
    }

    public void Dispose() => key.Dispose();

    private static async Task<JsonDocument> AskAsync(HttpClient client, string page, string url)
    {
        var token = (await client.GetPageAsync(page)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        // As every browser does with a form.
        client.DefaultRequestHeaders.Remove("Origin");
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(url, content);
        return JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    private static byte[] ClientData(string type, JsonDocument options, HttpClient client) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = options.RootElement.GetProperty("challenge").GetString(),
        origin = client.BaseAddress!.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    });

    private byte[] State(string domain, byte flags) =>
        [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), (byte)(UserPresent | (Verifies ? UserVerified : 0) | flags), .. BitConverter.GetBytes(count).Reverse()];

    private string Write(object response) => JsonSerializer.Serialize(new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, response });
}
