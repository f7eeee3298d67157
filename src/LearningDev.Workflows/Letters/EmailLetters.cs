using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Workflows.Letters;

/// <summary>Sends the letters of workflows by email.</summary>
internal sealed class EmailLetters(Colleagues colleagues, IEmail email, PortalAddress address, ISettings settings) : IWorkflowLetters
{
    public async Task SendAsync(WorkflowLetter letter, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var link = letter.Path.Length > 0 && address.Of(letter.Path) is { } url ? $"\n{url}\n" : "";
        foreach (var to in (await colleagues.FindAllAsync(letter.PersonIds, cancellation)).Where(one => one.Email.Length > 0))
        {
            var text = $"Dear {to.FullName},\n\n{letter.Text.Trim()}\n{link}\n{site.SiteName}, {site.CouncilName}";
            await email.SendAsync(new Letter(to.Email, to.FullName, $"{letter.Subject} – {site.SiteName}", text), $"{letter.Key}:{Identifiers.From(to.Id)}", cancellation);
        }
    }
}
