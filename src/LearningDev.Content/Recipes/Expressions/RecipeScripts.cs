using System.Diagnostics;
using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace LearningDev.Content.Recipes.Expressions;

/// <summary>
/// Evaluates scripts that are more than one call, by one engine for all of a run. A script reaches nothing but JavaScript itself and the functions
/// of <see cref="RecipeFunctions.Names"/>, and is limited in time, memory, statements and recursion.
/// </summary>
/// <param name="limits">How long all scripts may take together.</param>
/// <param name="now">The time that scripts are told: the same in all of a run.</param>
internal sealed class RecipeScripts(RecipeLimits limits, DateTimeOffset now)
{
    private const int MostStatements = 100_000;
    private const int DeepestRecursion = 64;
    private const int MostElements = 100_000;
    private const int LongestText = 4 * 1024 * 1024;
    private const long MostMemory = 32 * 1024 * 1024;
    private static readonly TimeSpan LongestScript = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPattern = TimeSpan.FromMilliseconds(250);

    private Engine? engine;
    private TimeSpan spent;
    private Func<string, IReadOnlyList<string?>, string>? call;

    /// <summary>Evaluates a script; its value is that of its last statement, as text.</summary>
    /// <param name="script">The script.</param>
    /// <param name="functions">Answers calls of functions: the name and the arguments.</param>
    /// <exception cref="RecipeExpressionException">The script fails or is stopped.</exception>
    public string Evaluate(string script, Func<string, IReadOnlyList<string?>, string> functions)
    {
        if (spent.TotalSeconds > limits.ScriptSeconds)
        {
            throw new RecipeExpressionException($"The recipe's scripts have taken more than {limits.ScriptSeconds} seconds together.");
        }

        // A variable that a script asks for may itself be a script.
        if (call is not null)
        {
            var outer = (engine, call);
            (engine, call) = (null, null);
            try
            {
                return Evaluate(script, functions);
            }
            finally
            {
                (engine, call) = outer;
            }
        }

        var began = Stopwatch.GetTimestamp();
        call = functions;
        try
        {
            engine ??= Create();

            // In a block, so that its constants are its own.
            return TextOf(engine.Evaluate($"{{\n{script}\n}}"));
        }
        catch (RecipeExpressionException)
        {
            throw;
        }
        catch (Exception fault) when (fault is JintException or TimeoutException or InvalidOperationException or ArgumentException or InvalidCastException or NotSupportedException
            or InsufficientExecutionStackException or OutOfMemoryException or OverflowException or FormatException or IndexOutOfRangeException or NullReferenceException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            // What was going on in the engine is not known any more.
            engine = null;
            throw new RecipeExpressionException(OrchardNames.Functions.FirstOrDefault(function => fault.Message == $"{function} is not defined") is { } known
                ? $"The function {known} is Orchard Core's and not supported here."
                : $"{fault.Message.TrimEnd('.')}.", fault);
        }
        finally
        {
            call = null;
            spent += Stopwatch.GetElapsedTime(began);
        }
    }

    private Engine Create()
    {
        var created = new Engine(options =>
        {
            options.TimeoutInterval(LongestScript).LimitMemory(MostMemory).MaxStatements(MostStatements).LimitRecursion(DeepestRecursion)
                .DisableStringCompilation();
            options.Constraints.StackOverflowGuard = true;
            options.Constraints.MaxArraySize = MostElements;
            options.Constraints.RegexTimeout = LongestPattern;
            options.TimeSystem = new InstantOfRun(now);
        });
        foreach (var function in RecipeFunctions.Names)
        {
            created.SetValue(function, new Func<JsValue, JsValue, string>((first, second) => call!(function, [Argument(first), Argument(second)])));
        }

        // One such call could take gigabytes before any limit is looked at.
        created.Execute($$"""
            for (const name of ['repeat', 'padStart', 'padEnd']) {
              const original = String.prototype[name];
              const bounded = function (count, ...rest) {
                if (count * (name === 'repeat' ? this.length : 1) > {{LongestText}}) { throw new RangeError('The text would be too long'); }
                return original.call(this, count, ...rest);
              };
              Object.defineProperty(String.prototype, name, { value: bounded, writable: false, configurable: false });
            }
            """);
        return created;
    }

    // An argument that a script leaves out is no value at all.
    private static string? Argument(JsValue? value) => value is null || value.IsUndefined() || value.IsNull() ? null : value.ToString();

    private static string TextOf(JsValue value)
    {
        var text = value.IsUndefined() || value.IsNull() ? "" : TypeConverter.ToString(value);
        return text.Length <= LongestText ? text : throw new RecipeExpressionException($"Its value has more than {LongestText} characters.");
    }

    private sealed class InstantOfRun(DateTimeOffset now) : DefaultTimeSystem(TimeZoneInfo.Utc, CultureInfo.InvariantCulture)
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
