using LearningDev.Content.Curation;
using LearningDev.Content.Curation.Reviews;
using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Reviews;

[Requirement("CAT-03")]
public class ReviewReminderJobTests(PortalHost portal) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private static readonly CurationSettings Rules = new();

    public async Task InitializeAsync()
    {
        // The demonstration's own reviews are another matter.
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Reviews.ExecuteDeleteAsync();
        await db.Set<OutboxMessage>().ExecuteDeleteAsync();
        await db.Set<PersonNotification>().ExecuteDeleteAsync();
        await db.Users.Where(person => person.UserName == "coach").ExecuteUpdateAsync(person => person.SetProperty(row => row.LeavesOn, (DateOnly?)null));
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new CurationSettings());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Run_OwnerOfSeveral_GetsOneLetterWithAll()
    {
        await MakeAsync("Comes soon", "coach", Rules.RemindDaysBefore);
        await MakeAsync("Is overdue", "coach", -1);
        await MakeAsync("Is far away", "coach", Rules.RemindDaysBefore + 1);

        (await RunAsync()).ShouldBe("1 letter sent");
        (await RunAsync()).ShouldBeEmpty();

        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        letter.Subject.ShouldStartWith("2 reviews, 1 overdue");
        letter.Text.ShouldContain("Comes soon");
        letter.Text.ShouldContain("- Is overdue: overdue since");
        letter.Text.ShouldNotContain("Is far away");
    }

    [Fact]
    public async Task Run_DayByDay_TellsEachStageOnceAndAgainAfterSomeTime()
    {
        await MakeAsync("Stages", "coach", Rules.RemindDaysBefore);
        List<int> told = [];
        for (var day = 0; day <= 45; day++)
        {
            if (await RunAsync() is { Length: > 0 })
            {
                told.Add(day);
            }

            portal.Clock.Advance(TimeSpan.FromDays(1));
        }

        portal.Clock.Advance(TimeSpan.FromDays(-46));
        // Before the day, the day after it, when others are told too, and every fortnight from then on.
        told.ShouldBe([0, 15, 29, 43]);
    }

    [Fact]
    public async Task Run_LongOverdue_TellsTheManagerToo()
    {
        var (managerId, _) = await ManagerOfAsync("employee");
        await MakeAsync("Long overdue", "employee", -Rules.EscalateDays - 1);

        (await RunAsync()).ShouldBe("2 letters sent");

        var letters = await LettersAsync();
        var manager = await EmailAsync(managerId!);
        letters.Single(letter => letter.To == manager).Text.ShouldContain("People whose manager you are look after this");
        letters.ShouldContain(letter => letter.To != manager && letter.Text.Contains("You look after this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_LongOverdueAndEditorsAreTold_TellsThemInsteadOfTheManager()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new CurationSettings { EscalateTo = ReviewEscalation.Editors });
        }

        await MakeAsync("Long overdue", "employee", -Rules.EscalateDays - 1);

        await RunAsync();

        var letters = await LettersAsync();
        letters.ShouldContain(letter => letter.Text.Contains("overdue for some time", StringComparison.Ordinal) && !letter.Text.Contains("manager", StringComparison.Ordinal));
        letters.ShouldNotContain(letter => letter.Text.Contains("People whose manager you are", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_OwnerHasLeftOrThereIsNone_TellsTheEditors(bool hasOwner)
    {
        await MakeAsync("Orphan", hasOwner ? "coach" : null, -1);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "coach")
                .ExecuteUpdateAsync(person => person.SetProperty(row => row.LeavesOn, new DateOnly(2020, 1, 1)));
        }

        await RunAsync();

        var letters = await LettersAsync();
        letters.ShouldNotBeEmpty();
        letters.ShouldAllBe(letter => letter.Text.Contains("Nobody looks after this any more", StringComparison.Ordinal));
        letters.ShouldContain(letter => letter.ToName == "Owen Pritchard");
    }

    [Fact]
    public async Task Run_NobodyCanBeTold_SaysSoAndTriesAgain()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new CurationSettings { EditorsRole = "No such role" });
        }

        await MakeAsync("Unheard", owner: null, -1);

        (await RunAsync()).ShouldBe("1 review has nobody who could be told");

        await using var end = portal.Scope();
        (await end.ServiceProvider.GetRequiredService<PortalDb>().Reviews.SingleAsync()).Told.ShouldBe(ReviewStage.None);
    }

    private Task<string> MakeAsync(string title, string? owner, int days) => ReviewedContent.MakeAsync(portal, title, owner, days);

    private async Task<string> RunAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReviewReminderJob>().RunAsync(CancellationToken.None);
    }

    private async Task<List<Letter>> LettersAsync()
    {
        await using var scope = portal.Scope();
        var payload = scope.ServiceProvider.GetRequiredService<OutboxPayload>();
        return [.. (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().ToListAsync())
            .Select(message => (Letter)payload.Unprotect(message.Payload!, typeof(Letter)))];
    }

    private async Task<(string? ManagerId, string Id)> ManagerOfAsync(string userName)
    {
        await using var scope = portal.Scope();
        var person = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.SingleAsync(one => one.UserName == userName);
        return (person.LineManagerId, person.Id);
    }

    private async Task<string> EmailAsync(string id)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.SingleAsync(one => one.Id == id)).Email!;
    }
}
