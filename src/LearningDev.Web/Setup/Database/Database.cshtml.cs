using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Database;

[AllowAnonymous]
internal sealed class DatabaseModel(SetupVisit visit, DatabaseFacts facts) : PageModel
{
    private const string Stay = "stay";
    private const string Try = "try";

    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty, Display(Name = "Connection string")]
    [StringLength(1000, ErrorMessage = "Connection string must be 1,000 characters or fewer")]
    public string? ConnectionString { get; set; }

    public DatabaseFacts Facts => facts;

    public string Version { get; private set; } = "";

    /// <summary>What came of the test; null when there was none.</summary>
    public DatabaseTrial? Trial { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (visit.Elsewhere(SetupSteps.Database) is { } elsewhere)
        {
            return elsewhere;
        }

        Choice = visit.Answers!.DatabaseSeen ? Stay : null;
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (visit.Elsewhere(SetupSteps.Database) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (Choice)
        {
            case Stay:
                return visit.GoOn(visit.Answers! with { DatabaseSeen = true });
            case Try when string.IsNullOrWhiteSpace(ConnectionString):
                ModelState.AddModelError(nameof(ConnectionString), "Enter a connection string");
                break;
            case Try when ModelState.IsValid:
                await TryAsync(ConnectionString, cancellation);
                break;
            case Try:
                break;
            default:
                ModelState.AddModelError(nameof(Choice), "Choose whether to go on with SQLite or to test a PostgreSQL database");
                break;
        }

        return await ShowAsync(cancellation);
    }

    private async Task TryAsync(string connectionString, CancellationToken cancellation)
    {
        Trial = await DatabaseFacts.TryAsync(connectionString, cancellation);

        // The page is shown with the rest of what was typed.
        ModelState.Remove(nameof(ConnectionString));
        ConnectionString = DatabaseFacts.WithoutPassword(connectionString) ?? "";
        if (Trial.Fault is { } fault)
        {
            ModelState.AddModelError(nameof(ConnectionString), fault);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Version = await facts.VersionAsync(cancellation);
        return Page();
    }
}
