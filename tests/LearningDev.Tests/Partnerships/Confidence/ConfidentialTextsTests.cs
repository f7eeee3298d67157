using System.Security.Cryptography;
using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Confidence;

[Requirement("COA-03")]
public class ConfidentialTextsTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private const string Words = "I find speaking in the chamber hard. Ünïcode £.";

    [Fact]
    public async Task Read_ByReader_GivesTheWordsAndNobodyElseGetsThem()
    {
        var id = await KeptAsync(Words, "employee", "coach");

        (await ReadAsync("employee", id)).ShouldBe(Words);
        (await ReadAsync("coach", id)).ShouldBe(Words);
        (await ReadAsync("administrator", id)).ShouldBeNull();
        (await ReadAsync("hr", id)).ShouldBeNull();
        (await ReadAsync(null, id)).ShouldBeNull();
    }

    [Fact]
    public async Task Keep_SameWordsTwice_AreEncryptedDifferently()
    {
        var ids = new[] { await KeptAsync(Words, "employee"), await KeptAsync(Words, "employee") };
        var rows = await portal.ReadAsync(db => db.ConfidentialTexts.Where(row => ids.Contains(row.Id)).ToListAsync());

        rows[0].Words.ShouldNotBe(rows[1].Words);
        rows[0].KeyId.ShouldBe("2026-01-01");
    }

    [Fact]
    public async Task Read_WordsOfAnotherRow_AreRefused()
    {
        var (one, other) = (await KeptAsync("One", "employee"), await KeptAsync("Other", "employee"));
        var words = await portal.ReadAsync(db => db.ConfidentialTexts.Where(row => row.Id == other).Select(row => row.Words).SingleAsync());
        await portal.ReadAsync(db => db.ConfidentialTexts.Where(row => row.Id == one).ExecuteUpdateAsync(set => set.SetProperty(row => row.Words, words)));

        await Should.ThrowAsync<CryptographicException>(() => ReadAsync("employee", one));
    }

    [Fact]
    public async Task Change_ByReader_ChangesAndByOthersIsRefused()
    {
        var id = await KeptAsync("Before", "employee", "coach");
        await portal.DoAsync("coach", services => services.GetRequiredService<IConfidentialTexts>().ChangeAsync(id, "After"));
        await Should.ThrowAsync<UnauthorizedAccessException>(
            () => portal.DoAsync("administrator", services => services.GetRequiredService<IConfidentialTexts>().ChangeAsync(id, "Mine")));

        (await ReadAsync("employee", id)).ShouldBe("After");
    }

    [Fact]
    public async Task Change_OfAnOldRevision_IsToldAndChangesNothing()
    {
        var id = await KeptAsync("Before", "employee", "coach");
        (await portal.DoAsync("coach", services => services.GetRequiredService<ConfidentialTexts>().ChangeAsync(id, "First", 0, default))).ShouldBeTrue();
        (await portal.DoAsync("employee", services => services.GetRequiredService<ConfidentialTexts>().ChangeAsync(id, "Second", 0, default))).ShouldBeFalse();

        (await ReadAsync("employee", id)).ShouldBe("First");
    }

    [Fact]
    public async Task Share_WithOthers_GivesAndTakesTheWords()
    {
        var id = await KeptAsync(Words, "employee");
        string[] readers = [await portal.PersonIdAsync("coach")];
        await portal.DoAsync(null, services => services.GetRequiredService<IConfidentialTexts>().ShareAsync(id, readers));

        (await ReadAsync("coach", id)).ShouldBe(Words);
        (await ReadAsync("employee", id)).ShouldBeNull();
    }

    [Fact]
    public async Task Delete_Words_AreGoneWithTheirReaders()
    {
        var id = await KeptAsync(Words, "employee");
        await portal.DoAsync(null, services => services.GetRequiredService<IConfidentialTexts>().DeleteAsync([id]));

        (await ReadAsync("employee", id)).ShouldBeNull();
        (await portal.ReadAsync(db => db.ConfidentialReaders.AnyAsync(row => row.TextId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Read_ByWhoHasLeft_GivesNothing()
    {
        var id = await KeptAsync(Words, "leila.haddad");
        await portal.SetPersonAsync("leila.haddad", person => person.LeavesOn = PartnershipsPages.Today.AddDays(-1));

        (await ReadAsync("leila.haddad", id)).ShouldBeNull();
        await portal.SetPersonAsync("leila.haddad", person => person.LeavesOn = null);
    }

    [Fact]
    public async Task Keep_TooManyCharactersOrNoReader_IsRefused()
    {
        await Should.ThrowAsync<ArgumentException>(() => KeptAsync(new string('w', ConfidentialTexts.LongestWords + 1), "employee"));
        await Should.ThrowAsync<ArgumentException>(() => KeptAsync(Words));
    }

    [Fact]
    public async Task Read_ManyWords_TakesOneQuery()
    {
        List<string> ids = [];
        for (var number = 0; number < 30; number++)
        {
            ids.Add(await KeptAsync($"Word {number}", "employee"));
        }

        await portal.DoAsync("employee", async services =>
        {
            var texts = services.GetRequiredService<IConfidentialTexts>();
            await texts.ReadAsync([ids[0]]);
            portal.Queries.Restart();
            (await texts.ReadAsync(ids)).Count.ShouldBe(30);
            portal.Queries.Count.ShouldBe(1);
        });
    }

    private async Task<string> KeptAsync(string words, params string[] readers)
    {
        List<string> ids = [];
        foreach (var reader in readers)
        {
            ids.Add(await portal.PersonIdAsync(reader));
        }

        return await portal.DoAsync(null, services => services.GetRequiredService<IConfidentialTexts>().KeepAsync(words, ids));
    }

    private Task<string?> ReadAsync(string? userName, string id) => portal.DoAsync(
        userName, async services => (await services.GetRequiredService<IConfidentialTexts>().ReadAsync([id])).GetValueOrDefault(id));
}
