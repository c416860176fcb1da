using System.Text;

namespace BansosBot.Tests.Privacy;

public sealed class TracesTests
{
    [Theory]
    [InlineData("3673011203140001")]
    [InlineData("Siti Aminah")]
    [InlineData("Kp. Kebon")]
    public void A_value_is_found_in_each_form_and_at_each_place_of_base64(string value)
    {
        var whole = $"xx{value}yy";
        Assert.Equal(["UTF-8"], Traces.In(Encoding.UTF8.GetBytes(whole), value));
        Assert.Equal(["UTF-16"], Traces.In(Encoding.Unicode.GetBytes(whole), value));
        Assert.Contains("hex", Traces.In(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(whole))), value));
        Assert.Contains("HEX", Traces.In(Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(whole))), value));
        for (var before = 0; before < 3; before++)
            Assert.Equal([$"base64 after {before}"], Traces.In(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', before + 3) + value + "yy"))), value));
    }

    [Fact]
    public void Another_value_is_not_found() => Assert.Empty(Traces.In(Encoding.UTF8.GetBytes("3673011203140002"), "3673011203140001"));
}
