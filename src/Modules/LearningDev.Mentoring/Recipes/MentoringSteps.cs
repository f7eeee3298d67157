using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Pairs;
using LearningDev.Mentoring.Profiles;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Recipes;

/// <summary>The recipe step "MentoringProfiles": what people offer and ask for in programmes. What is there already is left alone, and nobody is told. Goals cannot be brought: they are nobody's but the person's.</summary>
internal sealed class MentoringProfilesStep(PortalDb db, ContentItems items, ProgrammeList programmes, IEvents events, TimeProvider time) : IRecipeStep
{
    public string Name => "MentoringProfiles";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "Id", "Programme", "Person", "Role", "State", "Themes", "About", "Languages", "Days", "Places", "Capacity", "Wished", "SentDaysAgo");
            var id = context.Text("Id", json) ?? "";
            if (id.Length is 0 or > Identifiers.MaximumLength
                || !Enum.TryParse<MentoringRole>(context.Text("Role", json), out var role) || !Enum.IsDefined(role)
                || !Enum.TryParse<ProfileState>(context.Text("State", json) ?? nameof(ProfileState.Waiting), out var state) || state is not (ProfileState.Draft or ProfileState.Waiting))
            {
                context.Problem(json, $"A profile needs an Id of up to {Identifiers.MaximumLength} characters, a Role, and a State that is {ProfileState.Draft} or {ProfileState.Waiting}.");
                continue;
            }

            if (await programmes.FindAsync(context.Text("Programme", json) ?? "", cancellation) is not { } programme || !programme.Roles.Contains(role))
            {
                context.Problem(context.Find("Programme", json) ?? json, "There is no such programme with this role.");
                continue;
            }

            if (await context.PersonAsync(db, json, "Person", cancellation) is { Id: var personId, FullName: var name } && !await db.MentoringProfiles.AnyAsync(row => row.Id == id || (row.ProgrammeId == programme.Id && row.PersonId == personId), cancellation)
                && await WishedAsync(context, json, cancellation) is { } wished)
            {
                await WriteAsync(context, json, new ProfileRow
                {
                    Id = id,
                    ProgrammeId = programme.Id,
                    PersonId = personId,
                    PersonName = name,
                    Role = role,
                    State = state,
                    CreatedUtc = time.GetUtcNow().UtcDateTime,
                }, programme, wished, cancellation);
            }
        }
    }

    private async Task<List<string>?> WishedAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        var names = context.Texts("Wished", json).Select(wished => wished.Text.ToUpperInvariant()).ToList();
        var ids = await db.Users.Where(one => EF.Parameter(names).Contains(one.NormalizedUserName!)).Select(one => one.Id).ToListAsync(cancellation);
        if (ids.Count == names.Count)
        {
            return ids;
        }

        context.Problem(context.Find("Wished", json) ?? json, "Somebody who is wished for has no account.");
        return null;
    }

    private async Task WriteAsync(RecipeStepContext context, JsonObject json, ProfileRow row, Programme programme, List<string> wished, CancellationToken cancellation)
    {
        var capacity = int.TryParse(context.Text("Capacity", json), CultureInfo.InvariantCulture, out var places) ? Math.Clamp(places, 1, 50) : 1;
        var item = items.New(MentoringProfile.Type);
        (item.ContentItemId, item.Owner) = (row.Id, row.PersonId);
        item.Alter<TitlePart>(part => part.Title = $"{row.PersonName}: {ProgrammeWords.Of(row.Role)} in {programme.Title}");
        item.Alter<MentoringProfile>(part =>
        {
            part.Programme.ContentItemIds = [programme.Id];
            part.Role.Text = ProgrammeWords.Of(row.Role);
            part.Themes.TaxonomyContentItemId = MentoringProgramme.ThemesTaxonomy;
            part.Themes.TermContentItemIds = Texts("Themes");
            part.About.Text = context.Text("About", json);
            part.Languages.Values = Texts("Languages");
            part.Days.Values = Texts("Days");
            part.Places.Values = Texts("Places");
            part.Capacity.Value = row.IsMentor ? capacity : null;
            part.Wished.UserIds = wished;
        });
        try
        {
            await items.SaveDraftAsync(item, cancellation);
        }
        catch (ContentInvalidException fault)
        {
            context.Problem(json, $"The profile cannot be saved: {fault.Message}");
            return;
        }

        row.Capacity = row.IsMentor ? capacity : 0;
        row.SentUtc = row.State == ProfileState.Draft ? null
            : row.CreatedUtc.AddDays(-(int.TryParse(context.Text("SentDaysAgo", json), CultureInfo.InvariantCulture, out var ago) ? Math.Clamp(ago, 0, 3650) : 0));
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentoringProfileSaved(row.Id, programme.Title, row.Role), cancellation);
        context.Changed(RecipeAction.Added, "Offer or request for mentoring", row.Id, item.DisplayText);

        List<string> Texts(string property) => [.. context.Texts(property, json).Select(one => one.Text)];
    }
}

/// <summary>The recipe step "MentoringPairs": pairs that begin with the portal, on the terms of their programme. The mentee must wait in it, and the mentor offer. Nobody is told.</summary>
internal sealed class MentoringPairsStep(PortalDb db, ProgrammeList programmes, Candidates candidates, PairBeginning pairs) : IRecipeStep
{
    public string Name => "MentoringPairs";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "Programme", "Mentor", "Mentee");
            if (await programmes.FindAsync(context.Text("Programme", json) ?? "", cancellation) is not { } programme)
            {
                context.Problem(context.Find("Programme", json) ?? json, "There is no such programme.");
                continue;
            }

            if (await context.PersonAsync(db, json, "Mentor", cancellation) is not { Id: var mentorId, FullName: var mentorName } || await context.PersonAsync(db, json, "Mentee", cancellation) is not { Id: var menteeId, FullName: var menteeName })
            {
                continue;
            }

            if (await db.MentoringProfiles.AnyAsync(row => row.ProgrammeId == programme.Id && row.PersonId == menteeId && row.State != ProfileState.Waiting && row.State != ProfileState.Draft, cancellation))
            {
                continue;
            }

            var set = await candidates.OfAsync(programme, cancellation);
            if (set.Mentees.FirstOrDefault(one => one.PersonId == menteeId) is not { } mentee || set.Mentors.FirstOrDefault(one => one.PersonId == mentorId) is not { Capacity: > 0 } mentor
                || (await candidates.BarredAsync([mentee], [mentor], cancellation))(mentee, mentor))
            {
                context.Problem(json, $"{mentorName} and {menteeName} cannot be a pair of {programme.Title}.");
                continue;
            }

            await pairs.BeginAsync(programme, mentee, mentor, mentee.ProfileId, cancellation, tellNobody: true);
            context.Changed(RecipeAction.Added, "Mentoring pair", mentee.ProfileId, $"{mentorName} and {menteeName}");
        }
    }
}
