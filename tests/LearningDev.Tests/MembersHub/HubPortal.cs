using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Content.Curation;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.MembersHub.Resources;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.MembersHub;

/// <summary>A portal into which tests put resources for members.</summary>
public class HubPortal : PortalHost
{
    /// <summary>Members of the demonstration council by what they are.</summary>
    public const string Councillor = "councillor";
    public const string CoOpteeOfScrutiny = "coopted.samuel.adeleke";
    public const string CoOpteeOfStandards = "coopted.lena.fischer";
    public const string DemocraticServices = "democratic-services";

    private const string Password = LearningDev.Web.Demonstration.DemonstrationAccount.Password;

    private readonly SemaphoreSlim givingPasswords = new(1);

    /// <summary>A browser at which somebody of the demonstration council is signed in, whether or not the sign-in page offers the account.</summary>
    public new async Task<HttpClient> SignedInAsAsync(string userName)
    {
        if (!userName.Contains('.', StringComparison.Ordinal))
        {
            return await base.SignedInAsAsync(userName);
        }

        await givingPasswords.WaitAsync();
        try
        {
            await using var scope = Scope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var person = (await users.FindByNameAsync(userName))!;
            if (!await users.HasPasswordAsync(person))
            {
                (await users.AddPasswordAsync(person, Password)).Succeeded.ShouldBeTrue();
            }
        }
        finally
        {
            givingPasswords.Release();
        }

        var client = SignedOut();
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/sign-in")).Form("/sign-in"), ("UserName", userName), ("Password", Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public new async Task<IHtmlDocument> GetDocumentAsync(string url, string userName)
    {
        using var client = await SignedInAsAsync(userName);
        return await client.GetPageAsync(url);
    }

    /// <summary>Publishes a resource, or saves a draft of it.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> AddAsync(string title, Action<HubResource>? fill = null, string body = "", bool publish = true, Action<ContentItem>? more = null)
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New(nameof(HubResource));
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<MarkdownBodyPart>(part => part.Markdown = body);
        item.Alter<HubResource>(part =>
        {
            part.Summary.Text = "A summary.";
            part.Kind.Text = "guide";
            fill?.Invoke(part);
        });
        item.Alter<CurationPart>(part => part.QualityAssurance.Text = "checked");
        more?.Invoke(item);
        var saved = publish ? await items.PublishAsync(item) : await items.SaveDraftAsync(item);
        return saved.ContentItemId;
    }

    /// <summary>Puts a file into the library.</summary>
    internal async Task AddFileAsync(string path, byte[] content, MediaWords? words = null)
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<MediaLibrary>().SaveAsync(path, content, words ?? new MediaWords(IsDecorative: true));
    }

    /// <summary>Changes an item and publishes it.</summary>
    internal async Task ChangeAsync(string id, Action<ContentItem> change)
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(id, VersionChoice.Latest))!;
        change(item);
        await items.PublishAsync(item);
    }

    internal async Task RemoveAsync(string id)
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<ContentItems>().RemoveAsync(id);
    }
}
