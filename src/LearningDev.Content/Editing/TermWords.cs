using LearningDev.Content.Taxonomies;

namespace LearningDev.Content.Editing;

/// <summary>What a term is called where the terms of all taxonomies stand in one list.</summary>
internal static class TermWords
{
    /// <summary>The term's name, after its taxonomy's where there are several, and after a dash for each term above it.</summary>
    public static string Of(Term term, Taxonomy taxonomy, IReadOnlyCollection<Taxonomy> all)
    {
        var name = term.Depth == 0 ? term.Name : $"{new string('–', term.Depth)} {term.Name}";
        return all.Count > 1 ? $"{taxonomy.Name}: {name}" : name;
    }
}
