namespace LearningDev.Mentoring.Programmes;

/// <summary>Who learns from whom.</summary>
internal enum ProgrammeKind
{
    /// <summary>The more experienced colleague mentors.</summary>
    Mentoring,

    /// <summary>The junior colleague mentors the senior one.</summary>
    Reverse,

    /// <summary>Colleagues of one standing: everybody has a mentor and is one.</summary>
    Peer,
}
