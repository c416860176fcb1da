using BansosBot.Domain.Registry.Lists;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry.Lists;

public sealed class MaskedTests
{
    [Theory]
    [InlineData("3673025203140001", "3673**********01")]
    [InlineData("3673 0252 0314 0001", "3673 **** **** **01")]
    [InlineData("03/05/1980", "99/99/9999")]
    [InlineData("3,67E+15", "9,99E***+99")]
    [InlineData("SITI AMINAH", "S*** A***")]
    [InlineData("0812-3456-7890", "0812-****-**90")]
    [InlineData("Kp. Kebon RT 02", "K***. K*** R*** 99")]
    public void The_shape_stays_and_the_value_does_not(string value, string shape) => Assert.Equal(shape, Masked.Shape(value));

    [Fact]
    public void No_word_and_no_long_number_comes_through_whole() =>
        Gen.String[1, 60].Sample(text => Masked.Shape(text).Split('*').All(part => part.Count(char.IsLetter) <= 1 || text.Length > 40));
}
