using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Settings.Editing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace LearningDev.Platform.Ui.Look;

/// <summary>Changes the council's colours and logo (ADM-01).</summary>
internal sealed class LookEditing(PortalDb db, SettingsSections sections, SettingsEditing editing, CurrentPerson person, TimeProvider time)
{
    public const string FileField = "LogoFile";
    public const string RemoveLogo = "remove-logo";

    private const string LogoKey = SettingsEditing.Prefix + nameof(LookSettings.Logo);

    /// <summary>The section as it is declared.</summary>
    public async Task<DeclaredSettings> SectionAsync(CancellationToken cancellation) =>
        (await sections.AllAsync(cancellation)).First(section => section.Type == typeof(LookSettings));

    /// <summary>Saves colours, with their six digits written out.</summary>
    /// <param name="form">What was sent; the button may ask to check only.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<SettingsOutcome> SaveColoursAsync(IFormCollection form, CancellationToken cancellation)
    {
        Dictionary<string, StringValues> fields = [];
        foreach (var name in (string[])[nameof(LookSettings.Brand), nameof(LookSettings.Link), nameof(LookSettings.Button)])
        {
            var key = SettingsEditing.Prefix + name;
            fields[key] = Colour.TryParse(form[key], out var colour) ? colour.ToString() : form[key];
        }

        return await editing.ApplyAsync(await SectionAsync(cancellation), With(form, fields), cancellation);
    }

    /// <summary>Saves the alternative text, and a logo where a file was chosen.</summary>
    /// <param name="form">What was sent; the button may ask to remove the logo.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<SettingsOutcome> SaveLogoAsync(IFormCollection form, CancellationToken cancellation)
    {
        var section = await SectionAsync(cancellation);
        if (form[FormAction.Field] == RemoveLogo)
        {
            return await editing.ApplyAsync(section, With(form, new() { [LogoKey] = "", [FormAction.Field] = FormAction.Save }), cancellation);
        }

        if (form.Files.GetFile(FileField) is not { } file)
        {
            return await editing.ApplyAsync(section, With(form, []), cancellation);
        }

        var content = await ReadAsync(file, cancellation);
        if (LogoFile.Refusal(content) is { } refusal)
        {
            var outcome = await editing.ApplyAsync(section, With(form, new() { [FormAction.Field] = FormAction.Check }), cancellation);
            return outcome with { Errors = [new SettingsError(FileField, refusal), .. outcome.Errors] };
        }

        var id = await KeepAsync(file.FileName, content, cancellation);
        return await editing.ApplyAsync(section, With(form, new() { [LogoKey] = id }), cancellation);
    }

    private async Task<string> KeepAsync(string fileName, byte[] content, CancellationToken cancellation)
    {
        var read = LogoFile.Read(content)!;
        var id = read.IdOf(content);
        if (!await db.Set<Logo>().AnyAsync(logo => logo.Id == id, cancellation))
        {
            var name = Path.GetFileName(fileName.Replace('\\', '/'));
            db.Add(new Logo
            {
                Id = id,
                FileName = name.Length > LogoFile.LongestName ? name[^LogoFile.LongestName..] : name,
                ContentType = read.ContentType,
                Content = content,
                UploadedUtc = time.GetUtcNow().UtcDateTime,
                UploadedById = person.Id,
            });
            // The choices of the form, which the section is held to, are what is in the database.
            await db.SaveChangesAsync(cancellation);
        }

        return id;
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        // One byte more than is taken is enough to see that it is too much.
        var content = new byte[Math.Min(file.Length, LogoFile.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }

    // The two forms of the page have a part of the fields each; the rest stays as it is saved.
    private static FormCollection With(IFormCollection form, Dictionary<string, StringValues> changes)
    {
        var fields = form.ToDictionary(field => field.Key, field => field.Value);
        fields.Remove(LogoKey);
        foreach (var (key, value) in changes)
        {
            fields[key] = value;
        }

        return new FormCollection(fields);
    }
}
