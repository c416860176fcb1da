using BansosBot.Domain.Understanding;

namespace BansosBot.Benchmarks.Understanding;

/// <summary>Learns weights from labelled phrases: a log-linear model on the signs, beginning at what the rules say. The same phrases
/// always give the same weights.</summary>
internal static class Learning
{
    // Chosen by leaving out each list in turn: "understand across". A sign that fewer phrases have is one person's word.
    private const double Pull = 0.000002, Step = 0.35;
    private const int Rounds = 400, PhrasesMin = 3;

    public static Weights Of(PhraseBook rules, IReadOnlyCollection<(string Text, Intent Intent)> phrases)
    {
        var intents = IntentLabel.All.Length;
        var read = phrases.Select(p => (Of: rules.SignsOf(p.Text), p.Intent)).ToList();
        var names = read.SelectMany(r => r.Of.Signs.Select(s => s.Name)).GroupBy(n => n).Where(g => g.Count() >= PhrasesMin).Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        var at = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        var signs = read.Select(r => r.Of.Signs.Where(s => at.ContainsKey(s.Name)).Select(s => (At: at[s.Name], s.Size)).ToArray()).ToArray();
        var weights = new double[names.Count][];
        var squares = new double[names.Count][];
        for (var f = 0; f < names.Count; f++) (weights[f], squares[f]) = (new double[intents], new double[intents]);
        var slopes = weights.Select(w => new double[intents]).ToArray();
        var beginnings = read.Select(r => Weights.FromRules(r.Of.Strengths)).ToArray();
        var sums = new double[intents];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var slope in slopes) Array.Clear(slope);
            for (var p = 0; p < signs.Length; p++)
            {
                beginnings[p].CopyTo(sums, 0);
                foreach (var (f, size) in signs[p])
                    for (var i = 0; i < intents; i++) sums[i] += weights[f][i] * size;
                var most = sums.Max();
                double all = 0;
                for (var i = 0; i < intents; i++) all += sums[i] = Math.Exp(sums[i] - most);
                for (var i = 0; i < intents; i++)
                {
                    var off = (sums[i] / all) - (i == (int)read[p].Intent ? 1 : 0);
                    foreach (var (f, size) in signs[p]) slopes[f][i] += off * size;
                }
            }

            for (var f = 0; f < names.Count; f++)
                for (var i = 0; i < intents; i++)
                {
                    var slope = (slopes[f][i] / signs.Length) + (Pull * weights[f][i]);
                    squares[f][i] += slope * slope;
                    if (squares[f][i] > 0) weights[f][i] -= Step * slope / Math.Sqrt(squares[f][i] + 1e-12);
                }
        }

        return new(names.Select((n, f) => (n, weights[f])).ToDictionary(p => p.n, p => p.Item2));
    }
}
