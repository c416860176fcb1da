namespace BansosBot.Domain.Registry;

/// <summary>Why something typed is not a receipt code. Says nothing about whether a case has it.</summary>
public abstract record ReceiptCodeRefusal : Refusal
{
    private protected ReceiptCodeRefusal() { }
}

/// <summary>A character missing or too many.</summary>
public sealed record ReceiptCodeWrongLength(int Got, int Wanted) : ReceiptCodeRefusal
{
    public override Say Sentence => new("Refusal.ReceiptCodeWrongLength", ("jumlahHuruf", Got), ("jumlahBenar", Wanted));
}

/// <summary>A sentence, and no code in it.</summary>
public sealed record ReceiptCodeIsWords : ReceiptCodeRefusal
{
    public override Say Sentence => new("Refusal.ReceiptCodeIsWords");
}

/// <summary>O, 0, I, 1 or a sign: no code has them.</summary>
public sealed record ReceiptCodeHasStrangeCharacter(string Character) : ReceiptCodeRefusal
{
    public override Say Sentence => new("Refusal.ReceiptCodeHasStrangeCharacter", ("tanda", Character));
}

/// <summary>The last character does not fit the others: mistyped. Not counted as a wrong proof.</summary>
public sealed record ReceiptCodeMistyped : ReceiptCodeRefusal
{
    public override Say Sentence => new("Refusal.ReceiptCodeMistyped");
}
