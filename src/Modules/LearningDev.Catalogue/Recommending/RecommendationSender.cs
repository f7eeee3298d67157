using LearningDev.Catalogue.Entries;
using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Recommending;

/// <summary>Recommends an entry to colleagues and teams in the name of the current person (CAT-08).</summary>
internal sealed class RecommendationSender(
    PortalDb db, ContentItems items, ItemVisibility visibility, Colleagues colleagues, EffectiveRoles effectiveRoles, RolePermissions permissions, IEvents events, ISettings settings,
    CurrentPerson person, DateWords dates, TimeProvider time)
{
    /// <summary>Recommends an entry. Who was recommended it before by this person is sent the new note in its place.</summary>
    /// <param name="entry">The entry, which the current person may see.</param>
    /// <param name="peopleIds">The chosen people; who is not there any more is left out.</param>
    /// <param name="teamIds">The chosen teams, of those that the person can speak to.</param>
    /// <param name="note">A word to go with it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RecommendingOutcome> SendAsync(
        CatalogueEntry entry, IReadOnlyCollection<string> peopleIds, IReadOnlyCollection<string> teamIds, string note, CancellationToken cancellation)
    {
        var members = teamIds.Count == 0 ? [] : (await colleagues.TeamsOfAsync(person.Id!, cancellation))
            .Where(team => teamIds.Contains(team.UnitId)).SelectMany(team => team.MemberIds);
        HashSet<string> asked = [.. peopleIds, .. members];
        asked.Remove(person.Id!);
        var there = await colleagues.FindAllAsync(asked, cancellation);
        var seeing = await SeeingAsync(entry, there, cancellation);
        var outcome = new RecommendingOutcome(seeing, there.Count - seeing.Count, asked.Count - there.Count, TooManyLeft: null);
        if (seeing.Count == 0)
        {
            return outcome;
        }

        var ids = seeing.Select(recipient => recipient.Id).ToList();
        var known = await KnownAsync(entry, ids, cancellation);
        var (today, limit) = (await StartOfTodayAsync(), (await settings.GetAsync<CatalogueSettings>(cancellation)).RecommendationsPerDay);
        var sentToday = await db.SentRecommendations.CountAsync(row => row.SenderId == person.Id && row.SentUtc >= today, cancellation);
        var left = Math.Max(0, limit - sentToday);
        if (ids.Count(id => known.GetValueOrDefault(id) is not { } row || row.SentUtc < today) > left)
        {
            return outcome with { TooManyLeft = left };
        }

        Write(entry, ids, known, note);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
        {
            // The same form, sent twice at the same moment: what the other one wrote is brought up to date.
            db.ChangeTracker.Clear();
            Write(entry, ids, await KnownAsync(entry, ids, cancellation), note);
            await db.SaveChangesAsync(cancellation);
        }

        await events.PublishAsync(new LearningRecommended(entry.ContentItemId, entry.Title, ids), cancellation);
        return outcome;
    }

    private Task<Dictionary<string, SentRecommendation>> KnownAsync(CatalogueEntry entry, List<string> recipients, CancellationToken cancellation) =>
        db.SentRecommendations
            .Where(row => row.SenderId == person.Id && row.ContentItemId == entry.ContentItemId && recipients.Contains(row.RecipientId))
            .ToDictionaryAsync(row => row.RecipientId, cancellation);

    private void Write(CatalogueEntry entry, List<string> recipients, Dictionary<string, SentRecommendation> known, string note)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var id in recipients)
        {
            if (known.TryGetValue(id, out var row))
            {
                (row.SenderName, row.Note, row.SentUtc) = (person.Name, note, now);
            }
            else
            {
                db.Add(new SentRecommendation
                {
                    ContentItemId = entry.ContentItemId,
                    SenderId = person.Id!,
                    SenderName = person.Name,
                    RecipientId = id,
                    Note = note,
                    SentUtc = now,
                });
            }
        }
    }

    /// <summary>Those of the people who may see the entry.</summary>
    private async Task<IReadOnlyList<Colleague>> SeeingAsync(CatalogueEntry entry, IReadOnlyList<Colleague> people, CancellationToken cancellation)
    {
        IReadOnlyList<string> restrictedTo = entry.IsRestricted && await items.FindAsync(entry.ContentItemId, VersionChoice.Published, cancellation) is { } item
            ? visibility.ReadersOf(item) : [];
        var roles = await effectiveRoles.OfAllAsync([.. people.Select(recipient => recipient.Id)], cancellation);
        List<Colleague> seeing = [];
        foreach (var recipient in people)
        {
            IReadOnlyCollection<string> own = [.. roles[recipient.Id]];
            if (await permissions.MayAsync(own, CatalogueModule.ViewCatalogue.Name)
                && (restrictedTo.Count == 0 || restrictedTo.Any(own.Contains) || await permissions.MayAsync(own, ContentModule.ViewRestrictedContent.Name)))
            {
                seeing.Add(recipient);
            }
        }

        return seeing;
    }

    private async Task<DateTime> StartOfTodayAsync()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var midnight = (await dates.LocalAsync(now)).Date;
        return await dates.UtcAsync(midnight) ?? now.Date;
    }
}

/// <summary>What came of recommending.</summary>
/// <param name="Recipients">Who may see the entry, and so has it recommended.</param>
/// <param name="CannotSee">How many of the chosen may not see the entry and were left out.</param>
/// <param name="NotThere">How many of the chosen are not at the council any more.</param>
/// <param name="TooManyLeft">How many people it may still be today, when these were too many and nothing was sent; null otherwise.</param>
internal sealed record RecommendingOutcome(IReadOnlyList<Colleague> Recipients, int CannotSee, int NotThere, int? TooManyLeft)
{
    /// <summary>True when it was sent to somebody.</summary>
    public bool IsSent => Recipients.Count > 0 && TooManyLeft is null;

    /// <summary>"Recommended to Sam Whitfield", with a word about those who were left out.</summary>
    public string Words
    {
        get
        {
            var sent = Recipients.Count == 1 ? Recipients[0].FullName : $"{Recipients.Count} people";
            return $"Recommended to {sent}{LeftOut}";
        }
    }

    /// <summary>". 1 of 12 people cannot see this learning and was left out", or nothing.</summary>
    private string LeftOut => CannotSee == 0
        ? ""
        : $". {CannotSee} of {Recipients.Count + CannotSee} people cannot see this learning and {(CannotSee == 1 ? "was" : "were")} left out";
}
