using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Council;

[AllowAnonymous]
internal sealed class CouncilModel(SetupVisit visit) : PageModel
{
    [BindProperty, Display(Name = "Name of the council"), Required(ErrorMessage = "Enter the name of the council")]
    [StringLength(100, ErrorMessage = "Name of the council must be 100 characters or fewer")]
    public string CouncilName { get; set; } = "";

    [BindProperty, Display(Name = "Name of the portal"), Required(ErrorMessage = "Enter the name of the portal")]
    [StringLength(60, ErrorMessage = "Name of the portal must be 60 characters or fewer")]
    public string SiteName { get; set; } = "";

    public IActionResult OnGet()
    {
        if (visit.Elsewhere(SetupSteps.Council) is { } elsewhere)
        {
            return elsewhere;
        }

        CouncilName = visit.Answers!.CouncilName;
        SiteName = visit.Answers.SiteName is { Length: > 0 } name ? name : new SiteSettings().SiteName;
        return Page();
    }

    public IActionResult OnPost() =>
        visit.Elsewhere(SetupSteps.Council)
        ?? (ModelState.IsValid ? visit.GoOn(visit.Answers! with { CouncilName = CouncilName.Trim(), SiteName = SiteName.Trim() }) : Page());
}
