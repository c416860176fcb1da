using BansosBot.Domain.Documents;
using SkiaSharp;

namespace BansosBot.Tests.Documents;

public sealed class PhotoSightTests
{
    [Theory]
    [InlineData(215, 0f, PhotoDoubts.None)]
    [InlineData(215, 1f, PhotoDoubts.None)]
    [InlineData(215, 3f, PhotoDoubts.Blurred)]
    [InlineData(110, 1f, PhotoDoubts.None)]
    [InlineData(110, 3f, PhotoDoubts.Blurred)]
    [InlineData(40, 3f, PhotoDoubts.Dark | PhotoDoubts.Blurred)]
    [InlineData(110, 0f, PhotoDoubts.None)]
    [InlineData(40, 0f, PhotoDoubts.Dark)]
    public void Dark_and_blurred_photos_of_print_raise_a_doubt_and_clear_ones_none(byte paper, float blur, PhotoDoubts doubts)
    {
        byte[] sent = TestPictures.Encode(TestPictures.Card(1280, 960, paper, blur), SKEncodedImageFormat.Jpeg);

        Assert.Equal(doubts, PhotoReaderTests.Kept(sent).Doubts);
    }

    [Fact]
    public void An_empty_sheet_raises_the_doubt_of_a_blurred_one()
    {
        var sheet = new SKBitmap(new SKImageInfo(800, 600, SKColorType.Rgba8888, SKAlphaType.Opaque));
        sheet.Erase(SKColors.White);

        Assert.Equal(PhotoDoubts.Blurred, PhotoReaderTests.Kept(TestPictures.Encode(sheet, SKEncodedImageFormat.Jpeg)).Doubts);
    }

    [Fact]
    public void One_sharp_card_on_a_smooth_table_is_not_called_blurred()
    {
        var table = new SKBitmap(new SKImageInfo(1600, 1200, SKColorType.Rgba8888, SKAlphaType.Opaque));
        table.Erase(new SKColor(90, 70, 50));
        using var canvas = new SKCanvas(table);
        using var card = TestPictures.Card(500, 320);
        using var image = SKImage.FromBitmap(card);
        canvas.DrawImage(image, 600, 500, SKSamplingOptions.Default);

        Assert.Equal(PhotoDoubts.None, PhotoReaderTests.Kept(TestPictures.Encode(table, SKEncodedImageFormat.Jpeg)).Doubts);
    }
}
