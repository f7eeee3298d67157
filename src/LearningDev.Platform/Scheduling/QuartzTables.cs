using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningDev.Platform.Scheduling;

/// <summary>
/// The tables in which Quartz 4 keeps its schedule (https://www.quartz-scheduler.net/documentation/quartz-4.x/db/), so that the portal's migrations make
/// them. Only Quartz reads and writes them, and it checks them when it starts.
/// </summary>
internal static class QuartzTables
{
    public const string Prefix = "qrtz_";

    private const string Scheduler = "sched_name";
    private static readonly string[] Trigger = [Scheduler, "trigger_name", "trigger_group"];
    private static readonly string[] Job = [Scheduler, "job_name", "job_group"];

    public static void Map(ModelBuilder builder)
    {
        var jobs = Table(builder, "job_details", Job);
        Text(jobs, "job_class_name").Optional(jobs, "description");
        Flag(jobs, "is_durable", "is_nonconcurrent", "is_update_data", "requests_recovery").IndexerProperty<byte[]?>("job_data");
        MapTriggers(builder);
        MapKindsOfTrigger(builder);
        MapRunning(builder);
        var calendars = Table(builder, "calendars", Scheduler, "calendar_name");
        calendars.IndexerProperty<byte[]>("calendar").IsRequired();
        foreach (var group in (string[])["trigger_group", "job_group"])
        {
            var paused = Table(builder, group == "trigger_group" ? "paused_trigger_grps" : "paused_job_grps", Scheduler, group);
            Paused(paused);
        }

        Table(builder, "locks", Scheduler, "lock_name");
    }

    private static void MapTriggers(ModelBuilder builder)
    {
        var triggers = Table(builder, "triggers", Trigger);
        Text(triggers, "job_name", "job_group", "trigger_state", "trigger_type").Optional(
            triggers, "description", "calendar_name", "execution_group", "preferred_node", "retry_policy", "continues_trigger_name", "continues_trigger_group");
        triggers.IndexerProperty<long>("start_time");
        Numbers<long?>(triggers, "next_fire_time", "prev_fire_time", "end_time", "misfire_orig_fire_time", "misfire_threshold");
        Numbers<int?>(triggers, "priority", "retry_attempt", "continuation_condition", "overlap_policy");
        triggers.IndexerProperty<short?>("misfire_instr");
        triggers.IndexerProperty<bool>("preferred_node_auto").HasDefaultValue(false);
        triggers.IndexerProperty<bool?>("fixed_delay");
        triggers.IndexerProperty<byte[]?>("job_data");
        Paused(triggers);
        triggers.HasOne("qrtz_job_details", null).WithMany().HasForeignKey(Job).OnDelete(DeleteBehavior.Restrict);
        triggers.HasIndex(Scheduler, "trigger_group", "trigger_name");
        triggers.HasIndex(Scheduler, "calendar_name");
        triggers.HasIndex(Scheduler, "trigger_state", "next_fire_time", "priority", "misfire_instr").IsDescending(false, false, false, true, false);
    }

    private static void MapKindsOfTrigger(ModelBuilder builder)
    {
        Numbers<long>(OfTrigger(builder, "simple_triggers"), "repeat_count", "repeat_interval", "times_triggered");
        var cron = OfTrigger(builder, "cron_triggers");
        Text(cron, "cron_expression").Optional(cron, "time_zone_id");
        OfTrigger(builder, "blob_triggers").IndexerProperty<byte[]?>("blob_data");
        var properties = OfTrigger(builder, "simprop_triggers");
        properties.Optional(properties, "str_prop_1", "str_prop_2", "str_prop_3", "time_zone_id");
        Numbers<int?>(properties, "int_prop_1", "int_prop_2");
        Numbers<long?>(properties, "long_prop_1", "long_prop_2");
        Numbers<decimal?>(properties, "dec_prop_1", "dec_prop_2");
        Numbers<bool?>(properties, "bool_prop_1", "bool_prop_2");
    }

    private static void MapRunning(ModelBuilder builder)
    {
        var fired = Table(builder, "fired_triggers", Scheduler, "entry_id");
        Text(fired, "trigger_name", "trigger_group", "instance_name", "state")
            .Optional(fired, "job_name", "job_group", "execution_group", "progress_message");
        Numbers<long>(fired, "fired_time", "sched_time");
        fired.IndexerProperty<long?>("interrupt_requested_time");
        fired.IndexerProperty<int>("priority");
        fired.IndexerProperty<int?>("progress");
        fired.IndexerProperty<bool>("is_nonconcurrent");
        fired.IndexerProperty<bool?>("requests_recovery");
        fired.HasIndex(Scheduler, "instance_name", "requests_recovery");
        fired.HasIndex(Job);
        fired.HasIndex(Trigger);
        var nodes = Table(builder, "scheduler_state", Scheduler, "instance_name");
        Numbers<long>(nodes, "last_checkin_time", "checkin_interval");
        nodes.Optional(nodes, "quartz_version");
    }

    private static EntityTypeBuilder<Dictionary<string, object>> OfTrigger(ModelBuilder builder, string name)
    {
        var table = Table(builder, name, Trigger);
        table.HasOne("qrtz_triggers", null).WithMany().HasForeignKey(Trigger).OnDelete(DeleteBehavior.Cascade);
        return table;
    }

    private static EntityTypeBuilder<Dictionary<string, object>> Table(ModelBuilder builder, string name, params string[] key)
    {
        var table = builder.SharedTypeEntity<Dictionary<string, object>>(Prefix + name);
        table.ToTable(Prefix + name);
        Text(table, key);
        table.HasKey(key);
        return table;
    }

    private static void Paused(EntityTypeBuilder<Dictionary<string, object>> table)
    {
        table.Optional(table, "pause_reason", "paused_by");
        table.IndexerProperty<long?>("paused_at");
    }

    private static EntityTypeBuilder<Dictionary<string, object>> Text(EntityTypeBuilder<Dictionary<string, object>> table, params string[] columns)
    {
        foreach (var column in columns)
        {
            table.IndexerProperty<string>(column).IsRequired();
        }

        return table;
    }

    private static void Optional(this EntityTypeBuilder<Dictionary<string, object>> _, EntityTypeBuilder<Dictionary<string, object>> table, params string[] columns)
    {
        foreach (var column in columns)
        {
            table.IndexerProperty<string?>(column).IsRequired(false);
        }
    }

    private static EntityTypeBuilder<Dictionary<string, object>> Flag(EntityTypeBuilder<Dictionary<string, object>> table, params string[] columns)
    {
        Numbers<bool>(table, columns);
        return table;
    }

    private static void Numbers<T>(EntityTypeBuilder<Dictionary<string, object>> table, params string[] columns)
    {
        foreach (var column in columns)
        {
            table.IndexerProperty<T>(column);
        }
    }
}
