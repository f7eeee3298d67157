namespace LearningDev.Content.Recipes;

/// <summary>A recipe cannot be read or run; nothing of it was done.</summary>
/// <param name="message">Which recipe, which line, which step and why.</param>
/// <param name="inner">What caused it.</param>
public sealed class RecipeException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The line of the recipe's file, from 1; 0 when it is not known.</summary>
    public int Line { get; init; }
}
