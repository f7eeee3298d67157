using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// Reads a <see cref="bool"/> from one checkbox. A checkbox that is not ticked sends nothing, and a property that was true would stay
/// so: hence a hidden field beside it says that it was shown. That field has a name of its own, as no two controls may share one.
/// </summary>
internal sealed class CheckboxModelBinder(IModelBinder single) : IModelBinder
{
    /// <summary>The name of the hidden field beside the checkbox.</summary>
    public static string ShownName(string? name) => name + ".Shown";

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var isShown = bindingContext.ValueProvider.GetValue(ShownName(name)) != ValueProviderResult.None;
        if (!isShown || bindingContext.ValueProvider.GetValue(name) != ValueProviderResult.None)
        {
            return single.BindModelAsync(bindingContext);
        }

        bindingContext.ModelState.SetModelValue(name, "false", "false");
        bindingContext.Result = ModelBindingResult.Success(false);
        return Task.CompletedTask;
    }
}

/// <summary>Gives <see cref="bool"/> the binder of the checkbox.</summary>
internal sealed class CheckboxModelBinderProvider : IModelBinderProvider
{
    private readonly SimpleTypeModelBinderProvider _single = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(bool) && _single.GetBinder(context) is { } single ? new CheckboxModelBinder(single) : null;
}
