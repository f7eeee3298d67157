using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LearningDev.Platform.Calendar;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Nations;

[AllowAnonymous]
internal sealed class WhichNationModel(SetupVisit visit) : PageModel
{
    [BindProperty]
    public string? Nation { get; set; }

    public IActionResult OnGet()
    {
        if (visit.Elsewhere(SetupSteps.Nation) is { } elsewhere)
        {
            return elsewhere;
        }

        Nation = visit.Answers!.Nation?.ToString();
        return Page();
    }

    public IActionResult OnPost()
    {
        if (visit.Elsewhere(SetupSteps.Nation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Enum.GetValues<Nation>().Where(nation => nation.ToString() == Nation).ToList() is [var chosen])
        {
            return visit.GoOn(visit.Answers! with { Nation = chosen });
        }

        ModelState.AddModelError(nameof(Nation), "Choose where the council is");
        return Page();
    }
}

/// <summary>The nations as people read them.</summary>
internal static class NationWords
{
    public static string Of(Nation nation) =>
        typeof(Nation).GetField(nation.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? nation.ToString();
}
