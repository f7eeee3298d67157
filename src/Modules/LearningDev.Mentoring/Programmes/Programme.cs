using LearningDev.Content.Items;
using LearningDev.Partnerships.Contracts;

namespace LearningDev.Mentoring.Programmes;

/// <summary>Whether people can join a programme.</summary>
internal enum Joining
{
    /// <summary>Its first day has not come.</summary>
    NotYet,

    /// <summary>They can.</summary>
    Open,

    /// <summary>The last day for joining is over.</summary>
    Closed,

    /// <summary>The programme has ended.</summary>
    Ended,
}

/// <summary>A published programme.</summary>
internal sealed class Programme(ContentItem item)
{
    /// <summary>The way in which mentees choose, all year.</summary>
    public const string OpenWay = "open";

    /// <summary>The way in which HR matches all at once.</summary>
    public const string CohortWay = "cohort";

    /// <summary>The kinds by the values of the field.</summary>
    public static IReadOnlyDictionary<string, ProgrammeKind> Kinds { get; } =
        new Dictionary<string, ProgrammeKind> { ["mentoring"] = ProgrammeKind.Mentoring, ["reverse"] = ProgrammeKind.Reverse, ["peer"] = ProgrammeKind.Peer };

    public ContentItem Item => item;

    public string Id => item.ContentItemId;

    public string Title => item.DisplayText;

    public MentoringProgramme Part { get; } = item.As<MentoringProgramme>();

    public ProgrammeKind Kind => Kinds.GetValueOrDefault(Part.Kind.Text ?? "");

    /// <summary>True when mentees choose one by one, false when HR matches all at once.</summary>
    public bool IsOpen => Part.Way.Text == OpenWay;

    /// <summary>The last part of its address.</summary>
    public string Slug => item.As<AutoroutePart>().Path is { } path && path.StartsWith(MentoringLinks.ProgrammeBeginning, StringComparison.OrdinalIgnoreCase)
        ? path[MentoringLinks.ProgrammeBeginning.Length..] : item.ContentItemId;

    public DateOnly? JoinFrom => Day(Part.JoinFrom.Value);

    public DateOnly? JoinTo => Day(Part.JoinTo.Value);

    public DateOnly? StartsOn => Day(Part.StartsOn.Value);

    public DateOnly? EndsOn => Day(Part.EndsOn.Value);

    /// <summary>The entry of the catalogue that mentors must have completed; null for none.</summary>
    public string? TrainingId => Part.Training.ContentItemIds.FirstOrDefault();

    /// <summary>In what role somebody can take part.</summary>
    public IReadOnlyList<MentoringRole> Roles => Kind == ProgrammeKind.Peer ? [MentoringRole.Peer] : [MentoringRole.Mentor, MentoringRole.Mentee];

    /// <summary>Whether people can join on a day.</summary>
    public Joining JoiningOn(DateOnly today) =>
        EndsOn < today ? Joining.Ended
        : JoinTo < today ? Joining.Closed
        : JoinFrom > today ? Joining.NotYet : Joining.Open;

    /// <summary>True when somebody of a role level can take part in a role. Levels that are not known can.</summary>
    public bool Admits(MentoringRole role, string level)
    {
        return (role == MentoringRole.Mentee || Has(Part.MentorLevels.Values)) && (role == MentoringRole.Mentor || Has(Part.MenteeLevels.Values));

        bool Has(List<string> levels) => levels.Count == 0 || levels.Contains(level);
    }

    /// <summary>What a pair that begins on a day agrees on.</summary>
    public PartnershipTerms Terms(DateOnly today)
    {
        var first = StartsOn > today ? StartsOn.Value : today;
        var last = EndsOn ?? (Part.Months.Value is { } months ? first.AddMonths((int)months) : null);
        return new PartnershipTerms(Id, Title, Part.Agreement.Markdown ?? "")
        {
            HasChemistryMeeting = Part.FirstMeeting.Value,
            ManagerSigns = Part.ManagerSigns.Value,
            MostHours = Part.MostHours.Value,
            QuietAfterDays = (int?)Part.QuietAfterDays.Value,
            EndsOn = last,
            ReviewOn = Part.MidPoint.Value && last > first ? first.AddDays((last.Value.DayNumber - first.DayNumber) / 2) : null,
        };
    }

    private static DateOnly? Day(DateTime? value) => value is { } day ? DateOnly.FromDateTime(day) : null;
}
