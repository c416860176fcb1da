using System.Collections.Immutable;
using System.Text;
using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>Puts words and their bold ranges together; bold inside bold is one range.</summary>
internal sealed class WordedBuilder
{
    private readonly StringBuilder text = new();
    private readonly ImmutableArray<BoldRange>.Builder bold = ImmutableArray.CreateBuilder<BoldRange>();
    private int depth;
    private int openedAt;

    public WordedBuilder Append(string words)
    {
        text.Append(words);
        return this;
    }

    public WordedBuilder Append(Worded worded)
    {
        if (depth == 0)
        {
            foreach (BoldRange range in worded.Bold) bold.Add(range with { Start = range.Start + text.Length });
        }
        text.Append(worded.Text);
        return this;
    }

    public void BoldOn()
    {
        if (depth++ == 0) openedAt = text.Length;
    }

    public void BoldOff()
    {
        if (--depth == 0 && text.Length > openedAt) bold.Add(new BoldRange(openedAt, text.Length - openedAt));
    }

    public Worded Build() => new(text.ToString(), bold.ToImmutable());
}
