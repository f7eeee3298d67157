using System.Globalization;
using LearningDev.Content.Items;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Managing;

/// <summary>What came of something that HR did on the page of a matching.</summary>
internal enum DeskOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Somebody else has changed the matching since the page was opened.</summary>
    Stale,

    /// <summary>The two cannot be a pair, or do not take part any more.</summary>
    NotPossible,

    /// <summary>A match of the programme waits for confirmation.</summary>
    Waiting,

    /// <summary>There is nothing to send.</summary>
    Nothing,

    /// <summary>No workflow is switched on that takes matches.</summary>
    NoWorkflow,
}

/// <summary>What HR does with the matching of a programme: runs, pins, forbids, sends (MEN-01). Whoever works with an older page is told.</summary>
internal sealed class MatchingDesk(PortalDb db, ContentItems items, Candidates candidates, CaseCare cases, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>The number of the matching's last change; 0 for none yet.</summary>
    public Task<int> RevisionAsync(string programmeId, CancellationToken cancellation) =>
        db.MentoringMatchings.Where(row => row.ProgrammeId == programmeId).Select(row => row.Revision).SingleOrDefaultAsync(cancellation);

    /// <summary>The last run of a programme, and the one before; null for none.</summary>
    public async Task<(RunRow? Last, RunRow? Before)> LastRunsAsync(string programmeId, CancellationToken cancellation)
    {
        var runs = await db.MentoringRuns.AsNoTracking().Where(run => run.ProgrammeId == programmeId).OrderByDescending(run => run.Number).Take(2).ToListAsync(cancellation);
        return (runs.FirstOrDefault(), runs.ElementAtOrDefault(1));
    }

    /// <summary>Matches all who wait, and keeps the result as a proposal.</summary>
    public async Task<DeskOutcome> ProposeAsync(Programme programme, int revision, CancellationToken cancellation)
    {
        if (await AgainstAsync(programme, revision, cancellation) is { } against)
        {
            return against;
        }

        var set = await candidates.OfAsync(programme, cancellation);
        var barred = await candidates.BarredAsync(set.Mentees, set.Mentors, cancellation);
        var rulings = await db.MentoringRulings.AsNoTracking().Where(ruling => ruling.ProgrammeId == programme.Id).ToListAsync(cancellation);
        var forbidden = rulings.Where(ruling => ruling.Kind == RulingKind.Forbidden).Select(ruling => (ruling.MenteeId, ruling.MentorId)).ToHashSet();
        var result = Matcher.Match(
            set.Mentees, set.Mentors,
            (mentee, mentor) => barred(mentee, mentor) || forbidden.Contains((mentee.PersonId, mentor.PersonId)) ? null : set.Rules.Points(mentee, mentor),
            [.. rulings.Where(ruling => ruling.Kind == RulingKind.Pinned).Select(ruling => (ruling.MenteeId, ruling.MentorId))]);
        var run = new RunRow
        {
            ProgrammeId = programme.Id,
            Number = await db.MentoringRuns.Where(one => one.ProgrammeId == programme.Id).MaxAsync(one => (int?)one.Number, cancellation) + 1 ?? 1,
            Total = result.Total,
            Pairs = result.Pairs.Count,
            LeftOver = result.LeftOver.Count,
            ByName = person.Name,
            CreatedUtc = Now,
        };
        db.Add(run);
        db.AddRange(result.Pairs.Select((pair, position) => new RunPairRow
        {
            RunId = run.Id,
            MenteeId = pair.Mentee.PersonId,
            MentorId = pair.Mentor.PersonId,
            Position = position,
            Points = pair.Points,
            Reasons = Lines(set.Rules.Explain(pair.Mentee, pair.Mentor)),
            Tie = pair.Tie,
            IsPinned = pair.IsPinned,
        }));
        db.AddRange(result.LeftOver.Select(left => new RunLeftRow { RunId = run.Id, PersonId = left.Mentee.PersonId, IsMentor = false, Why = left.Why }));
        db.AddRange(result.Free.Select(free => new RunLeftRow
        {
            RunId = run.Id,
            PersonId = free.Mentor.PersonId,
            IsMentor = true,
            Why = free.Places == 1 ? "1 place is free" : string.Create(CultureInfo.InvariantCulture, $"{free.Places} places are free"),
        }));
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentoringMatchProposed(programme.Id, programme.Title, run.Number, run.Pairs, run.LeftOver, run.Total), cancellation);
        return DeskOutcome.Done;
    }

    /// <summary>Pins or forbids two people of the programme. What was said of them before is replaced.</summary>
    public async Task<DeskOutcome> RuleAsync(Programme programme, int revision, string menteeId, string mentorId, RulingKind kind, CancellationToken cancellation)
    {
        if (await AgainstAsync(programme, revision, cancellation) is { } against)
        {
            return against;
        }

        var set = await candidates.OfAsync(programme, cancellation);
        if (set.Mentees.FirstOrDefault(one => one.PersonId == menteeId) is not { } mentee || set.Mentors.FirstOrDefault(one => one.PersonId == mentorId) is not { } mentor || mentee.PersonId == mentor.PersonId)
        {
            return DeskOutcome.NotPossible;
        }

        if (kind == RulingKind.Pinned)
        {
            if ((await candidates.BarredAsync([mentee], [mentor], cancellation))(mentee, mentor))
            {
                return DeskOutcome.NotPossible;
            }

            // A mentee has one mentor: a new pin takes the place of an older one.
            await db.MentoringRulings.Where(row => row.ProgrammeId == programme.Id && row.MenteeId == menteeId && row.MentorId != mentorId && row.Kind == RulingKind.Pinned).ExecuteDeleteAsync(cancellation);
        }

        if (await db.MentoringRulings.SingleOrDefaultAsync(row => row.ProgrammeId == programme.Id && row.MenteeId == menteeId && row.MentorId == mentorId, cancellation) is { } ruling)
        {
            (ruling.Kind, ruling.ByName, ruling.ChangedUtc) = (kind, person.Name, Now);
        }
        else
        {
            db.Add(new RulingRow { ProgrammeId = programme.Id, MenteeId = menteeId, MentorId = mentorId, Kind = kind, ByName = person.Name, ChangedUtc = Now });
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentoringRuled(programme.Id, programme.Title, kind, mentee.Name, mentor.Name, IsTakenBack: false), cancellation);
        return DeskOutcome.Done;
    }

    /// <summary>Takes a pin or a ban back.</summary>
    public async Task<DeskOutcome> TakeBackAsync(Programme programme, int revision, string rulingId, IReadOnlyDictionary<string, string> names, CancellationToken cancellation)
    {
        if (await AgainstAsync(programme, revision, cancellation) is { } against)
        {
            return against;
        }

        if (await db.MentoringRulings.SingleOrDefaultAsync(row => row.Id == rulingId && row.ProgrammeId == programme.Id, cancellation) is not { } ruling)
        {
            return DeskOutcome.NotPossible;
        }

        db.Remove(ruling);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(
            new MentoringRuled(programme.Id, programme.Title, ruling.Kind, names.GetValueOrDefault(ruling.MenteeId) ?? "", names.GetValueOrDefault(ruling.MentorId) ?? "", IsTakenBack: true), cancellation);
        return DeskOutcome.Done;
    }

    /// <summary>Sends the last run to be confirmed.</summary>
    public async Task<DeskOutcome> SendAsync(Programme programme, int revision, CancellationToken cancellation)
    {
        if (await AgainstAsync(programme, revision, cancellation) is { } against)
        {
            return against;
        }

        if (await db.MentoringRuns.Where(one => one.ProgrammeId == programme.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellation) is not { State: RunState.Proposed, Pairs: > 0 } run)
        {
            return DeskOutcome.Nothing;
        }

        if (!await cases.CanStartWithAsync(MatchSentEvent.ActivityName, cancellation))
        {
            return DeskOutcome.NoWorkflow;
        }

        var item = items.New(MentoringMatch.Type);
        item.ContentItemId = run.Id;
        item.Alter<TitlePart>(part => part.Title = string.Create(CultureInfo.InvariantCulture, $"{programme.Title}, match {run.Number}"));
        item.Alter<MentoringMatch>(part =>
        {
            part.Programme.ContentItemIds = [programme.Id];
            (part.Pairs.Value, part.LeftOver.Value, part.Total.Value) = (run.Pairs, run.LeftOver, run.Total);
        });
        await items.SaveDraftAsync(item, cancellation);
        run.State = RunState.Sent;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentoringMatchSent(run.Id, programme.Title, run.Number), cancellation);
        run.CaseId = await cases.StartWithAsync(MatchSentEvent.ActivityName, run.Id, person.Id, [], cancellation);
        await db.SaveChangesAsync(cancellation);
        return DeskOutcome.Done;
    }

    /// <summary>What stands against a change: a later one of somebody else's, or a match that waits. Otherwise the change is counted.</summary>
    private async Task<DeskOutcome?> AgainstAsync(Programme programme, int revision, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync($"mentoring-matching:{programme.Id}", cancellation);
        var matching = await db.MentoringMatchings.SingleOrDefaultAsync(row => row.ProgrammeId == programme.Id, cancellation);
        if ((matching?.Revision ?? 0) != revision)
        {
            return DeskOutcome.Stale;
        }

        if (await db.MentoringRuns.AnyAsync(run => run.ProgrammeId == programme.Id && run.State == RunState.Sent, cancellation))
        {
            return DeskOutcome.Waiting;
        }

        if (matching is null)
        {
            db.Add(matching = new MatchingRow { ProgrammeId = programme.Id });
        }

        matching.Revision++;
        return null;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Lines(Fit fit)
    {
        var lines = string.Join('\n', fit.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Points}\t{part.Words}")));
        return lines.Length <= RunPairRow.ReasonsLength ? lines : lines[..RunPairRow.ReasonsLength];
    }
}
