using System.Text;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Reads catalogues of one format.</summary>
internal interface ICatalogueReader
{
    /// <summary>True when a file is of this format, by the end of its name and the first characters of its text.</summary>
    bool Reads(string fileName, string beginning);

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="CatalogueFileException">The file is none of this format.</exception>
    CatalogueFile Read(Stream content);
}

/// <summary>Opens catalogues of every format that there is a reader for.</summary>
internal static class CatalogueFiles
{
    private const int BeginningLength = 4096;

    // The content says more than the name; what is neither XML nor JSON is CSV.
    private static readonly ICatalogueReader[] Readers = [new XcriReader(), new CivilServiceReader(), new CsvCatalogueReader()];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CatalogueFileException">The file is missing, or no catalogue.</exception>
    public static CatalogueFile Read(string path)
    {
        try
        {
            using var content = File.OpenRead(path);
            return Read(Path.GetFileName(path), content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueFileException($"{path} cannot be read. {fault.Message}", fault);
        }
    }

    /// <summary>Reads a catalogue from a stream that can be read from its beginning again.</summary>
    /// <exception cref="CatalogueFileException">It is no catalogue.</exception>
    public static CatalogueFile Read(string fileName, Stream content)
    {
        var buffer = new byte[BeginningLength];
        var read = content.ReadAtLeast(buffer, BeginningLength, throwOnEndOfStream: false);
        content.Position = 0;
        using var text = new StreamReader(new MemoryStream(buffer, 0, read), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var beginning = text.ReadToEnd().TrimStart();
        var reader = Array.Find(Readers, candidate => candidate.Reads(fileName, beginning))
            ?? throw new CatalogueFileException($"{fileName} is no catalogue that can be read: CSV, XCRI-CAP 1.2 or the JSON of Civil Service Learning.");
        return reader.Read(content);
    }
}
