using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Reads a <see cref="DateOnly"/> from the three fields of a date input; from one field, as a query string has it, as ASP.NET Core does.</summary>
internal sealed class DateInputModelBinder(IModelBinder single) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        if (!Enum.GetNames<DatePart>().Any(part => bindingContext.ValueProvider.ContainsPrefix($"{name}.{part}")))
        {
            return single.BindModelAsync(bindingContext);
        }

        var entry = new DateEntry(Typed(DatePart.Day), Typed(DatePart.Month), Typed(DatePart.Year));
        if (entry.Date is not null || (entry.IsEmpty && bindingContext.ModelMetadata.IsReferenceOrNullableType))
        {
            bindingContext.Result = ModelBindingResult.Success(entry.Date);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(name, entry.Error(bindingContext.ModelMetadata.WordedName() ?? "Date")!);
        }

        return Task.CompletedTask;

        string? Typed(DatePart part)
        {
            var key = $"{name}.{part}";
            var typed = bindingContext.ValueProvider.GetValue(key);
            bindingContext.ModelState.SetModelValue(key, typed);
            bindingContext.ModelState.MarkFieldValid(key);
            return typed.FirstValue;
        }
    }
}

/// <summary>Gives <see cref="DateOnly"/> the binder of the date input.</summary>
internal sealed class DateInputModelBinderProvider : IModelBinderProvider
{
    private readonly TryParseModelBinderProvider _single = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) && _single.GetBinder(context) is { } single
            ? new DateInputModelBinder(single)
            : null;
}
