using System.Security.Cryptography;
using System.Text.Json;
using LearningDev.Content.Editing.Forms;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>Turns a form's fields into what is kept, and back. They are encrypted for one person and one form.</summary>
internal sealed class KeptFields(IDataProtectionProvider protection)
{
    /// <summary>The most that is kept of a form, in bytes of JSON.</summary>
    public const int MostBytes = 2_000_000;

    // Not what was typed: the tokens of one sign-in, and the button.
    private static readonly string[] LeftOut = ["__RequestVerificationToken", PostedForm.Action, PostedForm.FormId];

    /// <summary>Makes what is kept of a form; null when it is too long. Files are not kept.</summary>
    public byte[]? Write(string personId, string formId, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            fields.Where(field => !LeftOut.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray()), PortalJson.Compact);
        return json.Length > MostBytes ? null : Protector(personId, formId).Protect(json);
    }

    /// <summary>Reads what is kept; null when it cannot be read any more, because the keys were changed.</summary>
    public FormCollection? Read(OpenForm row)
    {
        try
        {
            var fields = row.Fields is null ? null
                : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Protector(row.PersonId, row.Id).Unprotect(row.Fields), PortalJson.Compact);
            return fields is null ? null : new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string personId, string formId) => protection.CreateProtector("LearningDev.Content.OpenForm", personId, formId);
}
