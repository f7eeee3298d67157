using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Settings.Editing;
using LearningDev.Platform.Settings.Fields;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Ui.Look;

[RequiresPermission("ManageSettings")]
internal sealed class LookModel(LookEditing look, SettingsEditing editing, ISettings settings) : PageModel
{
    private static readonly string[] ColourNames = [nameof(LookSettings.Brand), nameof(LookSettings.Link), nameof(LookSettings.Button)];

    public SettingsForm Form { get; private set; } = null!;

    public IReadOnlyList<SettingBox> Colours => [.. ColourNames.Select(Box)];

    public SettingBox LogoText => Box(nameof(LookSettings.LogoText));

    /// <summary>The logo that is saved.</summary>
    public ShownLogo? Logo { get; private set; }

    public string HistoryUrl { get; private set; } = "";

    public IReadOnlyList<AuditChange> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var form = await editing.OpenAsync(await look.SectionAsync(cancellation), cancellation);
        // The preview leads back here with what was typed.
        return await ShowAsync(
            form with { Boxes = [.. form.Boxes.Select(box => Request.Query.TryGetValue(box.Setting.Name, out var typed) && ColourNames.Contains(box.Setting.Name) ? box with { Texts = [typed.ToString()] } : box)] },
            cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await look.SaveColoursAsync(await Request.ReadFormAsync(cancellation), cancellation);
        if (outcome is { IsChecked: true, Errors.Count: 0 })
        {
            Form = outcome.Form;
            var query = QueryString.Create(Colours.Select(box => KeyValuePair.Create(box.Setting.Name.ToLowerInvariant(), (string?)box.Text)));
            return Redirect(Url.Content("~/admin/settings/look/preview") + query);
        }

        return await AnswerAsync(outcome, cancellation);
    }

    public async Task<IActionResult> OnPostLogoAsync(CancellationToken cancellation) =>
        await AnswerAsync(await look.SaveLogoAsync(await Request.ReadFormAsync(cancellation), cancellation), cancellation);

    private async Task<IActionResult> AnswerAsync(SettingsOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.IsSaved)
        {
            TempData[PageFrame.Message] = outcome.IsChanged ? "The settings are saved" : "Nothing was changed";
            return Redirect(Url.Content("~/admin/settings/look"));
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Property, error.Message);
        }

        Differences = outcome.Differences;
        return await ShowAsync(outcome.Form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(SettingsForm form, CancellationToken cancellation)
    {
        Form = form;
        Logo = ShownLogo.Of(await settings.GetAsync<LookSettings>(cancellation));
        HistoryUrl = (await look.SectionAsync(cancellation)).History();
        return Page();
    }

    private SettingBox Box(string name) => Form.Boxes.First(box => box.Setting.Name == name);
}
