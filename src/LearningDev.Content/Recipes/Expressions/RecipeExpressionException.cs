namespace LearningDev.Content.Recipes.Expressions;

/// <summary>An expression has no value; the message says why.</summary>
/// <param name="message">Why, as a sentence.</param>
/// <param name="inner">What caused it.</param>
internal sealed class RecipeExpressionException(string message, Exception? inner = null) : Exception(message, inner);
