using LearningDev.Platform.Commands;

namespace LearningDev.Content.Recipes;

/// <summary>The command "recipe list": the recipes that ship with the portal and its modules.</summary>
internal sealed class ListCommand(RecipeFiles files) : IHostCommand
{
    public static HostCommandManifest Manifest { get; } = new(
        "recipe list", "", "Lists the recipes that ship with the portal and its modules.");

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        if (call.Arguments.Count > 0)
        {
            throw new HostCommandUsageException($"There is no option {call.Arguments[0]}.");
        }

        var sound = true;
        foreach (var path in files.All)
        {
            try
            {
                var recipe = await files.ReadAsync(path, cancellation);
                await call.Output.WriteLineAsync($"{recipe.Name}{Environment.NewLine}    {string.Join(". ", new[] { recipe.DisplayName, recipe.Description }.Where(text => text.Length > 0))}");
            }
            catch (RecipeException fault)
            {
                sound = false;
                await call.Error.WriteLineAsync(fault.Message);
            }
        }

        return sound;
    }
}
