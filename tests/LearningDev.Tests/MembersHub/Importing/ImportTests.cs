using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using LearningDev.Content.Sheets.Files;
using LearningDev.MembersHub.Importing;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Importing;

/// <summary>Members and their appointments from files. Millbrook has one vacant seat; each test has members of its own.</summary>
[Requirement("MEM-02")]
public class ImportTests(MembersPortal portal) : IClassFixture<MembersPortal>
{
    private const string Url = "/members/manage/import";
    private const string Members = "Email,Given name,Family name,Kind,Ward,Group,From,To\r\n";
    private const string Appointments = "Email,Name,Office,Of,Portfolio,From,To\r\n";

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await portal.ShouldBeForbiddenAsync("employee", Url, $"{Url}?handler=File&kind=Members");
        await portal.ShouldBeForbiddenAsync("councillor", Url);
        await portal.ShouldNotBeThereAsync(MemberPages.Officer, $"{Url}?handler=File&kind=77");
    }

    [Fact]
    public async Task Get_Desk_LeadsHere()
    {
        (await portal.GetDocumentAsync("/members/manage", MemberPages.Officer)).QuerySelector($"a[href='{Url}']").ShouldNotBeNull();
        (await portal.GetDocumentAsync(Url, MemberPages.Officer)).Words().ShouldContain("You see what each row does before anything is changed.");
    }

    [Theory]
    [InlineData("", "Choose a CSV file or a spreadsheet")]
    [InlineData("Ward,Name\r\nOld Town,Ann\r\n", "The file has neither a column “Kind”")]
    [InlineData("Email,Kind\r\na@b.example,Councillor\r\n", "The file has no column “Given name”. It needs the columns Email, Given name")]
    [InlineData(Members, "The file has no rows below its header")]
    [InlineData("%PDF-1.7\n", "The file is a PDF")]
    public async Task Post_NoSuchFile_ShowsErrorBesideTheField(string content, string error)
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await CheckAsync(client, content);
        page.ErrorText().ShouldContain(error);
        page.QuerySelector(".govuk-form-group--error input[type=file]").ShouldNotBeNull();
        page.Words().ShouldNotContain("Bring it in");
    }

    [Fact]
    public async Task Post_RowsThatAreWrong_AreRefusedWithRowAndColumn()
    {
        var before = await AllAsync();
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await CheckAsync(
            client,
            Members + "new.one@northbourne.example,New,One,Councilor,Milbrook,Nobodies,someday,2026-01-01\r\n" + ",Ruth,Nobody,Councillor,Northgate,,2023-05-08,\r\n" + "not an address,No,Address,Councillor,Millbrook,,2026-12-01,\r\n"
            + "late@northbourne.example,Too,Late,Councillor,Northgate,,2026-12-01,\r\n" + "councillor@northbourne.example,Ruth,Callaghan,Councillor,Old Town,,2023-05-08,\r\n"
            + "last@northbourne.example,Last,First,Mayor,Millbrook,,2026-12-02,2026-12-01\r\n" + "coopted@northbourne.example,Co,Opted,Co-opted member,,Forward Northbourne,2026-12-02,\r\n");
        var words = page.Words();
        foreach (var wrong in (string[])[
            "7 rows: 0 new, 0 with another last day, 0 recorded already, 7 refused. Nothing can be brought in",
            "Kind: Enter Councillor, Mayor or Co-opted member", "Ward: There is no ward “Milbrook”. Is it “Millbrook”?", "Group: There is no political group “Nobodies”", "From: “someday” is no day. Write 8 May 2023",
            "Email: No member is called Ruth Nobody. Enter the email address", "Email: Enter an email address in the right form", "Ward: All 2 seats of Northgate are taken on 1 December 2026",
            "is recorded as Councillor for Northgate", "Ward: Only councillors have a ward", "To: Last day must not be before the first", "Group: Co-opted members belong to no political group"])
        {
            words.ShouldContain(wrong);
        }

        page.QuerySelectorAll("button").ShouldNotContain(button => button.TextContent.Trim() == "Bring it in");
        (await AllAsync()).ShouldBe(before);

        var appointments = await CheckAsync(
            client,
            Appointments + ",Ruth Callaghan,Chairman,Planning Committee,,2026-12-01,\r\n" + ",Ruth Callaghan,Chair,Planing,,2026-12-01,\r\n" + "nobody@northbourne.example,,Member,Planning Committee,,2026-12-01,\r\n"
            + ",Ruth Callaghan,Chair,Planning Committee,,2026-12-01,\r\n" + ",Ruth Callaghan,Member of the executive,,,2026-12-01,\r\n" + ",Ruth Callaghan,Speaker,Planning Committee,,2026-12-01,\r\n" + ",Ruth Callaghan,Member,Appeals Committee,,2010-12-01,\r\n"
            + ",Ruth Callaghan,Member,Standards Advisory Committee,,2026-12-05,\r\n" + ",Ruth Callaghan,Member,Standards Advisory Committee,,5 December 2026,\r\n");
        words = appointments.Words();
        foreach (var wrong in (string[])[
            "9 rows: 1 new, 0 with another last day, 0 recorded already, 8 refused", "Office: Enter Mayor, Member of the executive, Speaker", "Of: There is no committee or outside body “Planing”. Is it “Planning Committee”?",
            "Email: Nobody has an account with this address", "From: Judith Penrose is Chair, Planning Committee", "Portfolio: Enter the portfolio", "Of: Speaker is an office of the whole council. Leave it empty",
            "From: They are not a member on 1 December 2010", "The file has this twice"])
        {
            words.ShouldContain(wrong);
        }

        (await AllAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_MembersOfAllKinds_AreRecordedWithAccountsAndLettersOnce()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        // Windows writes semicolons and a byte order mark, and columns stand as somebody likes.
        const string file = "\uFEFFkind;given name;FAMILY NAME;Email;Notes;ward;group;to;from\r\n"
            + "Councillor;Ida;Marsh;ida.marsh@northbourne.example;by-election;Millbrook;residents' alliance;;07/12/2026\r\n"
            + "Co-opted member;Otto;Lund;otto.lund@northbourne.example;;;;30 June 2028;1 January 2027\r\n";
        var page = await CheckAsync(client, file);
        page.Words().ShouldContain("2 rows: 2 new, 0 with another last day, 0 recorded already, 0 refused. Nothing has been changed yet.");
        page.Words().ShouldContain("Accounts are made for 2 people");
        page.Words().ShouldContain("Councillor, Millbrook, Residents’ Alliance, from 7 December 2026");
        (await PersonAsync("ida.marsh@northbourne.example")).ShouldBeNull();
        (await portal.SentLettersAsync()).ShouldNotContain(letter => letter.To == "ida.marsh@northbourne.example");
        (await portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectName == "Ida Marsh").Select(row => row.Event + row.Summary).ToListAsync())).ShouldBeEmpty();

        using var done = await client.SubmitAsync(page.FormWith("Bring it in"));
        done.Headers.Location!.OriginalString.ShouldBe("/members/manage");
        (await client.GetPageAsync("/members/manage")).Banner().ShouldBe("Brought in: 2 terms recorded. 2 new members get a letter with a link to choose a password");
        (await portal.SentLettersAsync()).Count(letter => letter.To is "ida.marsh@northbourne.example" or "otto.lund@northbourne.example").ShouldBe(2);
        var ida = (await PersonAsync("ida.marsh@northbourne.example"))!;
        var term = (await portal.TermsAsync(ida)).ShouldHaveSingleItem();
        (term.Kind, term.WardId, term.From, term.Until, term.PersonName).ShouldBe((TermKind.Elected, "millbrook", new DateOnly(2026, 12, 7), null, "Ida Marsh"));
        var otto = (await portal.TermsAsync((await PersonAsync("otto.lund@northbourne.example"))!)).ShouldHaveSingleItem();
        (otto.Kind, otto.WardId, otto.Until).ShouldBe((TermKind.CoOpted, null, new DateOnly(2028, 6, 30)));
        (await portal.ReadAsync(db => db.GroupMemberships.Where(row => row.PersonId == ida).Select(row => row.GroupId).SingleAsync())).ShouldBe("residents");
        (await portal.MemberAuditAsync(ida)).ShouldContain("Ida Marsh: A term as councillor begins on 7 December 2026");
        (await portal.ReadAsync(db => db.AuditEntries.Where(row => row.Event == nameof(MembersImported)).OrderBy(row => row.Id).Select(row => row.Summary).LastAsync()))
            .ShouldBe("Brought in members from the file members.csv: 2 recorded, 0 changed, 2 accounts made");

        // Twice is as once, from the form that is still open and from the file.
        var after = await AllAsync();
        using var again = await client.SubmitAsync(page.FormWith("Bring it in"));
        (await again.ReadPageAsync()).ErrorText().ShouldContain("All of it is recorded already. Nothing was changed");
        (await CheckAsync(client, file)).Words().ShouldContain("2 rows: 0 new, 0 with another last day, 2 recorded already, 0 refused. There is nothing to bring in.");
        (await AllAsync()).ShouldBe(after);
    }

    [Fact]
    public async Task Post_Appointments_MakeRoomBeforeTheyBegin()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        // The new chair stands above the end of the old one.
        var page = await CheckAsync(client, Appointments + ",Martin Stubbs,Chair,Appeals Committee,,2026-12-11,\r\n" + ",rhys probert,chair,Appeals Committee,,15/05/2024,10/12/2026\r\n");
        page.Words().ShouldContain("2 rows: 1 new, 1 with another last day, 0 recorded already, 0 refused");
        using var done = await client.SubmitAsync(page.FormWith("Bring it in"));
        (await client.GetPageAsync("/members/manage")).Banner().ShouldBe("Brought in: 1 appointment recorded, 1 last day changed");
        var chairs = await portal.ReadAsync(db => db.MemberOffices.AsNoTracking().Where(row => row.BodyId == "appeals" && row.Kind == OfficeKind.Chair).OrderBy(row => row.From).ToListAsync());
        chairs.Select(row => (row.From, row.Until)).ShouldBe([(new DateOnly(2024, 5, 15), new DateOnly(2026, 12, 10)), (new DateOnly(2026, 12, 11), null)]);
    }

    [Fact]
    public async Task Post_TooLarge_ShowsErrorAndALongFileIsShownInPart()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        (await CheckAsync(client, Appointments + new string(' ', 2_000_000))).ErrorText().ShouldContain("The file must be smaller than 2 MB");
        (await CheckAsync(client, Appointments + Rows(1001))).ErrorText().ShouldContain("The file has more than 1,000 rows");
        var page = await CheckAsync(client, Appointments + Rows(1000));
        page.Words().ShouldContain("1,000 rows: 0 new, 0 with another last day, 0 recorded already, 1,000 refused");
        page.QuerySelectorAll("main tbody tr").Length.ShouldBe(ImportModel.MostShown);
        page.Words().ShouldContain("And 800 more rows.");

        static string Rows(int count) => string.Concat(Enumerable.Range(1, count).Select(number => $",Nobody {number},Member,Planning Committee,,2026-12-01,\r\n"));
    }

    [Fact]
    public async Task Post_SpreadsheetAndOldCoding_AreReadAsWellAsUtf8()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var stream = new MemoryStream();
        await using (var writer = await XlsxSheetWriter.CreateAsync(stream, DateTimeOffset.UnixEpoch.AddYears(20), CancellationToken.None))
        {
            await writer.BeginSheetAsync("Appointments", [.. MemberFile.AppointmentColumns.Select(column => (column, 20))]);
            await writer.WriteRowAsync([SheetCell.Empty, new("Joan Whitlock"), new("Member"), new("Northbourne Harbour Trust"), SheetCell.Empty, new("2027-02-01", CellKind.Day), SheetCell.Empty]);
        }

        (await CheckAsync(client, stream.ToArray())).Words().ShouldContain("Member, Northbourne Harbour Trust, from 1 February 2027");

        var page = await CheckAsync(client, Encoding.Latin1.GetBytes(Members + "zoe.nunez@northbourne.example,Zoë,Núñez,Councillor,Millbrook,,2026-12-21,\r\n"));
        page.Words().ShouldContain("Zoë Núñez");
        page.Words().ShouldContain("Windows-1252");
    }

    [Fact]
    public async Task Post_AddressOfSomebodyElse_IsRefused()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        (await CheckAsync(client, Appointments + "councillor@northbourne.example,Kwame Boateng,Member,Northbourne Harbour Trust,,8 Sep 2026,\r\n")).Words().ShouldContain("Email: This is the address of Ruth Callaghan. Correct it, or leave the name empty");
    }

    [Fact]
    public async Task Post_LongerTerm_NeedsItsSeatAndTakesTheGroupWithIt()
    {
        // Both seats of Castle Hill are taken from 9 May 2022; one of Station Road's was not in 2020.
        var other = await portal.ReadAsync(db => db.Users.Where(person => person.UserName == "chief-officer").Select(person => person.Id).SingleAsync());
        await portal.WriteAsync(db =>
        {
            db.Add(new TermRow { PersonId = other, PersonName = "Somebody", Kind = TermKind.Elected, WardId = "castle-hill", From = new DateOnly(2019, 5, 6), Until = new DateOnly(2020, 5, 5) });
            db.Add(new GroupMembershipRow { PersonId = other, GroupId = "forward", From = new DateOnly(2019, 5, 6), Until = new DateOnly(2020, 5, 5) });
        });
        var email = await portal.ReadAsync(db => db.Users.Where(person => person.Id == other).Select(person => person.Email).SingleAsync());
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        (await CheckAsync(client, Members + $"{email},,,Councillor,Castle Hill,,2019-05-06,2023-06-01\r\n")).Words().ShouldContain("To: All 2 seats of Castle Hill are taken on 9 May 2022");

        await portal.WriteAsync(db => db.MemberTerms.Where(term => term.PersonId == other).ExecuteUpdate(set => set.SetProperty(term => term.WardId, "station-road")));
        var page = await CheckAsync(client, Members + $"{email},,,Councillor,Station Road,,2019-05-06,1 Sep 2020\r\n");
        page.Words().ShouldContain("0 new, 1 with another last day");
        using var done = await client.SubmitAsync(page.FormWith("Bring it in"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.TermsAsync(other)).ShouldHaveSingleItem().Until.ShouldBe(new DateOnly(2020, 9, 1));
        (await portal.ReadAsync(db => db.GroupMemberships.Where(row => row.PersonId == other).Select(row => row.Until).SingleAsync())).ShouldBe(new DateOnly(2020, 9, 1));
    }

    [Fact]
    public async Task Post_ChangedSinceItWasLookedAt_BringsInNothingAndShowsItAnew()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await CheckAsync(client, Appointments + ",Kwame Boateng,Vice-chair,Northbourne Harbour Trust,,2026-12-14,\r\n");
        var other = (await portal.ReadAsync(db => db.Users.Where(person => person.UserName == "cllr.martin.stubbs").Select(person => person.Id).SingleAsync()));
        await portal.WriteAsync(db => db.Add(new OfficeRow { PersonId = other, Kind = OfficeKind.ViceChair, BodyId = "harbour-trust", From = new DateOnly(2026, 12, 1) }));
        using var refused = await client.SubmitAsync(page.FormWith("Bring it in"));
        var shown = await refused.ReadPageAsync();
        shown.ErrorText().ShouldContain("Members have changed since you looked at this");
        shown.Words().ShouldContain("From: Martin Stubbs is Vice-chair, Northbourne Harbour Trust");
        (await portal.ReadAsync(db => db.MemberOffices.CountAsync(row => row.BodyId == "harbour-trust" && row.Kind == OfficeKind.ViceChair && row.From >= new DateOnly(2026, 12, 1)))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_TwoOfficersAtOnce_OneBringsItIn()
    {
        var file = Appointments + ",Joan Whitlock,Substitute,Licensing Committee,,2026-12-14,2027-01-31\r\n";
        using var one = await portal.SignedInAsAsync(MemberPages.Officer);
        using var other = await portal.SignedInAsAsync("administrator");
        var (first, second) = (await CheckAsync(one, file), await CheckAsync(other, file));
        var answers = await Task.WhenAll(one.SubmitAsync(first.FormWith("Bring it in")), other.SubmitAsync(second.FormWith("Bring it in")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(answer => answer.StatusCode != HttpStatusCode.Redirect).ReadPageAsync()).ErrorText().ShouldContain("All of it is recorded already");
        (await portal.ReadAsync(db => db.MemberOffices.CountAsync(row => row.BodyId == "licensing" && row.From == new DateOnly(2026, 12, 14)))).ShouldBe(1);
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData("Members", Members)]
    [InlineData("Appointments", Appointments)]
    public async Task Get_File_BroughtInAgainChangesNothing(string kind, string header)
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.GetAsync($"{Url}?handler=File&kind={kind}");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{kind.ToLowerInvariant()}.csv");
        var file = await answer.Content.ReadAsStringAsync();
        file.TrimStart('\uFEFF').ShouldStartWith(header);
        file.ShouldContain("Callaghan");
        var rows = file.TrimEnd().Split("\r\n").Length - 1;
        portal.Queries.Restart();
        var words = (await CheckAsync(client, file)).Words();
        words.ShouldContain($"{rows} rows: 0 new, 0 with another last day, {rows} recorded already, 0 refused. There is nothing to bring in.");
        // As many as for a single row that is recorded already: what is there is read at once.
        portal.Queries.Count.ShouldBeLessThan(30);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"Kind\":0,\"Lines\":[null]}")]
    [InlineData("{\"Kind\":9,\"Lines\":[{\"Row\":2,\"Cells\":[\"a\"]}]}")]
    [InlineData("{\"Kind\":0,\"Lines\":[{\"Row\":2,\"Cells\":[null]}]}")]
    [InlineData("{\"Kind\":0,\"Lines\":[{\"Row\":2,\"Cells\":[\"a\\u0000b\"]}]}")]
    public async Task Post_LinesThatNoPageHasWritten_AsksForTheFile(string lines)
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await CheckAsync(client, Appointments + ",Kwame Boateng,Member,Northbourne Harbour Trust,,2026-12-14,\r\n");
        using var answer = await client.SubmitAsync(page.FormWith("Bring it in"), ("Lines", lines));
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Choose the file again");
    }

    private static Task<IHtmlDocument> CheckAsync(HttpClient client, string content) => CheckAsync(client, Encoding.UTF8.GetBytes(content));

    private static async Task<IHtmlDocument> CheckAsync(HttpClient client, byte[] content)
    {
        var form = (await client.GetPageAsync(Url)).FormWith("Check the file");
        using var answer = await client.SubmitAsync(form, "Check the file", [], content.Length == 0 ? [] : [new FormFile("Upload", "members.csv", "text/csv", content)]);
        return await answer.ReadPageAsync();
    }

    private Task<string?> PersonAsync(string email) => portal.ReadAsync(db => db.Users.Where(person => person.Email == email).Select(person => person.Id).SingleOrDefaultAsync());

    // All that a file can change, as one text.
    private Task<string> AllAsync() => portal.ReadAsync(async db => string.Join(
        '\n',
        (await db.MemberTerms.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => $"{row.Id} {row.From} {row.Until} {row.Revision}")
        .Concat((await db.GroupMemberships.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => $"{row.Id} {row.From} {row.Until}"))
        .Concat((await db.MemberOffices.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => $"{row.Id} {row.From} {row.Until}"))
        .Append($"{await db.Users.CountAsync()}")));
}
