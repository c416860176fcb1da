namespace BansosBot.Domain.Registry;

/// <summary>Why something typed is no address.</summary>
public abstract record AddressRefusal : Refusal
{
    private protected AddressRefusal() { }
}

/// <summary>Neither a street nor an RT or RW was found.</summary>
public sealed record AddressNotUnderstood : AddressRefusal
{
    public override Say Sentence => new("Refusal.AddressNotUnderstood");
}

/// <summary>A story instead of an address.</summary>
public sealed record AddressTooLong(int Got, int LengthMax) : AddressRefusal
{
    public override Say Sentence => new("Refusal.AddressTooLong", ("jumlahHuruf", Got), ("batasHuruf", LengthMax));
}
