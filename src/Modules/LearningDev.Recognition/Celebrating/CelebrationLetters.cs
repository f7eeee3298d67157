using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Recognition.Celebrating;

/// <summary>Tells people by email that they are celebrated.</summary>
internal sealed class CelebrationLetters(Colleagues colleagues, IEmail email, PortalAddress address, ISettings settings)
{
    /// <summary>Puts the letter into the outbox, once for a celebration. Who has left gets none, and nobody does when the settings say so.</summary>
    public async Task TellAsync(Celebration celebration, CancellationToken cancellation)
    {
        if (!(await settings.GetAsync<RecognitionSettings>(cancellation)).TellByEmail
            || await colleagues.FindAllAsync([celebration.RecipientId], cancellation) is not [{ Email.Length: > 0 } to])
        {
            return;
        }

        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var link = address.Of(RecognitionLinks.Wall) is { } url ? $"\nSee it on the recognition wall:\n\n{url}\n" : "";
        var text = $"""
            Dear {to.FullName},

            {celebration.SenderName} celebrates your learning: {celebration.Learning}

            {celebration.Message}
            {link}
            You can take it down there, and choose not to be on the wall.

            {site.SiteName}, {site.CouncilName}
            """;
        await email.SendAsync(
            new Letter(to.Email, to.FullName, $"{celebration.SenderName} celebrates your learning – {site.SiteName}", text), $"celebration:{celebration.Id}", cancellation);
    }
}
