using System.Diagnostics;
using System.Globalization;
using LearningDev.Platform.Commands;

namespace LearningDev.Catalogue.Importing;

/// <summary>Tells an operator how an import goes: what is wrong at once, how far it is now and then, and the count at the end.</summary>
internal sealed class ImportReport(HostCommandCall call, int rows, bool preview, TimeSpan pace)
{
    private readonly bool overwritesLine = ReferenceEquals(call.Error, Console.Error) && !Console.IsErrorRedirected;
    private readonly Dictionary<string, int> repeated = [];
    private readonly ImportResult soFar = new();
    private long last = Stopwatch.GetTimestamp();
    private int told;

    /// <summary>Tells of one row.</summary>
    public void Tell(RowResult result)
    {
        told++;
        soFar.Count(result.Outcome);
        if (result.Outcome is RowOutcome.Refused)
        {
            foreach (var fault in result.Notes)
            {
                Line(call.Error, $"Refused: {fault}");
            }
        }
        else if (result.Outcome is RowOutcome.Kept)
        {
            Line(call.Error, $"Left as it is: {result.Notes[0]}");
        }
        else
        {
            // The same note for hundreds of rows is told once, with their number.
            foreach (var note in result.Notes)
            {
                repeated[note.Message] = repeated.GetValueOrDefault(note.Message) + 1;
            }
        }

        if (preview)
        {
            Line(call.Output, $"{Word(result.Outcome),-9} {result.Row.Place}: {result.Row.One(Reading.RowField.Title)}");
        }

        if (Stopwatch.GetElapsedTime(last) >= pace)
        {
            last = Stopwatch.GetTimestamp();
            var progress = string.Create(CultureInfo.InvariantCulture, $"{told * 100L / rows,3} % {told:#,##0} of {rows:#,##0} rows");
            call.Error.Write(overwritesLine ? $"\r{progress}" : progress + Environment.NewLine);
        }
    }

    /// <summary>Tells what became of the whole.</summary>
    public void End(ImportResult result, TimeSpan time, bool allOrNothing)
    {
        foreach (var (message, count) in repeated)
        {
            Line(call.Output, count == 1 ? message : string.Create(CultureInfo.InvariantCulture, $"{message} ({count:#,##0} rows)"));
        }

        if (preview)
        {
            Line(call.Output, "This is a preview: nothing was written.");
        }
        else if (allOrNothing && result[RowOutcome.Refused] > 0)
        {
            Line(call.Output, "Nothing was written, because rows were refused.");
        }

        Line(call.Output, string.Create(
            CultureInfo.InvariantCulture,
            $"{result[RowOutcome.Added]:#,##0} added, {result[RowOutcome.Updated]:#,##0} updated, {result[RowOutcome.Unchanged]:#,##0} unchanged, "
            + $"{result[RowOutcome.Kept]:#,##0} left as they are, {result[RowOutcome.Refused]:#,##0} refused; {time.TotalSeconds:0.0} seconds"));
    }

    /// <summary>Tells how far it went before it was stopped.</summary>
    public void Stopped() => Line(call.Error, string.Create(
        CultureInfo.InvariantCulture,
        $"Stopped after {told:#,##0} of {rows:#,##0} rows: {soFar[RowOutcome.Added]:#,##0} added, {soFar[RowOutcome.Updated]:#,##0} updated. Import the file again to go on."));

    private void Line(TextWriter writer, string text) => writer.WriteLine(overwritesLine ? $"\r{text}" : text);

    private static string Word(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Added => "add",
        RowOutcome.Updated => "update",
        RowOutcome.Unchanged => "unchanged",
        RowOutcome.Kept => "leave",
        _ => "refuse",
    };
}
