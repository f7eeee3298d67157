using LearningDev.Content.Editing.Bulk.Keeping;

namespace LearningDev.Content.Editing.Bulk;

/// <summary>What is done with many items together.</summary>
internal enum BulkAction
{
    Publish,
    Unpublish,
    Archive,
    AddTopic,
    RemoveTopic,
    AssignOwner,
}

/// <summary>The words of what is done.</summary>
internal static class BulkWords
{
    extension(BulkAction action)
    {
        /// <summary>The choice, as a person reads it.</summary>
        public string Choice => action switch
        {
            BulkAction.Publish => "Publish",
            BulkAction.Unpublish => "Take off the portal",
            BulkAction.Archive => "Archive",
            BulkAction.AddTopic => "Add a topic",
            BulkAction.RemoveTopic => "Take a topic out",
            _ => "Give an owner",
        };

        /// <summary>True for what only those may do who may publish, whatever the item's state.</summary>
        public bool NeedsPublishing => action is BulkAction.Publish or BulkAction.Unpublish or BulkAction.Archive;

        public bool HasTopic => action is BulkAction.AddTopic or BulkAction.RemoveTopic;
    }

    extension(BulkChange change)
    {
        /// <summary>What is done, for a heading: "Publish 12 items".</summary>
        public string Heading => Sentence(change.Action, change.ValueName, Items(change.Count));

        /// <summary>What stands in the history of each item when nobody has said why.</summary>
        public string DefaultNote => change.Count == 1 ? Sentence(change.Action, change.ValueName, "") : $"{Sentence(change.Action, change.ValueName, "")}, together with {change.Count - 1:#,0} more";
    }

    public static string Items(int count) => count == 1 ? "1 item" : $"{count:#,0} items";

    private static string Sentence(BulkAction action, string value, string items) => (action switch
    {
        BulkAction.Publish => $"Publish {items}",
        BulkAction.Unpublish => $"Take {items} off the portal",
        BulkAction.Archive => $"Archive {items}",
        BulkAction.AddTopic => items.Length > 0 ? $"Add the topic {value} to {items}" : $"Add the topic {value}",
        BulkAction.RemoveTopic => items.Length > 0 ? $"Take the topic {value} out of {items}" : $"Take out the topic {value}",
        _ => items.Length > 0 ? $"Make {value} the owner of {items}" : $"Make {value} the owner",
    }).TrimEnd();
}
