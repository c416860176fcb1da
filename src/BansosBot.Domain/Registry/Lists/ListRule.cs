namespace BansosBot.Domain.Registry.Lists;

/// <summary>What was done with a row.</summary>
public enum Done
{
    /// <summary>Taken as it stands; somebody may want to know.</summary>
    Accepted,

    /// <summary>Taken, after something was tidied or left out.</summary>
    Cleaned,

    /// <summary>Not taken: a person decides.</summary>
    HeldBack,

    /// <summary>Not taken: the list has to be put right first.</summary>
    Refused,
}

/// <summary>The rules by which a list is read; a line of the report names one. Said by the text <c>ListRule.</c> + its name.</summary>
public enum ListRule
{
    // The sheet
    HeadingFound,
    TwoRowHeading,
    ColumnNumbers,
    ColumnUnknown,
    ColumnNotKept,
    ColumnTwice,
    SheetWithoutHeading,
    HiddenSheet,
    HiddenRow,
    HiddenColumn,
    BlankRows,
    RepeatedHeading,
    Footer,
    SubTitle,

    // NIK and KK
    NumberMissing,
    NumberTidied,
    NumberCell,
    ScientificNotation,
    EndsInZeros,
    ColumnRounded,
    LettersForDigits,
    NotSixteenDigits,
    SeveralNumbers,
    ImpossibleNumber,
    NikAndName,
    NikAndKkSwapped,
    MaybeSwapped,
    KkLooksLikeNik,
    KkSameAsNik,

    // Two rows
    DuplicateMerged,
    DuplicateOtherName,
    DuplicateOtherResult,
    MaybeSamePerson,

    // Other cells
    NameMissing,
    NameUnreadable,
    NameAsWritten,
    NameDeceased,
    DateFromSerial,
    DateMonthFirst,
    DateUnreadable,
    DateDiffersFromNik,
    SexDiffersFromNik,
    RtRwSplit,
    PlaceRepaired,
    PlaceUnknown,
    PlaceUnsure,
    PlaceOutside,
    KecamatanFilled,
    SameAsAbove,
    MergedCell,
    PhoneTidied,
    PhoneUnreadable,
    ValueUnreadable,
    TextCut,

    // The file
    CellError,
    Formula,
    LeadingSign,
}
