using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Email;

[RequiresPermission("ManageMessages")]
internal sealed class TestLetterModel(
    PortalDb db, CurrentPerson person, IEmail email, IEvents events, ISettings settings, EmailOptions options) : PageModel
{
    public string To { get; private set; } = "";

    public string From => options.From;

    public string Server => options.Smtp.Host.Length == 0
        ? "None: letters are kept as files"
        : $"{options.Smtp.Host}, port {options.Smtp.UsedPort}, {Encryption}";

    private string Encryption => options.Smtp.Security switch
    {
        SmtpSecurity.Tls => "encrypted (TLS)",
        SmtpSecurity.StartTls => "encrypted (STARTTLS)",
        _ => "not encrypted",
    };

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (To.Length == 0)
        {
            ModelState.AddModelError("", "You have no email address");
            return Page();
        }

        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var letter = new Letter(
            To, person.Name, $"Test email from {site.SiteName}",
            $"Hello {person.GivenName},\n\nYou asked {site.SiteName} for a test email. This is it, so email works.\n\nIf you did not ask for it, tell whoever looks after {site.SiteName}.");
        await email.SendAsync(letter, $"test:{Identifiers.New()}", cancellation);
        await events.PublishAsync(new TestLetterAsked(person.Id ?? "", person.Name), cancellation);
        TempData[PageFrame.Message] = "The test email is on its way";
        return Redirect(Url.Content("~" + OutboxWords.Page));
    }

    private async Task ReadAsync(CancellationToken cancellation) =>
        To = await db.Users.Where(row => row.Id == person.Id).Select(row => row.Email).SingleOrDefaultAsync(cancellation) ?? "";
}

/// <summary>An administrator has asked for a test email.</summary>
/// <param name="PersonId">The administrator's id.</param>
/// <param name="PersonName">The administrator's name.</param>
public sealed record TestLetterAsked(string PersonId, string PersonName) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Message", "", "Test email");

    /// <inheritdoc />
    public string Summary => "Asked for a test email";
}
