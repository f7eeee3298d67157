using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Settings;

public class SettingsStoreTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task GetAsync_NeverSaved_IsTheShippedDefault()
    {
        await using var scope = portal.Scope();

        var (section, version) = await Settings(scope).ReadAsync<NeverSavedSettings>();

        section.Greeting.ShouldBe("Hello");
        version.ShouldBe(0);
        (await Settings(scope).GetAsync<NeverSavedSettings>()).Greeting.ShouldBe("Hello");
    }

    [Fact]
    public async Task GetAsync_CallerChangesItsSection_OthersDoNotSeeIt()
    {
        await using var scope = portal.Scope();
        var mine = await Settings(scope).GetAsync<SiteSettings>();

        mine.SiteName = "Only in my hands";

        (await Settings(scope).GetAsync<SiteSettings>()).SiteName.ShouldNotBe("Only in my hands");
    }

    [Fact]
    public async Task SaveAsync_RolledBack_NobodySeesIt()
    {
        await using (var scope = portal.Scope())
        {
            await using var transaction = await Db(scope).Database.BeginTransactionAsync();
            await Settings(scope).SaveAsync(new RolledBackSettings { Greeting = "Good evening" });
            (await Settings(scope).GetAsync<RolledBackSettings>()).Greeting.ShouldBe("Good evening");
            await transaction.RollbackAsync();
            (await Settings(scope).GetAsync<RolledBackSettings>()).Greeting.ShouldBe("Hello");
        }

        await using var other = portal.Scope();
        (await Settings(other).GetAsync<RolledBackSettings>()).Greeting.ShouldBe("Hello");
    }

    [Fact]
    public async Task SaveAsync_Committed_EverybodySeesItAtOnce()
    {
        await using var reader = portal.Scope();
        (await Settings(reader).GetAsync<CommittedSettings>()).Greeting.ShouldBe("Hello");
        await using (var writer = portal.Scope())
        {
            (await Settings(writer).SaveAsync(new CommittedSettings { Greeting = "Good morning" })).ShouldBeTrue();
            (await Settings(writer).SaveAsync(new CommittedSettings { Greeting = "Good morning" })).ShouldBeFalse();
        }

        (await Settings(reader).GetAsync<CommittedSettings>()).Greeting.ShouldBe("Good morning");
    }

    [Fact]
    public async Task SaveAsync_OlderVersion_IsRefused()
    {
        await using var scope = portal.Scope();
        (await Settings(scope).SaveAsync(new VersionedSettings { Greeting = "One" }, version: 0)).ShouldBeTrue();
        (await Settings(scope).SaveAsync(new VersionedSettings { Greeting = "Two" }, version: 1)).ShouldBeTrue();

        await using var other = portal.Scope();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Settings(other).SaveAsync(new VersionedSettings { Greeting = "Three" }, version: 1));
        (await Settings(other).ReadAsync<VersionedSettings>()).ShouldSatisfyAllConditions(
            saved => saved.Section.Greeting.ShouldBe("Two"),
            saved => saved.Version.ShouldBe(2));
    }

    [Fact]
    public async Task SaveAsync_TwoAtOnce_OneIsToldThatTheOtherWasFirst()
    {
        await using (var scope = portal.Scope())
        {
            await Settings(scope).SaveAsync(new RacedSettings { Greeting = "One" });
        }

        await using var slow = portal.Scope();
        // The slow one has read the section before the quick one saves it.
        await Db(slow).Set<SettingsSection>().FindAsync(nameof(RacedSettings));
        await using (var quick = portal.Scope())
        {
            await Settings(quick).SaveAsync(new RacedSettings { Greeting = "Two" }, version: 1);
        }

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Settings(slow).SaveAsync(new RacedSettings { Greeting = "Three" }, version: 1));
    }

    [Fact]
    public async Task SaveAsync_EachTime_KeepsTheVersionWithWhoAndWhen()
    {
        await using var scope = portal.Scope();
        await Settings(scope).SaveAsync(new KeptSettings { Greeting = "One" });
        await Settings(scope).SaveAsync(new KeptSettings { Greeting = "Two" });
        await Settings(scope).SaveAsync(new KeptSettings { Greeting = "Two" });

        var versions = await Db(scope).Set<LearningDev.Platform.Settings.History.SettingsVersion>().Where(row => row.Name == nameof(KeptSettings)).OrderBy(row => row.Version).ToListAsync();
        versions.Select(row => (row.Version, row.PersonName)).ShouldBe([(1, "The portal"), (2, "The portal")]);
        versions.ShouldAllBe(row => row.SavedUtc != null);
        versions[0].Json.ShouldContain("One");
    }

    private static ISettings Settings(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ISettings>();

    private static PortalDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalDb>();

    public class NeverSavedSettings
    {
        public string Greeting { get; set; } = "Hello";
    }

    public sealed class RolledBackSettings : NeverSavedSettings;

    public sealed class CommittedSettings : NeverSavedSettings;

    public sealed class RacedSettings : NeverSavedSettings;

    public sealed class KeptSettings : NeverSavedSettings;

    public sealed class VersionedSettings : NeverSavedSettings;
}
