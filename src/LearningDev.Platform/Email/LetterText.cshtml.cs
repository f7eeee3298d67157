using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Email;

[RequiresPermission("ManageMessages")]
internal sealed class LetterTextModel(LetterReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public KeptLetter Letter { get; private set; } = null!;

    /// <summary>The letter's paragraphs, each as its lines.</summary>
    public IEnumerable<string[]> Lines => Letter.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True for a line that is a link and nothing else.</summary>
    public static bool IsLink(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.FindAsync(Id, cancellation) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        return Page();
    }
}
