using LearningDev.Content.Fields;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Exporting;
using LearningDev.Content.Sheets.Importing.Checking;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Mending;
using LearningDev.Content.Sheets.Importing.Planning;
using LearningDev.Content.Sheets.Importing.Working;
using LearningDev.Content.Sheets.Templates;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Sheets;

/// <summary>Content as sheets: exported, imported, and templates to fill in.</summary>
internal static class SheetServices
{
    public static void Register(ModuleBuilder module)
    {
        AddColumns(module.Services);
        module.Services.AddSingleton<SheetWorker>();
        module.Services.AddHostedService(provider => provider.GetRequiredService<SheetWorker>());
        module.Services.AddScoped<SheetOpening>();
        module.Services.AddScoped<SheetPlanner>();
        module.Services.AddScoped<SheetWorking>();
        module.Services.AddScoped<SheetRows>();
        module.Services.AddScoped<KeptSheets>();
        module.Services.AddScoped<SheetExport>();
        module
            .Tables(KeptSheetTables.Map)
            .Settings<SheetSettings>("Imports", "How large files may be that editors import content from, and how long they are kept.")
            .Endpoints(SheetTemplate.Map)
            .Endpoints(WrongRows.Map)
            .Job<ExpiredSheetsJob>(new JobManifest("Expired imports", "Deletes imports with their files once they have been kept for long enough.", "0 40 3 * * ?"));
    }

    private static void AddColumns(IServiceCollection services)
    {
        services.AddScoped<SheetColumns>();
        services.AddScoped<SheetWords>();
        services.AddSingleton<ISheetField>(new OneColumnField<TextField>(SheetColumns.OfText));
        services.AddSingleton<ISheetField>(new OneColumnField<MarkdownField>(place => new TextColumn(place, nameof(MarkdownField.Markdown), "Text in Markdown")));
        services.AddSingleton<ISheetField>(new OneColumnField<BooleanField>(place => new BooleanColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<NumericField>(place => new NumberColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<DateField>(place => new DayColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<DateTimeField>(place => new MomentColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<TimeField>(place => new TimeColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<MultiTextField>(place => new ChoicesColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<TaxonomyField>(place => new TermsColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<ContentPickerField>(place => new ItemsColumn(place)));
        services.AddSingleton<ISheetField>(new OneColumnField<UserPickerField>(place => new PeopleColumn(place)));
        services.AddSingleton<ISheetField>(new TwoColumnField<LinkField>(
            place => new TextColumn(place, nameof(LinkField.Url), "An address that begins with https:// or with /"),
            place => new TextColumn(place, nameof(LinkField.Text), "The words of the link", nameof(LinkField.Text), "words")));
        services.AddSingleton<ISheetField>(new TwoColumnField<MediaField>(place => new FilesColumn(place), place => new FileTextsColumn(place)));
    }
}
