using BansosBot.Domain;
using BansosBot.Domain.Figures;
using SkiaSharp;

namespace BansosBot.Figures;

/// <summary>Figures as a picture for a telephone held upright: three sums, bars by kecamatan and by stage, and a table of both.</summary>
/// <remarks>The fonts lie inside the program: a server has none. docs/decisions/0051.</remarks>
internal sealed class RecapPicture
{
    private const int Width = 1_080, Margin = 48, Inner = Width - (2 * Margin), BarLeft = 400, RowHigh = 88, CellHigh = 72, NameWide = 252;

    private static readonly SKColor Ink = new(0x1f, 0x29, 0x33), Grey = new(0x5b, 0x66, 0x70), Pale = new(0xd9, 0xde, 0xe3), Blue = new(0x1d, 0x6f, 0xb8), Red = new(0xb9, 0x1c, 0x1c), Green = new(0x15, 0x7a, 0x4a);
    private static readonly SKTypeface Regular = Font("DejaVuSans.ttf"), Bold = Font("DejaVuSans-Bold.ttf");

    private readonly Recap recap;
    private readonly Func<Say, string> word;
    private readonly SKCanvas canvas;
    private float top = Margin;

    private RecapPicture(Recap recap, Func<Say, string> word, SKCanvas canvas) => (this.recap, this.word, this.canvas) = (recap, word, canvas);

    /// <param name="word">Makes words of a text.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Of(Recap recap, Func<Say, string> word)
    {
        // Drawn twice: how high it becomes is known when it is drawn.
        using var measured = new SKPictureRecorder();
        var drawing = new RecapPicture(recap, word, measured.BeginRecording(SKRect.Create(Width, 8_000)));
        drawing.Draw();
        using var picture = measured.EndRecording();
        using var surface = SKSurface.Create(new SKImageInfo(Width, (int)Math.Ceiling(drawing.top) + Margin));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.DrawPicture(picture);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private void Draw()
    {
        Text(word(new Say("Recap.Drawn.Title")), Margin, top + 46, 52, Ink, Bold);
        Text(word(new Say("Recap.Drawn.At", ("saat", new SayValue.Moment(recap.At)))), Margin, top + 96, 30, Grey);
        Text(word(new Say($"Recap.Drawn.{recap.For}")), Margin, top + 138, 30, Grey);
        top += 176;
        Sums();
        if (recap.Area.Length > 1) Bars("Recap.Drawn.ByKecamatan", recap.Area.Select(k => (k.Name, recap.Of(k))));
        Bars("Recap.Drawn.ByStage", OpenWork.Stages.Select(s => (word(new Say($"Stage.{s}.Name")), recap.Of(s))));
        if (recap.Area.Length > 1) Table();
    }

    private void Sums()
    {
        const int gap = 24;
        var wide = (Inner - (2 * gap)) / 3f;
        var (left, sums) = ((float)Margin, recap.Total);
        foreach (var (n, key, colour) in ((int, string, SKColor)[])[(sums.Open, "Open", Blue), (sums.Late, "Late", Red), (sums.Done, "Done", Green)])
        {
            using var box = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawRoundRect(left, top, wide, 156, 16, 16, box);
            Text(Shown(n), left + 24, top + 82, 64, SKColors.White, Bold);
            Text(word(new Say($"Recap.Column.{key}")), left + 24, top + 130, 30, SKColors.White);
            left += wide + gap;
        }

        Text(word(new Say("Recap.Drawn.Active", ("jumlah", recap.Shown(recap.Active) is { } n2 ? new SayValue.Number(n2) : new SayValue.Text(new("Recap.UnderFive"))))), Margin, top + 206, 30, Grey);
        top += 240;
    }

    private void Bars(string heading, IEnumerable<(string Name, Sums Sums)> rows)
    {
        Heading(heading);
        var all = rows.ToList();
        var most = Math.Max(1, all.Max(r => recap.Shown(r.Sums.Open) ?? 0));
        foreach (var (name, sums) in all)
        {
            Name(name, top + 42, BarLeft - Margin - 20, 30, Bold);
            var wide = (Inner + Margin - BarLeft - 130f) * (recap.Shown(sums.Open) ?? 0) / most;
            var late = sums.Open == 0 ? 0 : wide * (recap.Shown(sums.Late) ?? 0) / Math.Max(1, recap.Shown(sums.Open) ?? 1);
            Bar(BarLeft, wide, Blue);
            Bar(BarLeft, late, Red);
            Text(Shown(sums.Open), BarLeft + Math.Max(wide, 0) + 14, top + 42, 32, Ink, Bold);
            Text(word(new Say("Recap.Drawn.Row", ("terlambat", Value(sums.Late)), ("selesai", Value(sums.Done)))), BarLeft, top + 74, 25, Grey);
            top += RowHigh;
        }

        top += 20;
    }

    private void Table()
    {
        Heading("Recap.Drawn.Table");
        var wide = (float)(Inner - NameWide) / recap.Area.Length;
        var heads = recap.Area.Select(k => k.Name.Split(' ')).ToList();
        var size = heads.SelectMany(w => w).Min(w => Fitting(w, wide - 10, 23, Bold));      // one size for all
        for (var i = 0; i < heads.Count; i++)
            for (var w = 0; w < heads[i].Length; w++) Centred(heads[i][w], Middle(i), top + 26 + (w * 26), wide, size, Grey, Bold);

        top += 66;
        foreach (var stage in OpenWork.Stages)
        {
            using var rule = new SKPaint { Color = Pale, StrokeWidth = 2 };
            canvas.DrawLine(Margin, top, Margin + Inner, top, rule);
            Name(word(new Say($"Stage.{stage}.Name")), top + 45, NameWide - 12, 26, Regular);
            for (var i = 0; i < recap.Area.Length; i++) Cell(Middle(i), wide, recap.Of(recap.Area[i], stage));
            top += CellHigh;
        }

        top += 40;
        var at = (float)Margin;
        foreach (var (key, colour) in ((string, SKColor)[])[("Open", Blue), ("Late", Red), ("Done", Green)])
        {
            using var dot = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawCircle(at + 12, top - 9, 12, dot);
            at += 36 + Text(word(new Say($"Recap.Column.{key}")), at + 36, top, 26, Ink) + 44;
        }

        float Middle(int column) => Margin + NameWide + (wide * (column + 0.5f));
    }

    // What is open above, what is late and done below it; nothing where there is nothing.
    private void Cell(float middle, float wide, Sums sums)
    {
        if (sums.IsNothing)
        {
            Centred("–", middle, top + 44, wide, 26, Pale);
            return;
        }

        Centred(Shown(sums.Open), middle, top + 34, wide - 8, 30, Blue, Bold);
        if (sums is { Late: 0, Done: 0 }) return;
        if (sums.Late > 0) Centred(Shown(sums.Late), sums.Done > 0 ? middle - (wide / 4) : middle, top + 62, wide / 2, 23, Red, Bold);
        if (sums.Done > 0) Centred(Shown(sums.Done), sums.Late > 0 ? middle + (wide / 4) : middle, top + 62, wide / 2, 23, Green, Bold);
    }

    private void Heading(string key)
    {
        Text(word(new Say(key)), Margin, top + 34, 36, Ink, Bold);
        top += 60;
    }

    private void Bar(float left, float wide, SKColor colour)
    {
        if (wide <= 0) return;
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(left, top + 14, Math.Max(wide, 3), 34, paint);
    }

    private void Centred(string text, float middle, float at, float wideMax, float size, SKColor colour, SKTypeface? face = null)
    {
        using var font = Sized(text, wideMax, size, face);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, middle, at, SKTextAlign.Center, font, paint);
    }

    // In one line; in two where it is too wide, broken where both are as wide.
    private void Name(string name, float at, float wideMax, float size, SKTypeface face)
    {
        var words = name.Split(' ');
        var (first, second) = Fitting(name, wideMax, size, face) >= size || words.Length == 1 ? (name, "")
            : Enumerable.Range(1, words.Length - 1).Select(n => (string.Join(' ', words[..n]), string.Join(' ', words[n..]))).MinBy(p => Math.Max(p.Item1.Length, p.Item2.Length));
        Line(first, second.Length == 0 ? at : at - (size * 0.58f));
        if (second.Length > 0) Line(second, at + (size * 0.58f));

        void Line(string text, float y)
        {
            using var font = Sized(text, wideMax, size, face);
            using var paint = new SKPaint { Color = Ink, IsAntialias = true };
            canvas.DrawText(text, Margin, y, SKTextAlign.Left, font, paint);
        }
    }

    /// <returns>How wide it became.</returns>
    private float Text(string text, float left, float at, float size, SKColor colour, SKTypeface? face = null)
    {
        using var font = Sized(text, Width - Margin - left, size, face);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, left, at, SKTextAlign.Left, font, paint);
        return font.MeasureText(text);
    }

    private static float Fitting(string text, float wideMax, float size, SKTypeface face)
    {
        using var font = Sized(text, wideMax, size, face);
        return font.Size;
    }

    // Smaller where it would not fit.
    private static SKFont Sized(string text, float wideMax, float size, SKTypeface? face)
    {
        var font = new SKFont(face ?? Regular, size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        var wide = font.MeasureText(text);
        if (wide > wideMax) font.Size = size * wideMax / wide;
        return font;
    }

    private string Shown(int n) => recap.Shown(n) is { } shown ? word(new Say("Recap.Cell.Number", ("n", shown))) : word(new Say("Recap.Cell.UnderFive"));

    private SayValue.Words Value(int n) => new(Shown(n));

    private static SKTypeface Font(string name)
    {
        using var file = typeof(RecapPicture).Assembly.GetManifestResourceStream($"Fonts/{name}")!;
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"{name} is no font.");
    }
}
