using System.Globalization;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Tests.Platform.People.Accounts.Passkeys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts;

/// <summary>Nothing with which somebody could sign in stands in the database as it is.</summary>
[Requirement("ADM-02")]
public class SecretsAtRestTests(SecretsAtRestTests.MailPortal portal) : IClassFixture<SecretsAtRestTests.MailPortal>
{
    private const string NewPassword = "nine herons over slate";
    private const string TypedAsName = "plum-harbour-typed-as-name";

    [Fact]
    public async Task Dump_AfterEverySecretWasUsed_HoldsNoneInTheClear()
    {
        var person = await portal.AddAsync("secrets.kept");
        using var client = await portal.SignedInWithPasswordAsync("secrets.kept");
        using var passkey = new SoftwareKey();
        var credential = await passkey.MakeAsync(client);
        using var added = await client.SubmitAsync((await client.GetPageAsync("/account/passkeys")).Form("/account/passkeys"), ("credential", credential), ("Name", "Work laptop"));
        var setUp = await client.GetPageAsync("/account/authenticator");
        var key = setUp.QuerySelector(".app-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var set = await client.SubmitAsync(setUp.Form("/account/authenticator"), ("Code", portal.CodeOf(key)));
        using var made = await client.SubmitAsync((await client.GetPageAsync("/account/recovery-codes")).Form("/account/recovery-codes"));
        var codes = (await client.GetPageAsync(made.Headers.Location!.OriginalString)).QuerySelectorAll("li.app-code").Select(code => code.TextContent.Trim()).ToList();
        codes.ShouldNotBeEmpty();
        using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), TypedAsName);
        using var stranger = portal.SignedOut();
        using var asked = await stranger.SubmitAsync((await stranger.GetPageAsync("/sign-in/forgotten")).Form("/sign-in/forgotten"), ("Name", "secrets.kept"));
        var letter = (await portal.LettersAsync(person)).Last(one => one.Text.Contains("token=", StringComparison.Ordinal));
        var link = new Uri(letter.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim());
        var token = Uri.UnescapeDataString(link.Query.Split("token=")[1].Split('&')[0]);

        Dictionary<string, string> secrets = new()
        {
            ["the password"] = AccountsPortal.Password,
            ["what was typed as the name"] = TypedAsName,
            ["the token of the link"] = token,
            ["the mail server's password"] = MailPortal.MailPassword,
            ["the key of the authenticator app"] = key,
        };
        foreach (var (code, number) in codes.Select((code, number) => (code, number)))
        {
            secrets[$"recovery code {number}"] = code;
            secrets[$"recovery code {number} without what stands between"] = string.Concat(code.Where(char.IsLetterOrDigit));
        }

        await ShouldHoldNoneAsync(secrets);
        using var reset = await stranger.SubmitAsync((await stranger.GetPageAsync(link.PathAndQuery)).Form("/sign-in/reset"), ("Password", NewPassword));
        await ShouldHoldNoneAsync(new Dictionary<string, string>(secrets) { ["the new password"] = NewPassword });
    }

    private async Task ShouldHoldNoneAsync(Dictionary<string, string> secrets)
    {
        var dump = await DumpAsync();
        dump.Count.ShouldBeGreaterThan(1000);
        // Proves that the dump would show them.
        dump.ShouldContain(cell => cell.Place == "people_person.user_name" && cell.Text == "secrets.kept");
        secrets.SelectMany(secret => dump.Where(cell => cell.Text.Contains(secret.Value, StringComparison.OrdinalIgnoreCase)).Select(cell => $"{secret.Key} in {cell.Place}")).ShouldBeEmpty();
    }

    /// <summary>Every value of every table: bytes as text, as base 64 and in hexadecimal.</summary>
    private async Task<List<(string Place, string Text)>> DumpAsync()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.OpenConnectionAsync();
        List<string> tables = [];
        await using (var names = db.Database.GetDbConnection().CreateCommand())
        {
            names.CommandText = db.IsSqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_text%' ESCAPE '\\'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
            await using var reader = await names.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        tables.ShouldContain("people_authenticator");
        List<(string, string)> cells = [];
        foreach (var table in tables)
        {
            await using var rows = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the database's own.
            rows.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var place = 0; place < reader.FieldCount; place++)
                {
                    cells.AddRange(TextsOf(reader.GetValue(place)).Select(text => ($"{table}.{reader.GetName(place)}", text)));
                }
            }
        }

        return cells;
    }

    private static IEnumerable<string> TextsOf(object value) => value switch
    {
        DBNull => [],
        byte[] bytes => [Encoding.UTF8.GetString(bytes), Convert.ToBase64String(bytes), Convert.ToHexString(bytes)],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };

    /// <summary>A portal that sends its letters through a mail server with a password.</summary>
    public sealed class MailPortal : AccountsPortal
    {
        public const string MailPassword = "mail-server-secret-4711";

        protected override void Configuration(IDictionary<string, string?> settings)
        {
            base.Configuration(settings);
            settings["Email:Smtp:Host"] = "127.0.0.1";
            settings["Email:Smtp:UserName"] = "portal";
            settings["Email:Smtp:Password"] = MailPassword;
            settings["Email:From"] = "learning@northbourne.example";
        }
    }
}
