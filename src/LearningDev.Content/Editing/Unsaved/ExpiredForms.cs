using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.People.SignIn;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>Keeps an editor's form that was sent after the sign-in had ended, and leads back to it with all that was typed.</summary>
internal sealed class ExpiredForms(OpenForms forms, ContentItems items) : IFormKeeper
{
    public async Task<string?> KeepAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(ContentLinks.List))
        {
            return null;
        }

        var typed = await http.Request.ReadFormAsync(http.RequestAborted);
        var id = typed[PostedForm.FormId].ToString();
        if (!OpenFormsApi.IdShape().IsMatch(id) || await forms.KeepForOwnerAsync(id, typed, http.RequestAborted) is not { } form)
        {
            return null;
        }

        return (await items.KnownAsync([form.ContentItemId], http.RequestAborted)).Count > 0
            ? UnsavedLinks.BringBack(form.ContentItemId, id)
            : UnsavedLinks.BringBackNew(form.ContentType, id);
    }
}
