using CsCheck;

namespace BansosBot.Tests.Programmes;

/// <summary>Ways through the application to where a test begins.</summary>
internal static class YapiWays
{
    public static YapiChat AtDesil()
    {
        var chat = new YapiChat();
        chat.Command("daftar");
        chat.Press("keduanya");
        chat.Says("12-3-2014");
        chat.Press("benar");
        chat.Press("ya");
        chat.Press("tidak_ada");
        return chat;
    }

    public static YapiChat Consenting(string desil, string relation)
    {
        var chat = AtDesil();
        chat.Press(desil);
        if (desil == "tidak_tahu") chat.Press("ya");
        chat.Press("tidak_ada");
        chat.Press("tidak");
        chat.Press(relation);
        return chat;
    }

    public static YapiChat ToMoreChildren()
    {
        var chat = Consenting("2", "kakek_nenek");
        chat.Press("boleh");
        chat.Press("di_kantor");
        chat.Press("sendiri");
        chat.Says("Siti Aminah");
        chat.Says("3604014508720003");
        chat.Says("3673011203140007");
        chat.Says("0812-3456-7890");
        chat.Says("unyur");
        chat.Says("Kp. Kebon RT 2 RW 5");
        chat.Press("di_kantor");
        Child(chat, "Ahmad Fauzi", "laki_laki", "3673011203140001");
        return chat;
    }

    public static YapiChat Reviewed(bool secondChild = false)
    {
        var chat = ToMoreChildren();
        if (secondChild)
        {
            chat.Press("ya");
            chat.Says("12 Maret 2016");
            chat.Press("benar");
            chat.Press("tidak_ada");
            Child(chat, "Nur Aini", "perempuan", "3673015203160001");
        }

        chat.Press("tidak");
        foreach (var _ in Enumerable.Range(0, 5)) chat.Press("di_kantor");
        chat.Press("lewati");
        Assert.Equal("yapi/!review", chat.Now.Place);
        return chat;
    }

    public static IEnumerable<string> Offered(YapiChat chat) =>
        chat.Now.Choices.Where(c => c.StartsWith("mend:", StringComparison.Ordinal)).Select(c => c["mend:".Length..].Split('#')[0]);

    public static void Child(YapiChat chat, string name, string sex, string nik)
    {
        chat.Says(name);
        chat.Press(sex);
        chat.Says("Serang");
        chat.Says(nik);
        chat.Press("di_kantor");
        chat.Press("lewati");
        Assert.Equal("yapi/more_children", chat.Now.Place);
    }
}
