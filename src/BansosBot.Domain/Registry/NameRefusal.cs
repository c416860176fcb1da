namespace BansosBot.Domain.Registry;

/// <summary>Why something typed is not a name that can be taken.</summary>
public abstract record NameRefusal : Refusal
{
    private protected NameRefusal() { }
}

/// <summary>"Siti 2": no name has digits.</summary>
public sealed record NameHasDigits : NameRefusal
{
    public override Say Sentence => new("Refusal.NameHasDigits");
}

/// <param name="Sign">The first sign that no name has.</param>
public sealed record NameHasStrangeSign(string Sign) : NameRefusal
{
    public override Say Sentence => new("Refusal.NameHasStrangeSign", ("tanda", Sign));
}

/// <summary>Nothing, or signs only.</summary>
public sealed record NameEmpty : NameRefusal
{
    public override Say Sentence => new("Refusal.NameEmpty");
}

/// <summary>A story instead of a name.</summary>
public sealed record NameTooLong(int Got, int LengthMax) : NameRefusal
{
    public override Say Sentence => new("Refusal.NameTooLong", ("jumlahHuruf", Got), ("batasHuruf", LengthMax));
}

/// <summary>"Saya capek, besok lagi": said to the bot, and no name.</summary>
public sealed record NameHasTalk : NameRefusal
{
    public override Say Sentence => new("Refusal.NameHasTalk");
}

/// <summary>"Tidak tahu", "lupa".</summary>
public sealed record NameNotGiven : NameRefusal
{
    public override Say Sentence => new("Refusal.NameNotGiven");
}
