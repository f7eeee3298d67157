using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.KeepingOff;

[RequiresPermission("ViewRecognition")]
internal sealed class KeepOffModel(WallChoice choice) : PageModel
{
    /// <summary>"yes" when colleagues can celebrate the person, "no" when not.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Choose whether colleagues can celebrate you"), RegularExpression("yes|no", ErrorMessage = "Choose whether colleagues can celebrate you")]
    public string? CanBeCelebrated { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation) => CanBeCelebrated = await choice.IsKeptOffAsync(cancellation) ? "no" : "yes";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await choice.ChooseAsync(CanBeCelebrated == "no", cancellation);
        TempData[PageFrame.Message] = CanBeCelebrated == "no" ? "Colleagues cannot celebrate you on the wall" : "Colleagues can celebrate you on the wall";
        return Redirect(Url.Content("~" + RecognitionLinks.Wall));
    }
}
