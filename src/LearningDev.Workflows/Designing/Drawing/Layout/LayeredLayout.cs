namespace LearningDev.Workflows.Designing.Drawing.Layout;

/// <summary>
/// Lays a directed graph out in layers from top to bottom, by the method of Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system structures", 1981):
/// lines that close a ring are turned round (depth-first search); each box gets the layer of the longest way to it; a line that passes layers gets a point in each; the order within layers is
/// found by barycentres, downwards and upwards, and that with the fewest crossings is kept; places come from the mean of the neighbours, kept apart. The words of a line have a layer of
/// their own below its box, so that they never cover each other. The same graph is always laid out in the same way.
/// </summary>
internal sealed class LayeredLayout
{
    private const int Sweeps = 12;
    private const double Apart = 28;
    private const double BetweenLayers = 22;
    private const double LabelHeight = 18;
    private const double Margin = 12;
    private const double PointWidth = 8;

    private readonly List<Node> nodes = [];
    private readonly List<List<Node>> layers = [];
    private readonly List<Path> paths = [];

    private LayeredLayout(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLine> lines)
    {
        var byId = boxes.ToDictionary(box => box.Id, box => new Node(box.Width, box.Height) { Id = box.Id });
        nodes.AddRange(byId.Values);
        var ends = lines.Select(line => (From: byId[line.From], To: byId[line.To], line.LabelWidth)).ToList();
        var turned = Turned(byId.Values, ends);
        SetLayers(byId.Values, ends, turned);
        foreach (var (index, (from, to, width)) in ends.Index())
        {
            paths.Add(Connect(from, to, width, turned.Contains(index)));
        }

        foreach (var node in nodes.OrderBy(node => node.Layer))
        {
            while (layers.Count <= node.Layer)
            {
                layers.Add([]);
            }

            layers[node.Layer].Add(node);
        }
    }

    /// <summary>Lays a graph out. Lines may lead to the box that they leave, and several may lead between the same two.</summary>
    /// <param name="boxes">The boxes, in the order in which they are read.</param>
    /// <param name="lines">The lines.</param>
    public static LayoutResult Of(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<LayoutLine> lines)
    {
        var layout = new LayeredLayout(boxes, lines);
        layout.Order();
        layout.SetPlaces();
        return layout.Result();
    }

    // A line back to a box that the search has not left yet closes a ring.
    private static HashSet<int> Turned(IEnumerable<Node> boxes, List<(Node From, Node To, double Width)> ends)
    {
        var next = ends.Index().ToLookup(pair => pair.Item.From, pair => pair.Index);
        HashSet<int> turned = [];
        HashSet<Node> seen = [];
        HashSet<Node> open = [];
        foreach (var start in boxes)
        {
            Stack<(Node Node, Queue<int> Lines)> way = new();
            if (seen.Add(start))
            {
                open.Add(start);
                way.Push((start, new Queue<int>(next[start])));
            }

            while (way.TryPeek(out var at))
            {
                if (!at.Lines.TryDequeue(out var line))
                {
                    open.Remove(way.Pop().Node);
                }
                else if (open.Contains(ends[line].To))
                {
                    turned.Add(line);
                }
                else if (seen.Add(ends[line].To))
                {
                    open.Add(ends[line].To);
                    way.Push((ends[line].To, new Queue<int>(next[ends[line].To])));
                }
            }
        }

        return turned;
    }

    // Boxes stand in even layers, words in the odd ones below.
    private static void SetLayers(IReadOnlyCollection<Node> boxes, List<(Node From, Node To, double Width)> ends, HashSet<int> turned)
    {
        var downwards = ends.Index().Where(pair => pair.Item.From != pair.Item.To)
            .Select(pair => turned.Contains(pair.Index) ? (Upper: pair.Item.To, Lower: pair.Item.From) : (Upper: pair.Item.From, Lower: pair.Item.To)).ToList();
        var below = downwards.ToLookup(pair => pair.Upper, pair => pair.Lower);
        var waiting = boxes.ToDictionary(box => box, box => downwards.Count(pair => pair.Lower == box));
        Queue<Node> ready = new(boxes.Where(box => waiting[box] == 0));
        while (ready.TryDequeue(out var box))
        {
            foreach (var lower in below[box])
            {
                lower.Layer = Math.Max(lower.Layer, box.Layer + 2);
                if (--waiting[lower] == 0)
                {
                    ready.Enqueue(lower);
                }
            }
        }
    }

    private Path Connect(Node from, Node to, double labelWidth, bool isTurned)
    {
        List<Node> points = [from];
        var label = new Node(labelWidth, LabelHeight);
        if (from == to)
        {
            // Beside the box: out at the bottom, and in at the side.
            label.Layer = from.Layer + 1;
            nodes.Add(label);
            Join(from, label);
            return new Path([from, label, from], label);
        }

        var step = isTurned ? -1 : 1;
        for (var layer = from.Layer + step; layer != to.Layer; layer += step)
        {
            var point = layer == from.Layer + step ? label : new Node(PointWidth, 0);
            point.Layer = layer;
            nodes.Add(point);
            points.Add(point);
        }

        points.Add(to);
        foreach (var (one, other) in points.Zip(points.Skip(1)))
        {
            Join(isTurned ? other : one, isTurned ? one : other);
        }

        return new Path(points, label);
    }

    private static void Join(Node upper, Node lower)
    {
        upper.Below.Add(lower);
        lower.Above.Add(upper);
    }

    private void Order()
    {
        Number();
        var best = layers.Select(layer => layer.ToList()).ToList();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var downwards = sweep % 2 == 0;
            foreach (var layer in downwards ? layers.Skip(1) : layers.AsEnumerable().Reverse().Skip(1))
            {
                var sorted = layer.OrderBy(node => (downwards ? node.Above : node.Below) is { Count: > 0 } beside ? beside.Average(other => other.Position) : node.Position).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number(layer);
            }

            if (Crossings() is var crossings && crossings < fewest)
            {
                (fewest, best) = (crossings, [.. layers.Select(layer => layer.ToList())]);
            }
        }

        for (var layer = 0; layer < layers.Count; layer++)
        {
            layers[layer] = best[layer];
        }

        Number();
    }

    private void Number() => layers.ForEach(Number);

    private static void Number(List<Node> layer)
    {
        foreach (var (position, node) in layer.Index())
        {
            node.Position = position;
        }
    }

    private int Crossings()
    {
        var crossings = 0;
        foreach (var layer in layers)
        {
            var pairs = layer.SelectMany(node => node.Below.Select(lower => (Upper: node.Position, Lower: lower.Position))).ToList();
            for (var one = 0; one < pairs.Count; one++)
            {
                for (var other = one + 1; other < pairs.Count; other++)
                {
                    crossings += (pairs[one].Upper - pairs[other].Upper) * (pairs[one].Lower - pairs[other].Lower) < 0 ? 1 : 0;
                }
            }
        }

        return crossings;
    }

    private void SetPlaces()
    {
        foreach (var layer in layers)
        {
            var x = 0.0;
            foreach (var node in layer)
            {
                node.X = x + (node.Width / 2);
                x += node.Width + Apart;
            }
        }

        for (var sweep = 0; sweep < 2 * Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? layers : layers.AsEnumerable().Reverse())
            {
                Settle(layer, sweep % 2 == 0);
            }
        }

        var y = Margin;
        foreach (var layer in layers)
        {
            var height = layer.Max(node => node.Height);
            foreach (var node in layer)
            {
                node.Y = y + (height / 2);
            }

            y += height + BetweenLayers;
        }

        var left = nodes.Select(node => node.X - (node.Width / 2)).DefaultIfEmpty(0).Min() - Margin;
        nodes.ForEach(node => node.X -= left);
    }

    // Each wishes to stand in the middle of its neighbours; those that come too near each other share the way (isotonic regression by pooling neighbours).
    private static void Settle(List<Node> layer, bool fromAbove)
    {
        List<(double Sum, int Count, double Offset, List<(Node Node, double Offset)> Members)> blocks = [];
        foreach (var node in layer)
        {
            var beside = fromAbove ? node.Above : node.Below;
            var wish = beside.Count > 0 ? beside.Average(other => other.X) : node.X;
            var block = (Sum: wish, Count: 1, Offset: node.Width / 2, Members: new List<(Node Node, double Offset)> { (node, 0) });
            while (blocks.Count > 0)
            {
                var before = blocks[^1];
                var last = before.Members[^1];
                var lastRight = (before.Sum / before.Count) + last.Offset + (last.Node.Width / 2) + Apart;
                if ((block.Sum / block.Count) - (block.Members[0].Node.Width / 2) >= lastRight)
                {
                    break;
                }

                // The block joins the one before it; its members keep their distance.
                blocks.RemoveAt(blocks.Count - 1);
                var shift = last.Offset + (last.Node.Width / 2) + Apart + (block.Members[0].Node.Width / 2);
                before.Members.AddRange(block.Members.Select(member => (member.Node, member.Offset + shift)));
                block = (before.Sum + block.Sum - (shift * block.Count), before.Count + block.Count, before.Offset, before.Members);
            }

            blocks.Add(block);
        }

        foreach (var block in blocks)
        {
            foreach (var (node, offset) in block.Members)
            {
                node.X = (block.Sum / block.Count) + offset;
            }
        }
    }

    private LayoutResult Result()
    {
        var boxes = nodes.Where(node => node.Id is not null).ToDictionary(node => node.Id!, node => new Place(node.X, node.Y));
        return new LayoutResult(
            nodes.Select(node => node.X + (node.Width / 2)).DefaultIfEmpty(0).Max() + Margin, nodes.Select(node => node.Y + (node.Height / 2)).DefaultIfEmpty(0).Max() + Margin, boxes,
            [.. paths.Select(Corners)], [.. paths.Select(path => new Place(path.Label.X, path.Label.Y))]);
    }

    private static IReadOnlyList<Place> Corners(Path path)
    {
        var (first, last) = (path.Points[0], path.Points[^1]);
        if (first == last)
        {
            var side = first.X + (first.Width / 2);
            return [new Place(first.X, first.Y + (first.Height / 2)), new Place(path.Label.X, path.Label.Y), new Place(side + (Apart / 2), path.Label.Y), new Place(side + (Apart / 2), first.Y), new Place(side, first.Y)];
        }

        var isDown = first.Layer < last.Layer;
        return
        [
            new Place(first.X, first.Y + ((isDown ? 1 : -1) * first.Height / 2)),
            .. path.Points.Skip(1).SkipLast(1).Select(point => new Place(point.X, point.Y)),
            new Place(last.X, last.Y + ((isDown ? -1 : 1) * last.Height / 2)),
        ];
    }

    private sealed class Node(double width, double height)
    {
        public string? Id { get; init; }

        public double Width { get; } = width;

        public double Height { get; } = height;

        public int Layer { get; set; }

        public int Position { get; set; }

        public double X { get; set; }

        public double Y { get; set; }

        public List<Node> Above { get; } = [];

        public List<Node> Below { get; } = [];
    }

    private sealed record Path(IReadOnlyList<Node> Points, Node Label);
}
