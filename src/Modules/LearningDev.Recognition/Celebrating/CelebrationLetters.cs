using LearningDev.Platform.Notifications;
using LearningDev.Platform.Settings;

namespace LearningDev.Recognition.Celebrating;

/// <summary>Tells people that they are celebrated.</summary>
internal sealed class CelebrationLetters(INotifications notifications, ISettings settings)
{
    public static readonly NotificationKind Kind = new(
        "celebration", "Celebrations of your learning", "When somebody celebrates on the recognition wall what you have learned.",
        new NotificationWords(
            "{{ sender }} celebrates your learning",
            "{{ sender }} celebrates your learning: {{ learning }}",
            """
            {{ sender }} celebrates your learning: {{ learning }}

            {{ message }}

            You can take it down on the recognition wall, and choose not to be on it.
            """))
    {
        Placeholders =
        [
            new NotificationPlaceholder("sender", "Who celebrates", "Alex Example"),
            new NotificationPlaceholder("learning", "What was learned", "Chairing meetings"),
            new NotificationPlaceholder("message", "What was written about it", "Our meetings end on time now."),
        ],
    };

    /// <summary>Tells the person, once for a celebration. Who has left is not told, and nobody is when the settings say so.</summary>
    public async Task TellAsync(Celebration celebration, CancellationToken cancellation)
    {
        if ((await settings.GetAsync<RecognitionSettings>(cancellation)).TellByEmail)
        {
            await notifications.NotifyAsync(
                new Notification(Kind.Key, $"celebration:{celebration.Id}", [celebration.RecipientId])
                {
                    Link = RecognitionLinks.Wall,
                    Values = new Dictionary<string, string> { ["sender"] = celebration.SenderName, ["learning"] = celebration.Learning, ["message"] = celebration.Message },
                },
                cancellation);
        }
    }
}
