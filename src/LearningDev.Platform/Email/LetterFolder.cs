using LearningDev.Platform.Hosting;
using MimeKit;

namespace LearningDev.Platform.Email;

/// <summary>Letters as files (.eml) in the node's folder "mail", for a portal without a mail server. A bounded number is kept.</summary>
internal sealed class LetterFolder(PortalNode node, EmailOptions options)
{
    private const string Ending = ".eml";

    private string Folder => Path.Combine(node.Folder, "mail");

    /// <summary>Writes a letter. The name of its file comes from the id, so a letter that is delivered twice is there once.</summary>
    public async Task AddAsync(string id, MimeMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, id + Ending);
        var unfinished = path + ".part";
        await using (var file = File.Create(unfinished))
        {
            await message.WriteToAsync(file, cancellation);
        }

        File.Move(unfinished, path, overwrite: true);
        foreach (var surplus in Newest().Skip(Math.Max(1, options.KeptLetters)))
        {
            surplus.Delete();
        }
    }

    /// <summary>The files, newest first.</summary>
    public IEnumerable<FileInfo> Newest() => Directory.Exists(Folder)
        ? new DirectoryInfo(Folder).EnumerateFiles("*" + Ending).OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)
        : [];

    /// <summary>The file of a letter; null when there is none.</summary>
    public FileInfo? Find(string id) => Newest().FirstOrDefault(file => file.Name == id + Ending);
}
