using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub;

/// <summary>The demonstration council on Monday 30 November 2026, at noon.</summary>
public class MembersPortal : PortalHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());
    }
}

/// <summary>The classes that change members one by one share a portal, each with members of its own.</summary>
[CollectionDefinition(Name)]
public sealed class MembersCollection : ICollectionFixture<MembersPortal>
{
    public const string Name = "Members";
}

/// <summary>What tests of members' pages do, and look at afterwards.</summary>
internal static class MemberPages
{
    public const string Officer = "democratic-services";

    public static readonly DateOnly Today = new(2026, 11, 30);

    public static (string, string?)[] Date(string name, DateOnly? day) => [($"{name}.Day", $"{day?.Day}"), ($"{name}.Month", $"{day?.Month}"), ($"{name}.Year", $"{day?.Year}")];

    /// <summary>Opens a page as Democratic Services, and sends its form.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string url, string button, params (string, string?)[] values) =>
        await client.SubmitAsync((await client.GetPageAsync(url)).FormWith(button), button, values, []);

    public static Task<List<OfficeRow>> OfficesAsync(this PortalHost portal, string personId) =>
        portal.ReadAsync(db => db.MemberOffices.AsNoTracking().Where(row => row.PersonId == personId).OrderBy(row => row.From).ThenBy(row => row.Id).ToListAsync());

    public static Task<List<TermRow>> TermsAsync(this PortalHost portal, string personId) =>
        portal.ReadAsync(db => db.MemberTerms.AsNoTracking().Where(row => row.PersonId == personId).OrderBy(row => row.From).ToListAsync());

    public static Task<List<string>> RolesAsync(this PortalHost portal, string personId) =>
        portal.ReadAsync(db => db.UserRoles.Where(row => row.UserId == personId).Join(db.Roles, row => row.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync());

    /// <summary>What the audit says of a member, the oldest first.</summary>
    public static Task<List<string>> MemberAuditAsync(this PortalHost portal, string personId) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectKind == "Member" && row.SubjectId == personId).OrderBy(row => row.Id).Select(row => row.Summary).ToListAsync());

    public static string ErrorText(this IHtmlDocument page) => page.QuerySelector(".govuk-error-summary")?.TextContent ?? "";

    public static string Words(this IHtmlDocument page) => string.Join(
        ' ', page.QuerySelector("main")!.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Asks for addresses as people who may not see them.</summary>
    public static async Task ShouldBeForbiddenAsync(this PortalHost portal, string person, params string[] urls)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in urls)
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    public static async Task ShouldNotBeThereAsync(this PortalHost portal, string person, params string[] urls)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in urls)
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }
}
