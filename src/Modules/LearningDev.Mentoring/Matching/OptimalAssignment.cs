using System.Runtime.CompilerServices;

namespace LearningDev.Mentoring.Matching;

/// <summary>
/// Assigns rows (mentees) to columns (mentors) that can take several: first the most rows, then the greatest sum of fits, then by the order of rows and columns. Exact and
/// deterministic.
/// </summary>
/// <remarks>
/// The first two are minimum-cost flow by successive shortest augmenting paths with potentials (Busacker and Gowen 1960; Edmonds and Karp, "Theoretical improvements in algorithmic
/// efficiency for network flow problems", Journal of the ACM 19(2), 1972; Ahuja, Magnanti and Orlin, "Network Flows", 1993, section 9.7). A flow of k units found so costs least among
/// all flows of k units, so that going on until no path is left gives the most rows, and the greatest sum among those. Reduced costs are never below nothing, so each path is found by
/// Dijkstra's algorithm. Two results that are equally good differ by cycles of the residual network that cost nothing, and those have no edge but such whose reduced cost is nothing. Among
/// them the rows choose, one after the other: the first column that an equally good result gives them, which never takes away what an earlier row has. With n rows and m columns it
/// takes at most n(n + m)² + n·n·m steps.
/// </remarks>
internal static class OptimalAssignment
{
    /// <summary>The fit of a pair that may not be.</summary>
    public const int Forbidden = -1;

    /// <summary>No column.</summary>
    public const int None = -1;

    /// <summary>Assigns.</summary>
    /// <param name="fits">For each row the fit of each column, from 0 to 1,000,000, or <see cref="Forbidden"/>; the rows in the order in which they choose.</param>
    /// <param name="capacities">How many rows each column can take, 0 or more; the columns in the order in which they are preferred.</param>
    public static AssignmentResult Solve(IReadOnlyList<int[]> fits, IReadOnlyList<int> capacities)
    {
        var network = new Network([.. fits], [.. capacities]);
        while (network.Augment())
        {
        }

        var others = network.Settle();
        return new AssignmentResult([.. network.Column], others);
    }

    /// <summary>Source → rows → columns → sink. Rows are the nodes from 0, columns follow, then source and sink.</summary>
    private sealed class Network
    {
        private const int Unseen = -2;

        private readonly int[][] fits;
        private readonly int[] capacities;
        private readonly int rows;
        private readonly int source;
        private readonly int sink;
        private readonly int greatest;
        private readonly int[] load;
        private readonly long[] potential;
        private readonly List<int>[] held;

        public Network(int[][] fits, int[] capacities)
        {
            (this.fits, this.capacities, rows) = (fits, capacities, fits.Length);
            (source, sink) = (rows + capacities.Length, rows + capacities.Length + 1);
            greatest = fits.SelectMany(row => row).DefaultIfEmpty().Max();
            Column = new int[rows];
            Array.Fill(Column, None);
            load = new int[capacities.Length];
            potential = new long[sink + 1];
            held = [.. capacities.Select(_ => new List<int>())];
        }

        /// <summary>The column of each row.</summary>
        public int[] Column { get; }

        /// <summary>Assigns one row more, at the least cost.</summary>
        /// <returns>False when no more can be assigned.</returns>
        // Called too seldom to be recompiled for speed while it matters.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool Augment()
        {
            var nodes = sink + 1;
            var distance = new long[nodes];
            Array.Fill(distance, long.MaxValue);
            var previous = new int[nodes];
            var isDone = new bool[nodes];
            distance[source] = 0;
            while (true)
            {
                var at = -1;
                for (var node = 0; node < nodes; node++)
                {
                    if (!isDone[node] && distance[node] < long.MaxValue && (at < 0 || distance[node] < distance[at]))
                    {
                        at = node;
                    }
                }

                if (at < 0)
                {
                    return false;
                }

                isDone[at] = true;
                if (at == sink)
                {
                    break;
                }

                Relax(at, distance, previous, isDone);
            }

            for (var node = 0; node < nodes; node++)
            {
                potential[node] += Math.Min(distance[node], distance[sink]);
            }

            for (var node = previous[sink]; node != source;)
            {
                var row = previous[node];
                var taken = Column[row];
                Column[row] = node - rows;
                held[node - rows].Add(row);
                load[node - rows]++;
                if (taken == None)
                {
                    break;
                }

                held[taken].Remove(row);
                load[taken]--;
                node = taken + rows;
            }

            return true;
        }

        /// <summary>Has the rows choose one after the other among equally good results.</summary>
        /// <returns>For each row the next column that an equally good result would have given it, with what earlier rows have; null when there is no other, <see cref="None"/> for no column.</returns>
        public int?[] Settle()
        {
            var others = new int?[rows];
            for (var row = 0; row < rows; row++)
            {
                var next = WaysTo(row);
                var choices = Enumerable.Range(0, capacities.Length).Where(column => column == Column[row] || (IsTight(row, column) && next[rows + column] != Unseen)).Take(2).ToList();
                if (Column[row] == None || (potential[row] == potential[source] && next[source] != Unseen))
                {
                    choices.Add(None);
                }

                if (choices.Count > 1)
                {
                    others[row] = choices[1];
                }

                if (choices[0] != Column[row])
                {
                    Turn(row, choices[0], next);
                }
            }

            return others;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Relax(int at, long[] distance, int[] previous, bool[] isDone)
        {
            var start = distance[at] + potential[at];
            if (at == source)
            {
                for (var row = 0; row < rows; row++)
                {
                    if (Column[row] == None)
                    {
                        Shorten(row, start - potential[row]);
                    }
                }
            }
            else if (at < rows)
            {
                var own = fits[at];
                for (var column = 0; column < own.Length; column++)
                {
                    if (own[column] >= 0 && Column[at] != column && capacities[column] > 0)
                    {
                        Shorten(rows + column, start + greatest - own[column] - potential[rows + column]);
                    }
                }
            }
            else
            {
                var column = at - rows;
                if (load[column] < capacities[column])
                {
                    Shorten(sink, start - potential[sink]);
                }

                foreach (var row in held[column])
                {
                    Shorten(row, start + fits[row][column] - greatest - potential[row]);
                }
            }

            void Shorten(int node, long length)
            {
                if (!isDone[node] && length < distance[node])
                {
                    (distance[node], previous[node]) = (length, at);
                }
            }
        }

        /// <summary>From which nodes one comes to a row by edges that cost nothing and change no earlier row; the next node of the way, or <see cref="Unseen"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private int[] WaysTo(int row)
        {
            var next = new int[sink + 1];
            Array.Fill(next, Unseen);
            next[row] = row;
            Queue<int> open = new([row]);
            while (open.TryDequeue(out var node))
            {
                if (node == source)
                {
                    for (var other = row + 1; other < rows; other++)
                    {
                        See(other, node, Column[other] != None && potential[other] == potential[source]);
                    }
                }
                else if (node == sink)
                {
                    for (var column = 0; column < capacities.Length; column++)
                    {
                        See(rows + column, node, load[column] < capacities[column] && potential[rows + column] == potential[sink]);
                    }
                }
                else if (node < rows)
                {
                    if (Column[node] == None)
                    {
                        See(source, node, potential[source] == potential[node]);
                    }
                    else
                    {
                        See(rows + Column[node], node, IsTight(node, Column[node]));
                    }
                }
                else
                {
                    for (var other = row + 1; other < rows; other++)
                    {
                        See(other, node, Column[other] != node - rows && IsTight(other, node - rows));
                    }

                    See(sink, node, load[node - rows] > 0 && potential[sink] == potential[node]);
                }
            }

            return next;

            void See(int node, int to, bool leads)
            {
                if (leads && next[node] == Unseen)
                {
                    next[node] = to;
                    open.Enqueue(node);
                }
            }
        }

        /// <summary>Gives a row another column, and others theirs, along a way that costs nothing.</summary>
        private void Turn(int row, int chosen, int[] next)
        {
            var at = chosen == None ? source : rows + chosen;
            Column[row] = chosen;
            if (chosen != None)
            {
                load[chosen]++;
            }

            for (; at != row; at = next[at])
            {
                var to = next[at];
                if (at < rows && to >= rows && to < source)
                {
                    Column[at] = to - rows;
                    load[to - rows]++;
                }
                else if (at >= rows && at < source && to < rows)
                {
                    load[at - rows]--;
                    Column[to] = to == row ? chosen : None;
                }
            }
        }

        private bool IsTight(int row, int column) =>
            fits[row][column] >= 0 && capacities[column] > 0 && greatest - fits[row][column] + potential[row] - potential[rows + column] == 0;
    }
}

/// <summary>What <see cref="OptimalAssignment"/> has found.</summary>
/// <param name="Columns">The column of each row, or <see cref="OptimalAssignment.None"/>.</param>
/// <param name="Others">For each row another column that an equally good result would have given it while earlier rows keep theirs; null when there is no such result.</param>
internal sealed record AssignmentResult(IReadOnlyList<int> Columns, IReadOnlyList<int?> Others);
