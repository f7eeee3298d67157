using LearningDev.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace LearningDev.Platform.Scheduling;

internal static class SchedulingServices
{
    public static void AddScheduling(this IHostApplicationBuilder host)
    {
        var options = host.Configuration.GetSection("Jobs").Get<JobOptions>() ?? new JobOptions();
        host.Services.AddSingleton(options);
        host.Services.AddSingleton<JobRunner>();
        host.Services.AddScoped<JobReader>();
        host.Services.AddSingleton<JobSchedule>();
        host.Services.AddHostedService(provider => provider.GetRequiredService<JobSchedule>());
        host.Services.AddQuartz(quartz =>
        {
            var (isSqlite, connection) = DatabaseServices.ConnectionOf(host);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "LearningDev";
                scheduler.GenerateInstanceId = !isSqlite;
            });
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(tables =>
                {
                    tables.TablePrefix = QuartzTables.Prefix;
                    tables.StoreJobDataAsStrings = true;
                });
                if (isSqlite)
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                }
                else
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = options.CheckIn;
                        cluster.CheckinMisfireThreshold = options.CheckIn;
                    });
                }
            });
        });
    }
}
