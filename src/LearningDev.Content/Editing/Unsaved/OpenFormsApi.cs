using System.Text.RegularExpressions;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>What the script of an editor's form tells the portal while the form is open, and the button that throws unsaved work away.</summary>
internal static partial class OpenFormsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").RequireAuthorization(new RequiresPermissionAttribute(ContentModule.EditContent.Name)).DisableAntiforgery();
        api.MapPost($"{UnsavedLinks.Api}/{{id}}", KeepAsync);
        api.MapPost($"{UnsavedLinks.Api}/{{id}}/here", HearAsync).WithMetadata(new SentByItselfAttribute());
        api.MapPost($"{UnsavedLinks.Api}/{{id}}/closed", CloseAsync).WithMetadata(new SentByItselfAttribute());
        api.MapPost(UnsavedLinks.ThrowAway("{id}"), ThrowAwayAsync);
    }

    private static async Task<IResult> KeepAsync(
        string id, string item, string type, HttpContext http, IAntiforgery antiforgery, OpenForms forms, FormNews news, DateWords dates, CancellationToken cancellation)
    {
        if (!IdShape().IsMatch(id) || !ItemShape().IsMatch(item) || type.Length > 100 || !await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        if (http.Request.ContentLength > KeptFields.MostBytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var typed = await http.Request.ReadFormAsync(cancellation);
        if (await forms.KeepAsync(id, type, item, typed, cancellation) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        var time = DateWords.Time(TimeOnly.FromDateTime(await dates.LocalAsync(kept)));
        return TypedResults.Ok(await news.OfAsync(item, new PostedForm(typed).ReadAs, time, cancellation));
    }

    private static async Task<IResult> HearAsync(
        string id, string item, HttpContext http, IAntiforgery antiforgery, OpenForms forms, FormNews news, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        await forms.HearAsync(id, cancellation);
        return TypedResults.Ok(await news.OfAsync(item, new PostedForm(await http.Request.ReadFormAsync(cancellation)).ReadAs, keptAt: null, cancellation));
    }

    private static async Task<IResult> CloseAsync(string id, HttpContext http, IAntiforgery antiforgery, OpenForms forms, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        await forms.CloseAsync(id, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ThrowAwayAsync(string id, string? back, HttpContext http, IAntiforgery antiforgery, OpenForms forms, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        await forms.ForgetAsync(id, cancellation);
        return back?.StartsWith(ContentLinks.List + "/", StringComparison.Ordinal) == true ? TypedResults.LocalRedirect(back) : TypedResults.LocalRedirect(ContentLinks.List);
    }

    [GeneratedRegex("^[0-9a-z]{26}$")]
    internal static partial Regex IdShape();

    [GeneratedRegex("^[^\\s/?#\0]{1,26}$")]
    private static partial Regex ItemShape();
}

/// <summary>What an open form should know.</summary>
internal sealed class FormNews(ContentItems items, EditorWords words)
{
    public async Task<FormNewsAnswer> OfAsync(string contentItemId, VersionMark readAs, string? keptAt, CancellationToken cancellation)
    {
        var newest = await items.FindAsync(contentItemId, VersionChoice.Latest, cancellation);
        return new FormNewsAnswer(
            keptAt,
            await words.OthersAsync(contentItemId, cancellation),
            newest is null || VersionMark.Of(newest) == readAs
                ? null
                : $"{await words.SavedAsync(newest, cancellation)}, after you opened it. When you save, you will see both versions and choose what stays.");
    }
}

/// <summary>The answer to an open form.</summary>
/// <param name="Kept">The time at which what was typed was kept, for example "2:31pm"; null when nothing was.</param>
/// <param name="Others">Who else is at the item, in sentences.</param>
/// <param name="Newer">That somebody has saved the item since, in a sentence; null when nobody has.</param>
internal sealed record FormNewsAnswer(string? Kept, IReadOnlyList<string> Others, string? Newer);
