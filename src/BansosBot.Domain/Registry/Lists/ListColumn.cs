namespace BansosBot.Domain.Registry.Lists;

/// <summary>What a column of a list holds.</summary>
public enum Holds
{
    /// <summary>No name that is known.</summary>
    Unknown,

    /// <summary>Known, and not kept: the fewest fields (UU 27/2022). A mother's birth name and an account number are bank secrets.</summary>
    NotKept,
    Nik,
    Kk,
    Name,
    BirthDate,
    Sex,
    Address,
    Rt,
    Rw,
    RtRw,
    Kelurahan,
    Kecamatan,
    GuardianName,
    GuardianNik,
    Relation,
    Phone,
    ChildStatus,
    Programme,
    Round,
    Amount,
    PaymentState,
    Remark,

    /// <summary>What the ministry decided.</summary>
    Result,
    CaseNumber,

    /// <summary>Number of a batch of proposals.</summary>
    Batch,

    /// <summary>The months that a payment is for; where no tahap is named, they stand for it.</summary>
    Months,
    FetchBy,
    FetchAt,
}

/// <summary>A column of a sheet, as the bot understands it; shown to the officer before anything is taken in.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Header">Its name in the file, of two rows joined where there are two.</param>
public sealed record ListColumn(int Index, string Header, Holds Holds)
{
    /// <summary>A person has said so before.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>C, AA.</summary>
    public string Letters => ReportLine.Letters(Index);
}

/// <summary>The columns of a sheet.</summary>
/// <param name="HeadingRow">Where they are named; of two rows the lower.</param>
public sealed record SheetColumns(string Sheet, int HeadingRow, System.Collections.Immutable.ImmutableArray<ListColumn> Columns);
