using BansosBot.Storage;
using BansosBot.Storage.Keys;

namespace BansosBot.Tests.Storage.Keys;

public sealed class SubjectKeysTests : IDisposable
{
    private readonly TestKeys keys = new();

    public void Dispose() => keys.Dispose();

    private static byte[] Close(KeyFolder folder, KeySlot slot) => folder.Cipher.Encrypt(slot, "cases", "k1", "name", "Bu Aminah"u8);

    private static byte[] Read(KeyFolder folder, byte[] closed) => folder.Cipher.Decrypt("cases", "k1", "name", closed);

    [Fact]
    public void A_flushed_key_is_there_after_opening_again_and_slots_go_on()
    {
        KeySlot slot;
        byte[] closed;
        using (var folder = keys.Open())
        {
            slot = folder.Subjects.New();
            folder.Subjects.Flush();
            closed = Close(folder, slot);
        }

        using var again = keys.Open(dataExists: true);

        Assert.Equal("Bu Aminah"u8, Read(again, closed));
        Assert.True(again.Subjects.New().Number > slot.Number);
    }

    [Fact]
    public void Many_new_people_cost_one_flush_and_none_cost_none()
    {
        using var folder = new Rig();
        for (var i = 0; i < 64; i++) folder.Subjects.New();
        var before = folder.File.Syncs;

        folder.Subjects.Flush();
        folder.Subjects.Flush();

        Assert.Equal(before + 1, folder.File.Syncs);
    }

    [Fact]
    public void An_erased_key_is_gone_at_once_and_after_opening_again()
    {
        byte[] closed, others;
        KeySlot slot;
        using (var folder = keys.Open())
        {
            (slot, var other) = (folder.Subjects.New(), folder.Subjects.New());
            (closed, others) = (Close(folder, slot), Close(folder, other));

            folder.Subjects.Erase(slot);
            folder.Subjects.Erase(slot);

            Assert.Throws<ErasedException>(() => Read(folder, closed));
            Assert.Throws<ErasedException>(() => Close(folder, slot));
            Assert.False(folder.Subjects.Exists(slot));
        }

        using var again = keys.Open(dataExists: true);
        Assert.Throws<ErasedException>(() => Read(again, closed));
        Assert.Equal("Bu Aminah"u8, Read(again, others));
    }

    [Fact]
    public void Nothing_of_an_erased_key_is_left_in_its_slot()
    {
        using var rig = new Rig();
        var slot = rig.Subjects.New();
        rig.Subjects.Flush();
        byte[] before = new byte[64], after = new byte[64];
        rig.File.Read(slot.Number * 64, before);

        rig.Subjects.Erase(slot);

        rig.File.Read(slot.Number * 64, after);
        Assert.True(before.Zip(after).Count(pair => pair.First == pair.Second) < 16);
    }

    [Fact]
    public void A_key_file_put_back_from_an_older_backup_is_erased_anew()
    {
        byte[] closed, older;
        using (var folder = keys.Open())
        {
            var slot = folder.Subjects.New();
            closed = Close(folder, slot);
            folder.Subjects.Flush();
        }

        older = File.ReadAllBytes(keys[SubjectKeys.FileName]);
        using (var folder = keys.Open(dataExists: true)) folder.Subjects.Erase(FieldCipher.SlotOf(closed)!.Value);
        File.WriteAllBytes(keys[SubjectKeys.FileName], older);

        using var restored = keys.Open(dataExists: true);

        Assert.Throws<ErasedException>(() => Read(restored, closed));
    }

    [Fact]
    public void An_erased_slot_that_an_older_key_file_lacks_is_never_given_to_somebody_new()
    {
        KeySlot erased;
        using (var folder = keys.Open()) folder.Subjects.New();
        var older = File.ReadAllBytes(keys[SubjectKeys.FileName]);
        using (var folder = keys.Open(dataExists: true))
        {
            erased = folder.Subjects.New();
            folder.Subjects.Erase(erased);
        }

        File.WriteAllBytes(keys[SubjectKeys.FileName], older);
        byte[] closed;
        using (var folder = keys.Open(dataExists: true))
        {
            var fresh = folder.Subjects.New();
            Assert.True(fresh.Number > erased.Number);
            folder.Subjects.Flush();
            closed = Close(folder, fresh);
        }

        using var again = keys.Open(dataExists: true);
        Assert.Equal("Bu Aminah"u8, Read(again, closed));
    }

    [Fact]
    public void Slots_go_on_after_the_highest_that_the_data_names()
    {
        using var folder = keys.Open();
        Assert.True(folder.Subjects.GoOnAfter(KeySlot.Office));
        Assert.False(folder.Subjects.GoOnAfter(new KeySlot(500)));

        Assert.Equal(new KeySlot(501), folder.Subjects.New());
        Assert.False(folder.Subjects.Exists(new KeySlot(300)));
    }

    [Fact]
    public void The_offices_own_key_is_never_erased_nor_a_slot_nobody_has()
    {
        using var folder = keys.Open();

        Assert.Throws<ArgumentException>(() => folder.Subjects.Erase(KeySlot.Office));
        Assert.Throws<ArgumentException>(() => folder.Subjects.Erase(default));
        Assert.Throws<ArgumentException>(() => folder.Subjects.Erase(new KeySlot(77)));
    }

    [Fact]
    public void A_slot_copied_over_another_does_not_open()
    {
        byte[] closed;
        using (var folder = keys.Open())
        {
            closed = Close(folder, folder.Subjects.New());
            folder.Subjects.New();
            folder.Subjects.Flush();
        }

        var file = File.ReadAllBytes(keys[SubjectKeys.FileName]);
        var at = FieldCipher.SlotOf(closed)!.Value.Number * 64;
        file.AsSpan(at + 64, 64).CopyTo(file.AsSpan(at));
        File.WriteAllBytes(keys[SubjectKeys.FileName], file);

        using var again = keys.Open(dataExists: true);
        Assert.Throws<CannotDecryptException>(() => Read(again, closed));
    }

    /// <summary>Cuts the power at each act in turn; what was flushed is there, what was erased is gone, and work goes on.</summary>
    [Fact]
    public void After_a_power_cut_at_any_act_flushed_keys_open_and_erased_ones_do_not()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var rig = new Rig();
            HashSet<int> flushed = [], erased = [], erasing = [];
            rig.Disk.CutAtAct = rig.Disk.Acts + random.Next(1, 30);
            try
            {
                while (true)
                {
                    var fresh = Enumerable.Range(0, random.Next(1, 12)).Select(_ => rig.Subjects.New().Number).ToList();
                    rig.Subjects.Flush();
                    flushed.UnionWith(fresh);
                    if (random.Next(2) == 0) continue;
                    var victim = fresh[random.Next(fresh.Count)];
                    erasing.Add(victim);
                    rig.Subjects.Erase(new KeySlot(victim));
                    erased.Add(victim);
                }
            }
            catch (StoreBrokenException)
            {
                // the power is off
            }

            using var after = rig.AfterCut((Unsynced)random.Next(5), random);
            foreach (var slot in flushed.Except(erasing)) Assert.True(after.Opens(slot), $"seed {seed}: slot {slot} was flushed and is lost");
            foreach (var slot in erased) Assert.False(after.Opens(slot), $"seed {seed}: slot {slot} was erased and is back");
            var next = after.Subjects.New();
            Assert.DoesNotContain(next.Number, flushed);
            after.Subjects.Flush();
            Assert.True(after.Opens(next.Number));
        }
    }

    /// <summary>Subject keys over a recorded disk.</summary>
    private sealed class Rig : IDisposable
    {
        private readonly string master;

        public Rig()
            : this(MasterKey.NewText(), [], [])
        {
        }

        private Rig(string master, byte[] slots, byte[] erased)
        {
            this.master = master;
            File = Disk.Add("subjects", slots);
            Subjects = new SubjectKeys(File, MasterKey.Read("master", master), new ErasedList(Disk.Add("erased", erased)));
        }

        public RecordedDisk Disk { get; } = new();

        public RecordedFile File { get; }

        public SubjectKeys Subjects { get; }

        public Rig AfterCut(Unsynced how, Random random) =>
            new(master, Disk.AfterCut("subjects", how, random), Disk.AfterCut("erased", how, random));

        public bool Opens(int slot)
        {
            try
            {
                return Subjects.Find(new KeySlot(slot)) is not null;
            }
            catch (ErasedException)
            {
                return false;
            }
        }

        public void Dispose() => Subjects.Dispose();
    }
}
