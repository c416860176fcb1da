using BansosBot.Domain.Applications;

namespace BansosBot.Domain.Tests.Applications;

/// <summary>Why a payment failed, read out of the words of a list.</summary>
public sealed class PaymentFaultTests
{
    [Theory]
    [InlineData("Rekening DORMAN", PaymentFault.Dormant)]
    [InlineData("rek. ditutup", PaymentFault.NoAccount)]
    [InlineData("NIK tidak padan", PaymentFault.NameDiffers)]
    [InlineData("kartu belum diambil", PaymentFault.NotFetched)]
    [InlineData("kendala teknik bank", PaymentFault.Other)]
    [InlineData("dinamakan ulang", PaymentFault.Other)]
    [InlineData(null, PaymentFault.Other)]
    public void It_is_told_by_whole_words(string? cause, PaymentFault fault) => Assert.Equal(fault, Paying.FaultOf(cause));
}
