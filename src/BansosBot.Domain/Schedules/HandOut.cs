namespace BansosBot.Domain.Schedules;

/// <summary>How people come by the aid, and where.</summary>
public abstract record HandOut
{
    private HandOut() { }

    /// <summary>Where one goes; null: nowhere, it is brought.</summary>
    public abstract Spot? Where { get; }

    /// <summary>From an account or a card. Only its holder or the guardian can, by the bank's own rules.</summary>
    public sealed record AtBank(Spot At) : HandOut
    {
        public override Spot Where => At;
    }

    /// <summary>At the counter of PT Pos.</summary>
    public sealed record AtPost(Spot At) : HandOut
    {
        public override Spot Where => At;
    }

    /// <summary>At an office: of the Dinas, a kecamatan, a kelurahan.</summary>
    public sealed record AtOffice(Spot At) : HandOut
    {
        public override Spot Where => At;
    }

    /// <summary>Brought home.</summary>
    public sealed record AtHome : HandOut
    {
        public override Spot? Where => null;
    }
}

/// <summary>A place as people find it.</summary>
/// <param name="Address">Null: not known; never invented.</param>
/// <param name="Landmark">What it is near to; null: not told.</param>
public sealed record Spot(OfficeWords Name, OfficeWords? Address = null, OfficeWords? Landmark = null);
