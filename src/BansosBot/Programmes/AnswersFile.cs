using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Reading;

namespace BansosBot.Programmes;

/// <summary>Answers to the interview as somebody wrote them down (<c>programmes try ANSWERS.yaml</c>): one line for each question.</summary>
/// <remarks>What is not in it counts as "tidak tahu": nobody can be asked.</remarks>
internal static class AnswersFile
{
    private const string Today = "today";

    private const string Example = "\"desil: 2\"";

    /// <param name="file">As it is called in mistakes.</param>
    /// <param name="today">From which ages are counted; the file may name another day (<c>today: 2025-09-23</c>).</param>
    public static (Answers Answers, DateOnly Today, ImmutableArray<ProgrammeMistake> Mistakes) Read(string file, string content, Interview interview, DateOnly today)
    {
        var mistakes = new Mistakes(file);
        var answers = ImmutableDictionary<string, Answer>.Empty;
        var entries = YamlTree.Read(content, mistakes, "desil: 2")?.Entries ?? [];
        foreach (var entry in entries.OrderByDescending(e => e.Key == Today))          // ages are counted from it, wherever it stands
        {
            if (entry.Value is not YamlTree.Text(var line, var text)) mistakes.Add(entry.Line, "wrong-type", $"\"{entry.Key}\" is {entry.Value.Kind}, but must be one answer. Example: {Example}");
            else if (entry.Key == Today)
            {
                if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) today = day;
                else mistakes.Add(line, "no-date", $"\"{text}\" is no day. Example: \"today: 2025-09-23\"");
            }
            else if (interview.Questions.FirstOrDefault(q => q.Name == entry.Key) is not { } question)
                mistakes.Add(entry.Line, "unknown-question", $"There is no question \"{entry.Key}\". Questions are {string.Join(", ", interview.Questions.Select(q => q.Name))}. Example: {Example}");
            else if (AnswerTo(question, text, today) is { } answer) answers = answers.SetItem(question.Name, answer);
            else mistakes.Add(line, "unknown-answer", $"\"{text}\" is no answer to \"{question.Name}\". {Wanted(question)}");
        }

        foreach (var question in interview.Questions.Where(q => !answers.ContainsKey(q.Name))) answers = answers.Add(question.Name, new Answer.Chosen(Answer.DoNotKnow));
        return (new(answers, 0), today, [.. mistakes.Found]);
    }

    /// <summary>The questions with the answers that a file may give, a line each.</summary>
    public static IEnumerable<string> Wording(Interview interview) => interview.Questions.Select(q => $"  {q.Name}: {string.Join(" | ", Names(q))}");

    private static Answer? AnswerTo(Step question, string text, DateOnly today) =>
        Everywhere.Plain(text) is "tidak tahu" || text == Answer.DoNotKnow ? new Answer.Chosen(Answer.DoNotKnow)
        : question.Kind is DateKind ? Day(text, today) is { } day ? new Answer.Day(day) : null
        : question.Kind.Choices(Asked(question)).FirstOrDefault(c => c.IsMeantBy(text)) is { } choice ? new Answer.Chosen(choice.Name)
        : null;

    private static string Wanted(Step question) => question.Kind is DateKind ? "It is a day, not in the future. Example: \"birth_date: 2014-03-12\"" : $"Answers are {string.Join(", ", Names(question))}";

    private static IEnumerable<string> Names(Step question) =>
        question.Kind is DateKind ? ["2014-03-12", Answer.DoNotKnow] : question.Kind.Choices(Asked(question)).Select(c => c.Name).Append(Answer.DoNotKnow).Distinct();

    private static Asking Asked(Step question) => new(question, default, default, null);

    private static DateOnly? Day(string text, DateOnly today) => DateReader.Read(text, today, YearRule.Child) is DateReading.Read(var day) ? day : null;
}
