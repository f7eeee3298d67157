namespace LearningDev.Content.Definitions.ChangingTypes;

/// <summary>Where a module shows the items of types that have a part of its own, as it registers it with the portal's services.</summary>
/// <param name="Part">The part, for example "LearningPart".</param>
/// <param name="Beginning">How their addresses begin, for example "catalogue/".</param>
public sealed record ItemAddress(string Part, string Beginning);
