using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Items;
using LearningDev.Mentoring.Choosing;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Profiles;

/// <summary>What the current person offers and asks for in programmes (MEN-01). Nobody else's is found here.</summary>
internal sealed class ProfileDrafts(
    PortalDb db, ContentItems items, ContentValidator validator, ProgrammeList programmes, ILearningCompletions completions, ILearningFacts facts, IConfidentialTexts texts, AskClosing asks, ISettings settings,
    WorkingCalendar calendar, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>All that the person takes part in, the newest first.</summary>
    public Task<List<ProfileRow>> AllAsync(CancellationToken cancellation) =>
        db.MentoringProfiles.AsNoTracking().Where(row => row.PersonId == person.Id).OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Take(200).ToListAsync(cancellation);

    /// <summary>What the person has in a programme; null for nothing yet.</summary>
    public Task<ProfileRow?> OfAsync(string programmeId, CancellationToken cancellation) =>
        db.MentoringProfiles.SingleOrDefaultAsync(row => row.ProgrammeId == programmeId && row.PersonId == person.Id, cancellation);

    /// <summary>One of the person's, by its id; null when there is none.</summary>
    public async Task<ProfileDraft?> FindAsync(string id, CancellationToken cancellation) =>
        await db.MentoringProfiles.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id, cancellation) is { } row
        && await programmes.FindAsync(row.ProgrammeId, cancellation) is { } programme && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item
            ? new ProfileDraft(row, item, programme) : null;

    /// <summary>The same, while other tabs and clicks of the person wait.</summary>
    public async Task<ProfileDraft?> TakeAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn(person.Id!), cancellation);
        return await FindAsync(id, cancellation);
    }

    /// <summary>What the person has in a programme, or a new one in a role.</summary>
    public async Task<ProfileDraft> BeginAsync(Programme programme, MentoringRole role, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn(person.Id!), cancellation);
        if (await OfAsync(programme.Id, cancellation) is { } row && await items.FindAsync(row.Id, VersionChoice.Latest, cancellation) is { } item)
        {
            return new ProfileDraft(row, item, programme);
        }

        var made = items.New(MentoringProfile.Type);
        return new ProfileDraft(
            new ProfileRow { Id = made.ContentItemId, ProgrammeId = programme.Id, PersonId = person.Id!, PersonName = person.Name, Role = role, CreatedUtc = Now }, made, programme)
        { IsNew = true };
    }

    /// <summary>What stands against joining a programme in a role, with the next step; null for nothing. The training of mentors is not looked at.</summary>
    public async Task<Obstacle?> AgainstJoiningAsync(Programme programme, MentoringRole role, ProfileRow? row, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var joining = programme.JoiningOn(today);
        if (joining != Joining.Open)
        {
            return new Obstacle(
                $"{ProgrammeWords.Joining(programme, today)}.",
                joining == Joining.NotYet ? "Come back then." : row is { State: ProfileState.Waiting or ProfileState.Matched } ? "What you have sent stands. You can still withdraw it." : "Look for another programme.",
                "Mentoring programmes", MentoringLinks.Home);
        }

        if (row is { State: ProfileState.Waiting or ProfileState.Matched or ProfileState.Ended } && row.Role != role)
        {
            return new Obstacle($"You take part in this programme as {ProgrammeWords.Of(row.Role)} already.", "Withdraw that first.", "What you have sent", MentoringLinks.Profile(row.Id));
        }

        return programme.Admits(role, person.RoleLevel) ? null
            : new Obstacle($"Your role level cannot take part in this programme as {ProgrammeWords.Of(role)}.", "Ask HR if you think that it should be.", "Mentoring programmes", MentoringLinks.Home);
    }

    /// <summary>The training that the person still has to complete before they can mentor in a programme (MEN-02); null for none.</summary>
    public async Task<Obstacle?> AgainstMentoringAsync(Programme programme, MentoringRole role, CancellationToken cancellation)
    {
        if (role == MentoringRole.Mentee || programme.TrainingId is not { } training || (await completions.OfAsync(person.Id!, cancellation)).ContainsKey(training))
        {
            return null;
        }

        return await facts.FindAsync(training, cancellation) is { } entry
            ? new Obstacle($"Mentors of this programme complete “{entry.Entry.Title}” first, and you have not yet.", "Complete it, mark it as done on its page, and send your offer then.", entry.Entry.Title, entry.Url)
            : new Obstacle("Mentors of this programme complete a training first, and you have not yet.", "Ask HR about it.", "Mentoring programmes", MentoringLinks.Home);
    }

    /// <summary>Saves what was written into the item of a profile, and what the person wants to reach.</summary>
    /// <param name="draft">The profile, with its item changed.</param>
    /// <param name="role">The role in which they take part.</param>
    /// <param name="goals">What they want to reach; empty for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConfidentialKeyMissingException">The portal has no key for confidential words.</exception>
    public async Task SaveAsync(ProfileDraft draft, MentoringRole role, string goals, CancellationToken cancellation)
    {
        var row = draft.Row;
        await SaveGoalsAsync(row, goals.Trim(), cancellation);
        draft.Item.Alter<TitlePart>(part => part.Title = Shorten($"{person.Name}: {ProgrammeWords.Of(role)} in {draft.Programme.Title}"));
        draft.Item.Alter<MentoringProfile>(part =>
        {
            part.Programme.ContentItemIds = [draft.Programme.Id];
            part.Role.Text = ProgrammeWords.Of(role);
            part.Themes.TaxonomyContentItemId = MentoringProgramme.ThemesTaxonomy;
            part.Capacity.Value = role == MentoringRole.Mentee ? null : part.Capacity.Value ?? 1;
        });
        await items.SaveDraftAsync(draft.Item, cancellation);
        (row.Role, row.PersonName, row.Capacity) = (role, person.Name, (int)(draft.Item.As<MentoringProfile>().Capacity.Value ?? 0));
        row.State = row.State == ProfileState.Withdrawn ? ProfileState.Draft : row.State;
        row.Revision++;
        if (draft.IsNew)
        {
            db.Add(row);
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentoringProfileSaved(row.Id, draft.Programme.Title, role), cancellation);
    }

    /// <summary>What is missing before a profile can be sent, as sentences without a full stop.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        List<string> missing = [.. (await validator.CheckAsync(draft.Item, publish: true, cancellation)).Select(error => error.Message).Distinct()];
        var most = (await settings.GetAsync<MentoringSettings>(cancellation)).MostMentees;
        if (draft.Row.IsMentor && draft.Row.Capacity > most)
        {
            missing.Add($"Mentors can take {most} mentees at most");
        }

        return missing;
    }

    /// <summary>Sends a profile for which nothing is missing.</summary>
    /// <returns>False when it is sent already.</returns>
    public async Task<bool> SendAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        if (draft.Row.State != ProfileState.Draft)
        {
            return false;
        }

        await WaitAsync(draft, isAgain: false, cancellation);
        return true;
    }

    /// <summary>Has a mentee whose pair has ended wait for another mentor.</summary>
    /// <returns>False when their pair has not ended.</returns>
    public async Task<bool> AskAgainAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        if (draft.Row.State != ProfileState.Ended)
        {
            return false;
        }

        await WaitAsync(draft, isAgain: true, cancellation);
        return true;
    }

    /// <summary>Takes a profile back. Pairs that have begun go on.</summary>
    /// <returns>False when it is withdrawn already.</returns>
    public async Task<bool> WithdrawAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        var row = draft.Row;
        if (row.State == ProfileState.Withdrawn)
        {
            return false;
        }

        row.State = ProfileState.Withdrawn;
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await asks.CloseOfMenteeAsync(draft.Programme, row.PersonId, cancellation);
        await asks.CloseOfMentorAsync(draft.Programme, row.PersonId, cancellation);
        await events.PublishAsync(new MentoringProfileWithdrawn(row.Id, draft.Programme.Title, row.Role), cancellation);
        return true;
    }

    /// <summary>What the person wants to reach; empty for nothing.</summary>
    /// <exception cref="ConfidentialKeyMissingException">The key that it was encrypted with is not there.</exception>
    public async Task<string> GoalsAsync(ProfileRow row, CancellationToken cancellation) =>
        row.GoalsId is { } id ? (await texts.ReadAsync([id], cancellation)).GetValueOrDefault(id) ?? "" : "";

    private async Task WaitAsync(ProfileDraft draft, bool isAgain, CancellationToken cancellation)
    {
        (draft.Row.State, draft.Row.SentUtc) = (ProfileState.Waiting, Now);
        draft.Row.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentoringProfileSent(draft.Row.Id, draft.Programme.Title, draft.Row.Role, isAgain), cancellation);
    }

    private async Task SaveGoalsAsync(ProfileRow row, string goals, CancellationToken cancellation)
    {
        if (row.GoalsId is not { } id)
        {
            row.GoalsId = goals.Length > 0 ? await texts.KeepAsync(goals, [row.PersonId], cancellation) : null;
        }
        else if (goals.Length > 0)
        {
            await texts.ChangeAsync(id, goals, cancellation);
        }
        else
        {
            await texts.DeleteAsync([id], cancellation);
            row.GoalsId = null;
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Turn(string personId) => $"mentoring:{personId}";

    private static string Shorten(string title) => title.Length <= TitlePart.MaximumLength ? title : title[..TitlePart.MaximumLength];
}

/// <summary>A profile of the current person's.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Item">What they have written.</param>
/// <param name="Programme">Its programme.</param>
internal sealed record ProfileDraft(ProfileRow Row, ContentItem Item, Programme Programme)
{
    /// <summary>True for one that was never saved.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Something that stands against what somebody wants to do, and what they can do next.</summary>
/// <param name="Message">What, as a sentence.</param>
/// <param name="Next">The next step, as a sentence.</param>
/// <param name="LinkText">The words of a link that leads there.</param>
/// <param name="Url">Where it leads, below the portal's root.</param>
internal sealed record Obstacle(string Message, string Next, string LinkText, string Url);
