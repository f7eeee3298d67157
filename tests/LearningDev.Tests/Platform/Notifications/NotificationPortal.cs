using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Platform.Notifications.Notify;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Notifications;

/// <summary>
/// A portal with kinds of notifications of its own, at eleven in the morning of 10 March 2026 until a test sets the clock, with a stub of GOV.UK Notify that is running.
/// </summary>
public class NotificationPortal : PortalHost
{
    public const string Usual = "test-usual";
    public const string Fixed = "test-fixed";
    public const string Absent = "test-absent";
    public const string Token = "a-token-of-more-than-ten-characters";

    public static readonly DateTime Morning = new(2026, 3, 10, 11, 0, 0, DateTimeKind.Utc);

    private NotifyStub? notify;

    public NotifyStub Notify => notify!;

    public static Notification Something(string key, params string[] to) => new(Usual, key, to)
    {
        Values = new Dictionary<string, string> { ["thing"] = "a <b>thing</b>" },
        Link = "/profile",
    };

    public override async Task InitializeAsync()
    {
        notify = new NotifyStub(() => Clock.GetUtcNow());
        await notify.StartAsync();
        Clock.StopAt(Morning);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Notify.DisposeAsync();
    }

    internal async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Scope();
        return await use(scope.ServiceProvider);
    }

    internal Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read) => WithAsync(services => read(services.GetRequiredService<PortalDb>()));

    internal Task<int> TellAsync(Notification notification) => WithAsync(services => services.GetRequiredService<INotifications>().NotifyAsync(notification));

    internal Task<string> IdAsync(string userName) => ReadAsync(db => db.Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync());

    internal Task<PersonNotification> RowAsync(string personId, string key) =>
        ReadAsync(db => db.Set<PersonNotification>().AsNoTracking().SingleAsync(row => row.PersonId == personId && row.Key == key));

    internal Task<int> RowsAsync(string key) => ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.Key == key));

    /// <summary>What stands in the outbox for a notification of a person, by its kind.</summary>
    internal async Task<Dictionary<string, OutboxMessage>> MessagesAsync(string personId, string key)
    {
        var row = await RowAsync(personId, key);
        return await ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Key.StartsWith($"notification:{row.Id}:")).ToDictionaryAsync(message => message.Kind));
    }

    internal Task<Letter> LetterAsync(OutboxMessage message) =>
        WithAsync(services => Task.FromResult((Letter)services.GetRequiredService<OutboxPayload>().Unprotect(message.Payload!, typeof(Letter))));

    internal Task<int> DeliverAsync() => WithAsync(services => services.GetRequiredService<OutboxDeliverer>().DeliverDueAsync());

    internal Task<JobOutcome?> RunAsync(JobManifest job) => WithAsync(services => services.GetRequiredService<JobRunner>().RunAsync(job.Name, CancellationToken.None));

    internal async Task ChangePersonAsync(string id, Action<Person> change) => await ReadAsync(async db =>
    {
        change(await db.Users.SingleAsync(person => person.Id == id));
        return await db.SaveChangesAsync();
    });

    internal async Task PreferAsync(string id, int? digestHour = null, string textNumber = "", params IEnumerable<(string Kind, NotificationChannel Channel, bool IsOn)> choices) =>
        await ReadAsync(async db =>
        {
            await db.Set<NotificationPreference>().Where(row => row.PersonId == id).ExecuteDeleteAsync();
            await db.Set<NotificationChoice>().Where(row => row.PersonId == id).ExecuteDeleteAsync();
            db.Add(new NotificationPreference { PersonId = id, DigestHour = digestHour, TextNumber = textNumber, ProvedNumber = textNumber });
            db.AddRange(choices.Select(choice => new NotificationChoice { PersonId = id, Kind = choice.Kind, Channel = choice.Channel, IsOn = choice.IsOn }));
            return await db.SaveChangesAsync();
        });

    internal Task<bool> SetAsync(string json) => WithAsync(services => services.GetRequiredService<ISettings>().SaveJsonAsync(nameof(NotificationSettings), json));

    /// <summary>Has text messages, and emails if wanted, go by the stub.</summary>
    internal Task<bool> UseNotifyAsync(bool email = false, string textTemplate = NotifyStub.TextTemplate) =>
        SetAsync($$"""{"TextTemplateId":"{{textTemplate}}","EmailTemplateId":"{{(email ? NotifyStub.EmailTemplate : "")}}"}""");

    protected override void Configuration(IDictionary<string, string?> settings)
    {
        settings["Notify:BaseAddress"] = Notify.Address;
        settings["Notify:ApiKey"] = NotifyStub.Key;
        settings["Notify:CallbackToken"] = Token;
        settings["Portal:PublicUrl"] = "https://portal.council.example";
    }

    protected override void Configure(IServiceCollection services)
    {
        var registry = (ModuleRegistry)services.Single(service => service.ServiceType == typeof(ModuleRegistry)).ImplementationInstance!;
        NotificationKind kind = new(Usual, "Things of the test", "When the test says so.", new NotificationWords(
            "News of {{ thing }}", "There is {{ thing }} for {{ given_name }}.", "Please look at {{ thing }}.\n\nThe test says so."))
        {
            Placeholders = [new NotificationPlaceholder("thing", "What it is about", "an apple")],
        };
        registry.Notifications.Add(new ModuleNotification("LearningDev.Platform", kind));
        registry.Notifications.Add(new ModuleNotification("LearningDev.Platform", kind with { Key = Fixed, Name = "Duties of the test", MayBeSwitchedOff = false }));
        registry.Notifications.Add(new ModuleNotification("LearningDev.Absent", kind with { Key = Absent, Name = "Never heard of" }));
    }
}
