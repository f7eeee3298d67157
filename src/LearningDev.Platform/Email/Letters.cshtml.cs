using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Email;

[RequiresPermission("ManageMessages")]
internal sealed class LettersModel(LetterReader reader, EmailOptions email, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public LetterPage List { get; private set; } = null!;

    public IReadOnlyList<(KeptLetter Letter, string Sent)> Letters { get; private set; } = [];

    /// <summary>The mail server that letters go to; null when there is none.</summary>
    public string? Server => email.Smtp.Host.Length > 0 ? email.Smtp.Host : null;

    public int Kept => email.KeptLetters;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        List = await reader.ReadAsync(int.TryParse(PageNumber, out var page) ? page : 1, size, cancellation);
        List<(KeptLetter, string)> letters = [];
        foreach (var letter in List.Letters)
        {
            letters.Add((letter, await dates.MomentAsync(letter.SentUtc)));
        }

        Letters = letters;
    }

    public string UrlOfPage(int page) => Url.Content("~/admin/messages/letters") + (page > 1 ? $"?p={page}" : "");
}
