namespace LearningDev.Content.Recipes.Expressions;

/// <summary>A script that is a single call with texts as arguments, such as <c>variables('x')</c>: nearly all are, and they need no script engine.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record RecipeCall(string Function, IReadOnlyList<string> Arguments)
{
    /// <summary>Reads a script; null when it is more than such a call.</summary>
    public static RecipeCall? Read(string script)
    {
        var text = script.AsSpan().Trim().TrimEnd("; \t\r\n");
        var open = text.IndexOf('(');
        if (open <= 0 || text[^1] != ')' || !IsName(text[..open].TrimEnd()))
        {
            return null;
        }

        var function = text[..open].TrimEnd().ToString();
        List<string> arguments = [];
        for (var rest = text[(open + 1)..^1].Trim(); rest.Length > 0;)
        {
            var quote = rest[0];
            var close = quote is '\'' or '"' ? rest[1..].IndexOf(quote) : -1;
            if (close < 0 || rest.Slice(1, close).ContainsAny('\\', '\n', '\r'))
            {
                return null;
            }

            arguments.Add(rest.Slice(1, close).ToString());
            rest = rest[(close + 2)..].TrimStart();
            if (rest.Length > 0)
            {
                if (rest[0] != ',' || rest[1..].Trim().IsEmpty)
                {
                    return null;
                }

                rest = rest[1..].TrimStart();
            }
        }

        return new RecipeCall(function, arguments);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return !text.IsEmpty && !char.IsAsciiDigit(text[0]);
    }
}
