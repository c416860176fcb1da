using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Proposals;

/// <summary>What of a case stands in a column. Numbers and names are whole here: the ministry gets them, and nobody else.</summary>
/// <param name="officers">What those who work here or did are called, by id.</param>
internal sealed class ProposalRow(Batch batch, IReadOnlyDictionary<string, string> officers, Office office)
{
    /// <param name="number">Of the row, from 1.</param>
    public string Cell(Application a, ProposalColumn column, int number) => column.Step is { } step ? Said(a.Answers.GetValueOrDefault(step), column) : column.Source switch
    {
        "row" => number.ToString(CultureInfo.InvariantCulture),
        "batch" => batch.Number,
        "number" => a.Number!.ToString(),
        "child_name" => a.ChildName.Reveal(),
        "child_nik" => a.ChildNik?.Reveal() ?? "",
        "kk" => a.Answers.Values.OfType<Answer.OwnKk>().FirstOrDefault()?.Kk.Reveal() ?? "",
        "birth_date" => Day(a.ChildBorn),
        // On the day of signing: the file is the same whenever it is drawn.
        "age" => Years.Age(a.ChildBorn, office.DayOf(batch.SignedAt)).ToString(CultureInfo.InvariantCulture),
        "street" => Home(a)?.Street ?? "",
        "rt" => Home(a)?.Rt ?? "",
        "rw" => Home(a)?.Rw ?? "",
        "kelurahan" => a.Kelurahan.Name,
        "kelurahan_code" => a.Kelurahan.Code,
        "kecamatan" => a.Kelurahan.Kecamatan.Name,
        "submitted_on" => Day(office.DayOf(a.SubmittedAt)),
        "verified_on" => Verified(a) is { } at ? Day(office.DayOf(at.At)) : "",
        "verified_by" => Verified(a)?.By is { } by ? officers.GetValueOrDefault(by, by) : "",
        ProposalColumn.FixedText => column.Fixed ?? "",
        _ => "",
    };

    private static string Said(Answer? answer, ProposalColumn column) => answer switch
    {
        Answer.Chosen(var choice) => column.Values.GetValueOrDefault(choice) ?? choice.Replace('_', ' '),
        Answer.Day(var on) => Day(on),
        Answer.OwnNik(var nik) => nik.Reveal(),
        Answer.OwnKk(var kk) => kk.Reveal(),
        Answer.Name(var name) => name.Reveal(),
        Answer.Phone(var phone) => "0" + phone.Reveal()[3..],        // as people dial it: a plus sign begins a formula
        Answer.InKelurahan(var kelurahan) => kelurahan.Name,
        Answer.Street(var at) => at.Street,
        Answer.Money(var amount) => amount.Amount.ToString(CultureInfo.InvariantCulture),
        Answer.Free(var text) => text,
        Answer.Papers(var pages, var atOffice) => pages.IsEmpty ? atOffice ? "di kantor" : "" : "ada",
        _ => "",
    };

    private static Registry.Address? Home(Application a) => a.Answers.Values.OfType<Answer.Street>().FirstOrDefault()?.At;

    // The last time: an objection brings a case back.
    private static StageReached? Verified(Application a) => a.History.LastOrDefault(h => h.Stage == Stage.Verified);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
