using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Html.Dom;
using Xunit.Sdk;
using HttpMethod = System.Net.Http.HttpMethod;

namespace LearningDev.TestSupport.Html;

/// <summary>
/// Opens pages and sends the forms on them as a browser without JavaScript does: every field of the real page goes with it,
/// the antiforgery token too, and a field or choice that the page does not offer cannot be sent.
/// </summary>
public static class FormSubmission
{
    /// <summary>Gets a page, following redirects, and parses it. The status must be 200.</summary>
    /// <param name="client">The client.</param>
    /// <param name="url">The page's address, relative to the client's.</param>
    /// <param name="cancellationToken">Gives up when cancelled.</param>
    /// <exception cref="XunitException">The answer was not 200; the message carries its beginning.</exception>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var response = await client.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute), cancellationToken);
        return response.IsSuccessStatusCode
            ? await response.ReadPageAsync(cancellationToken)
            : throw new XunitException($"GET {url} answered {(int)response.StatusCode}: {await BeginningAsync(response, cancellationToken)}");
    }

    /// <summary>Parses the page that a response carries, whatever its status.</summary>
    /// <param name="response">The response.</param>
    /// <param name="cancellationToken">Gives up when cancelled.</param>
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        var html = await response.Content.ReadAsStringAsync(cancellationToken);
        var address = response.RequestMessage?.RequestUri?.ToString() ?? "http://localhost/";
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(request => request.Content(html).Address(address), cancellationToken);
    }

    /// <summary>The one form of a page whose action is the given path, or the page's only form outside its header when no path is given.</summary>
    /// <param name="page">The page.</param>
    /// <param name="path">The path that the form is sent to.</param>
    /// <exception cref="XunitException">There is no such form, or more than one.</exception>
    public static IHtmlFormElement Form(this IHtmlDocument page, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var forms = path is null
            ? [.. page.Forms.Where(form => form.Closest("header") is null)]
            : page.Forms.Where(form => new Uri(new Uri(page.Url), form.Action).AbsolutePath == path).ToList();
        return forms.Count == 1
            ? forms[0]
            : throw new XunitException(
                $"{page.Url} has {forms.Count} forms{(path is null ? "" : $" for {path}")}; its forms go to: {string.Join(", ", page.Forms.Select(form => form.Action))}.");
    }

    /// <summary>
    /// Fills the form and sends it. A field keeps the value that the page gave it unless named here. For tick boxes and lists of several,
    /// name the field once for each choice: those not named are unticked; null unticks all.
    /// </summary>
    /// <param name="client">The client whose cookies go with it.</param>
    /// <param name="form">The form, from a page that this client has opened.</param>
    /// <param name="values">The fields to fill, by name.</param>
    /// <exception cref="XunitException">The page offers no such field or choice.</exception>
    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, IHtmlFormElement form, params (string Name, string? Value)[] values) =>
        client.SubmitAsync(form, null, values, []);

    /// <summary>Fills the form, presses one of its buttons and sends it, with files where it asks for them.</summary>
    /// <param name="client">The client whose cookies go with it.</param>
    /// <param name="form">The form, from a page that this client has opened.</param>
    /// <param name="button">The text on the button to press; null for the form's first.</param>
    /// <param name="values">The fields to fill, by name.</param>
    /// <param name="files">The files to choose.</param>
    /// <param name="cancellationToken">Gives up when cancelled.</param>
    /// <exception cref="XunitException">The page offers no such field, choice or button.</exception>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        IHtmlFormElement form,
        string? button,
        IReadOnlyList<(string Name, string? Value)> values,
        IReadOnlyList<FormFile> files,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(form);
        foreach (var field in values.GroupBy(value => value.Name, value => value.Value))
        {
            FormFields.Fill(form, field.Key, [.. field.OfType<string>()]);
        }

        foreach (var file in files)
        {
            FormFields.Choose(form, file);
        }

        var submission = form.GetSubmission(FormFields.Button(form, button))
            ?? throw new XunitException($"A browser would not send the form for {form.Action}.");
        using var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), new Uri(submission.Target.Href));
        if (request.Method != HttpMethod.Get)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType!);
        }

        return await client.SendAsync(request, cancellationToken);
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        const int mostCharacters = 2000;
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return text.Length > mostCharacters ? text[..mostCharacters] : text;
    }
}

/// <summary>A file that a test chooses in a form.</summary>
/// <param name="Field">The name of the form's file field.</param>
/// <param name="FileName">The file's name as the browser sends it.</param>
/// <param name="ContentType">The content type that the browser claims.</param>
/// <param name="Content">The file's bytes.</param>
public sealed record FormFile(string Field, string FileName, string ContentType, byte[] Content);
