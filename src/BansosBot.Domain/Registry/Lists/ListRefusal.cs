namespace BansosBot.Domain.Registry.Lists;

/// <summary>Why a file is no list that can be read: what was got, where, and the cure. The registry is untouched.</summary>
public abstract record ListRefusal : Refusal
{
    private protected ListRefusal() { }
}

/// <summary>No such file, or it may not be read.</summary>
public sealed record ListNotThere : ListRefusal
{
    public override Say Sentence => new("Refusal.ListNotThere");
}

/// <summary>No bytes, or no cell with anything in it.</summary>
public sealed record ListEmpty : ListRefusal
{
    public override Say Sentence => new("Refusal.ListEmpty");
}

/// <summary>What a file is that is no list.</summary>
public enum NoList
{
    Picture,
    Pdf,
    Document,
    WebPage,
    OpenDocument,
    BinaryWorkbook,
    Archive,
    Unknown,
}

/// <param name="Is">By its content; its name does not count.</param>
public sealed record ListOfWrongKind(NoList Is) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListOfWrongKind", ("jenis", new Say($"ListKind.{Is}")));
}

/// <summary>The workbook of Excel before 2007, also where it was renamed.</summary>
public sealed record ListIsOldExcel : ListRefusal
{
    public override Say Sentence => new("Refusal.ListIsOldExcel");
}

/// <summary>Nobody can read it without the password, and the bot takes none.</summary>
public sealed record ListHasPassword : ListRefusal
{
    public override Say Sentence => new("Refusal.ListHasPassword");
}

/// <summary>Cut off or damaged.</summary>
/// <param name="Where">The sheet, or null: the file as a whole.</param>
public sealed record ListIsBroken(string? Where) : ListRefusal
{
    public override Say Sentence => Where is null ? new("Refusal.ListIsBroken") : new("Refusal.ListIsBroken.Sheet", ("lembar", Where));
}

/// <summary>No row names a NIK and a name.</summary>
public sealed record ListWithoutHeading(int RowsSearched) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListWithoutHeading", ("jumlahBaris", RowsSearched));
}

/// <param name="Sheet">Where.</param>
public sealed record ListTooWide(string Sheet, int Columns, int ColumnsMax) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListTooWide", ("lembar", Sheet), ("jumlahKolom", Columns), ("batasKolom", ColumnsMax));
}

/// <summary>More rows than any list of a province.</summary>
public sealed record ListTooLong(string Sheet, int RowsMax) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListTooLong", ("lembar", Sheet), ("batasBaris", RowsMax));
}

/// <summary>The file itself is too large.</summary>
public sealed record ListTooLarge(int MebibytesMax) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListTooLarge", ("batasUkuran", MebibytesMax));
}

/// <summary>A small file that would fill the memory: a zip bomb, or a picture inside.</summary>
public sealed record ListUnpacksTooLarge(int MebibytesMax) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListUnpacksTooLarge", ("batasUkuran", MebibytesMax));
}

/// <summary>More formulas than a list of people has reason for.</summary>
public sealed record ListOfFormulas(string Sheet, int FormulasMax) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListOfFormulas", ("lembar", Sheet), ("batasRumus", FormulasMax));
}

/// <summary>A quote that is opened and not closed, or a text in a cell that never ends.</summary>
/// <param name="Row">The row before which all was well, from 1.</param>
public sealed record ListQuoteOpen(int Row) : ListRefusal
{
    public override Say Sentence => new("Refusal.ListQuoteOpen", ("baris", Row));
}

/// <summary>Nobody of it could come in: it would empty the registry.</summary>
public sealed record ListOfNobody : ListRefusal
{
    public override Say Sentence => new("Refusal.ListOfNobody");
}

/// <summary>Another list is being taken in.</summary>
public sealed record ListBusy : ListRefusal
{
    public override Say Sentence => new("Refusal.ListBusy");
}

/// <summary>Since it was shown, the file or the list before it has changed.</summary>
public sealed record ListChangedMeanwhile : ListRefusal
{
    public override Say Sentence => new("Refusal.ListChangedMeanwhile");
}
