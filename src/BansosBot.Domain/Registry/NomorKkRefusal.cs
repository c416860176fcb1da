namespace BansosBot.Domain.Registry;

/// <summary>Why something typed is not a KK number that can be taken.</summary>
public abstract record NomorKkRefusal : Refusal
{
    private protected NomorKkRefusal() { }
}

/// <param name="Got">How many digits were counted.</param>
public sealed record KkNotSixteenDigits(int Got) : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkNotSixteenDigits", ("jumlahDigit", Got));
}

/// <summary>Text without a single digit.</summary>
public sealed record KkWithoutDigits : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkWithoutDigits");
}

/// <summary>Letters among the digits, where nobody can be asked.</summary>
public sealed record KkHasLetters(int Letters) : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkHasLetters", ("jumlahHuruf", Letters));
}

/// <summary>3,67E+15: the spreadsheet lost the last digits.</summary>
public sealed record KkFromSpreadsheet : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkFromSpreadsheet");
}

/// <summary>Two numbers in one message.</summary>
public sealed record KkMoreThanOne : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkMoreThanOne");
}

/// <summary>1111111111111111, 1234567890123456.</summary>
public sealed record KkIsAnExample : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkIsAnExample");
}

/// <summary>The NIK of somebody of this application was typed as KK number.</summary>
public sealed record KkSameAsNik : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkSameAsNik");
}

/// <param name="Got">How many digits were counted, where the last six were asked for.</param>
public sealed record KkLastSixWrongLength(int Got) : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkLastSixWrongLength", ("jumlahDigit", Got));
}

/// <summary>Text without a single digit, where the last six were asked for.</summary>
public sealed record KkLastSixWithoutDigits : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkLastSixWithoutDigits");
}

/// <summary>A letter between the last six digits: O for 0.</summary>
public sealed record KkLastSixHasLetters : NomorKkRefusal
{
    public override Say Sentence => new("Refusal.KkLastSixHasLetters");
}
