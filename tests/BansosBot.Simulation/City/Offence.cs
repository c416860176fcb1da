namespace BansosBot.Simulation.City;

/// <summary>A fault planted around the program, to see that the simulation finds it.</summary>
internal enum Offence
{
    None,

    /// <summary>A repeated update bears a new id, as if ids were not looked at.</summary>
    RepeatsLookNew,

    /// <summary>One letter in forty is said to be sent and is not.</summary>
    LosesLetters,

    /// <summary>One letter in forty is sent twice.</summary>
    DoublesLetters,

    /// <summary>What was written last is not on the disk when the power goes, as if it had been acknowledged before the flush.</summary>
    AcknowledgesEarly,

    /// <summary>A log line bears a NIK.</summary>
    LogsANik,

    /// <summary>A counter is written without its case.</summary>
    Miscounts,

    /// <summary>A due outlives its erased chat.</summary>
    LeavesADue,
}
