namespace BansosBot.Domain.Registry;

/// <summary>Why something typed is not a phone number that can be taken.</summary>
public abstract record PhoneRefusal : Refusal
{
    private protected PhoneRefusal() { }
}

/// <summary>Text without a single digit.</summary>
public sealed record PhoneWithoutDigits : PhoneRefusal
{
    public override Say Sentence => new("Refusal.PhoneWithoutDigits");
}

/// <summary>A letter between the digits: O for 0.</summary>
public sealed record PhoneHasLetters : PhoneRefusal
{
    public override Say Sentence => new("Refusal.PhoneHasLetters");
}

/// <param name="Got">Digits as written at home, with the leading 0. A mobile number has 10 to 13.</param>
public sealed record PhoneWrongLength(int Got) : PhoneRefusal
{
    public override Say Sentence => new("Refusal.PhoneWrongLength", ("jumlahDigit", Got));
}

/// <summary>Neither 08 with a network's digit nor 0254.</summary>
public sealed record PhoneUnknownStart : PhoneRefusal
{
    public override Say Sentence => new("Refusal.PhoneUnknownStart");
}

/// <summary>Another country's number: a mother who works abroad.</summary>
public sealed record PhoneForeign : PhoneRefusal
{
    public override Say Sentence => new("Refusal.PhoneForeign");
}

/// <summary>Two numbers in one message.</summary>
public sealed record PhoneMoreThanOne : PhoneRefusal
{
    public override Say Sentence => new("Refusal.PhoneMoreThanOne");
}
