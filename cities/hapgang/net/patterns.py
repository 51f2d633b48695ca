#!/usr/bin/env python3
"""Works out Hapgang's coordination patterns from the demand of city.yaml and writes them into the
sheets and the controllers' databases. Needs netconvert and PyYAML; the rule is in ../README.md.

    python3 cities/hapgang/net/patterns.py
"""
import collections
import heapq
import math
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import yaml

CITY = pathlib.Path(__file__).resolve().parent.parent
CENTER = "M"  # where the greens of a peak run to or from
PROGRESSION_MPS = 50 / 3.6
SIGNAL_S = 15.0  # what a signal costs on average, as the rig's own route planner has it
SATURATION_PER_H = 1800.0
CLASS = {"truck": "truck", "delivery": "delivery", "shuttle": "custom1", "bus": "bus"}
HEAVY = {"truck": 2.0, "bus": 2.0}
LONGER_PEAK_S = 10

# Leaving home and coming home: the one thing that the demand does not say by itself.
PATTERNS = {
    1: ("off peak", "edge", 1.0, 1.0, "both"),
    2: ("morning peak", "peak", 1.5, 0.5, "in"),
    3: ("evening peak", "peak", 0.5, 1.5, "out"),
}
DAY_PLAN = [
    ("00:00", 254), ("05:30", 1), ("07:00", 2), ("09:00", 1), ("10:00", 254), ("17:30", 3),
    ("20:00", 1), ("23:00", 254),
]


class Net:
    """Edges, lanes and connections of the built net."""

    def __init__(self, source):
        with tempfile.TemporaryDirectory() as work:
            out = pathlib.Path(work) / "net.xml"
            command = ["netconvert", "--xml-validation", "never"]
            for option, key in (("-n", "nodes"), ("-e", "edges"), ("-x", "connections"),
                                ("-t", "types"), ("-i", "signals")):
                command += [option, str(CITY / source[key])]
            command += ["--offset.disable-normalization", "true", "--no-turnarounds", "true",
                        "--walkingareas", "true", "--output-file", str(out)]
            subprocess.run(command, check=True, capture_output=True)
            root = xml.parse(out).getroot()
        self.edges = {}
        for edge in root.findall("edge"):
            if edge.get("function") is None:
                self.edges[edge.get("id")] = edge
        self.lanes = {(e, int(lane.get("index"))): lane
                      for e, edge in self.edges.items() for lane in edge.findall("lane")}
        self.links = [c for c in root.findall("connection")
                      if c.get("from") in self.edges and c.get("to") in self.edges]

    def allows(self, edge, lane, kind):
        at = self.lanes[edge, lane]
        if at.get("allow") is not None:
            return kind in at.get("allow").split()
        return kind not in (at.get("disallow") or "").split()

    def seconds(self, edge, kind, fastest=1e9):
        speeds = [float(lane.get("speed")) for (e, i), lane in self.lanes.items()
                  if e == edge and self.allows(e, i, kind)]
        length = max(float(lane.get("length")) for (e, _), lane in self.lanes.items() if e == edge)
        return length / min(max(speeds, default=0.1), fastest)

    def next(self, kind):
        after = collections.defaultdict(dict)
        for link in self.links:
            a, b = link.get("from"), link.get("to")
            if (self.allows(a, int(link.get("fromLane")), kind)
                    and self.allows(b, int(link.get("toLane")), kind)):
                after[a][b] = link.get("tl") is not None
        return after

    def way(self, start, goal, kind):
        after, best, before, todo = self.next(kind), {start: 0.0}, {}, [(0.0, start)]
        while todo:
            cost, edge = heapq.heappop(todo)
            if edge == goal:
                way = [edge]
                while way[0] != start:
                    way.insert(0, before[way[0]])
                return way
            if cost > best[edge]:
                continue
            for other, signal in after[edge].items():
                total = cost + self.seconds(other, kind) + (SIGNAL_S if signal else 0)
                if total < best.get(other, 1e9):
                    best[other], before[other] = total, edge
                    heapq.heappush(todo, (total, other))
        raise ValueError(f"no way from {start} to {goal} for {kind}")

    def between(self, start, goal):
        """Seconds of free driving from one node to another, at the speed of progression."""
        if start == goal:
            return 0.0
        best, todo = {}, [(self.seconds(e, "passenger", PROGRESSION_MPS), e)
                          for e, edge in self.edges.items()
                          if edge.get("from") == start and self.seconds(e, "passenger") < 1e3]
        heapq.heapify(todo)
        after = self.next("passenger")
        while todo:
            cost, edge = heapq.heappop(todo)
            if self.edges[edge].get("to") == goal:
                return cost
            if edge in best:
                continue
            best[edge] = cost
            for other in after[edge]:
                heapq.heappush(todo,
                               (cost + self.seconds(other, "passenger", PROGRESSION_MPS), other))
        raise ValueError(f"no way from {start} to {goal}")


def flows(demand, out, home):
    """Everything on wheels: (way points, class, passenger car units an hour)."""
    for flow in demand["flows"] + demand["buses"]:
        kind = flow.get("type", "bus" if "edges" in flow else "passenger")
        if kind in ("bicycle", "moped"):
            continue  # They cross with the walk.
        share = (out if re.match("out[A-Z]", flow["id"])
                 else home if re.match("home[A-Z]", flow["id"]) else 1.0)
        points = flow.get("edges") or [flow["from"], *flow.get("via", []), flow["to"]]
        yield points, CLASS.get(kind, kind), flow["vehiclesPerHour"] * share * HEAVY.get(kind, 1)


def lane_flows(net, city, out, home):
    """Cars an hour on each lane by phase: each flow shares the lanes that lead where it goes."""
    phases = {(j["tls"], link["index"]): (j["number"], link.get("phase", 0))
              for j in city["junctions"] for link in j["links"]}
    load = collections.Counter()
    for points, kind, rate in flows(city["demand"], out, home):
        way = [points[0]]
        for a, b in zip(points, points[1:]):
            way += net.way(a, b, kind)[1:]
        for a, b in zip(way, way[1:]):
            links = [c for c in net.links if c.get("from") == a and c.get("to") == b
                     and c.get("tl") and net.allows(a, int(c.get("fromLane")), kind)]
            for link in links:
                at = phases[link.get("tl"), int(link.get("linkIndex"))]
                load[(*at, a, link.get("fromLane"))] += rate / len(links)
    critical = collections.Counter()
    for (junction, phase, _, _), rate in load.items():
        critical[junction, phase] = max(critical[junction, phase], rate)
    return critical


class Site:
    """What bounds the splits of one junction: its sheet."""

    def __init__(self, number):
        self.number = number
        self.file = CITY / f"sites/site-{number}.yaml"
        sheet = yaml.safe_load(self.file.read_text())
        self.rings, self.groups = sheet["rings"], sheet["barrierGroups"]
        self.least, self.most, self.change = {}, {}, {}
        for phase, timing in sheet["timing"].items():
            change = timing["yellowChangeDs"] + timing["redClearanceDs"]
            walks = [w["walkDs"] + w["clearanceDs"] + w["bufferDs"]
                     for w in (sheet["pedestrians"] or {}).values() if w["parallelPhase"] == phase]
            self.change[phase] = change
            self.least[phase] = math.ceil((max([timing["minimumGreenDs"], *walks]) + change) / 10)
            self.most[phase] = (max(timing["maximumGreenDs"], timing["minimumGreenDs"])
                                + change) // 10

    def members(self, ring, group):
        return [p for p in ring if p in group]

    def bound(self, group, of, choose):
        return choose(sum(of[p] for p in self.members(ring, group)) for ring in self.rings
                      if self.members(ring, group))

    def shortest(self):
        return sum(self.bound(group, self.least, max) for group in self.groups)

    def longest(self):
        return sum(self.bound(group, self.most, min) for group in self.groups)

    def webster(self, ratio):
        """Cycle of least delay for isolated fixed time, by the critical ring of each group."""
        total, lost = 0.0, 0.0
        for group in self.groups:
            ring = max(self.rings, key=lambda r: sum(ratio[p] for p in self.members(r, group)))
            total += sum(ratio[p] for p in self.members(ring, group))
            lost += sum(self.change[p] / 10 for p in self.members(ring, group))
        return (1.5 * lost + 5) / (1 - total), total

    def splits(self, cycle, ratio):
        spare = cycle - self.shortest()
        weights = [max(sum(ratio[p] for p in self.members(ring, group)) for ring in self.rings)
                   for group in self.groups]
        room = [self.bound(g, self.most, min) - self.bound(g, self.least, max)
                for g in self.groups]
        extra = share(spare, weights, room)
        splits = {}
        for group, more in zip(self.groups, extra):
            total = self.bound(group, self.least, max) + more
            for ring in self.rings:
                members = self.members(ring, group)
                if members:
                    left = total - sum(self.least[p] for p in members)
                    parts = share(left, [ratio[p] for p in members],
                                  [self.most[p] - self.least[p] for p in members])
                    splits.update({p: self.least[p] + e for p, e in zip(members, parts)})
        return dict(sorted(splits.items()))

    def write(self, patterns):
        text = self.file.read_text()
        start, end = text.index("patterns:\n"), text.index("\nlocalPattern:")
        lines = ["patterns:"]
        for n, (name, cycle, offset, splits) in patterns.items():
            inner = ", ".join(f"{p}: {s}" for p, s in splits.items())
            lines += [f"  {n}: # {name}", f"    cycleS: {cycle}", f"    offsetS: {offset}",
                      f"    splitsS: {{ {inner} }}"]
        self.file.write_text(text[:start] + "\n".join(lines) + "\n" + text[end:])


def share(total, weights, room):
    """Whole seconds in proportion to the weights, none more than there is room for."""
    if total > sum(room):
        raise ValueError(f"{total} s do not fit into {room}")
    given = [0] * len(weights)
    for _ in range(total):  # The next second to whoever has least for its weight.
        open_ = [i for i in range(len(weights)) if given[i] < room[i]]
        given[min(open_, key=lambda i: ((given[i] + 1) / max(weights[i], 1e-3), i))] += 1
    return given


def coordinated(database):
    return [p for p, phase in database["phases"].items() if phase.get("recall") == "minimum"]


def write_database(number, patterns):
    file = CITY / f"controllers/controller-{number}.yaml"
    text = file.read_text().split("\n# Coordination:")[0].rstrip("\n")
    phases = coordinated(yaml.safe_load(text))
    lines = ["", "",
             "# Coordination: patterns as the sheet has them; a split is green, yellow and red"
             " clearance. Pattern",
             "# 1 runs when the center is silent. Off peak by day and at night the junction is"
             " free.",
             "coordination: {correctionMode: shortway, backupPattern: 1, utcOffsetMinutes: 540}",
             "patterns:"]
    for n, (name, cycle, offset, splits) in patterns.items():
        inner = ", ".join(f"{p}: {s}" for p, s in splits.items())
        lines += [f"  {n}: {{cycleS: {cycle}, offsetS: {offset}, coordinatedPhases: {phases}, #"
                  f" {name}", f"      splitsS: {{{inner}}}}}"]
    lines += ["dayPlan:"]
    lines += [f"  - {{at: \"{at}\", pattern: {pattern}}}" for at, pattern in DAY_PLAN]
    file.write_text(text + "\n".join(lines) + "\n")


def offset(net, node, cycle, wave):
    inward, outward = net.between(node, CENTER), net.between(CENTER, node)
    if wave == "in":
        return round(-inward) % cycle
    if wave == "out":
        return round(outward) % cycle
    half = round((inward + outward) / cycle)  # of t = (in + out) / 2, in half cycles
    return half % 2 * cycle // 2


def main():
    city = yaml.safe_load((CITY / "city.yaml").read_text())
    net = Net(city["net"])
    sites = {j["number"]: (j["node"], Site(j["number"])) for j in city["junctions"]}
    shortest = max(site.shortest() for _, site in sites.values())
    base = math.ceil(shortest / 10) * 10
    plans = {number: {} for number in sites}
    for n, (name, level, out, home, wave) in PATTERNS.items():
        critical = lane_flows(net, city, out, home)
        factor = city["demand"]["profile"][level]
        ratios = {number: collections.Counter({p: critical[number, p] * factor / SATURATION_PER_H
                                               for p in site.least})
                  for number, (_, site) in sites.items()}
        webster = max(sites[k][1].webster(ratios[k])[0] for k in sites)
        cycle = max(base + (LONGER_PEAK_S if level == "peak" else 0),
                    math.ceil(webster / 10) * 10)
        print(f"pattern {n} {name}: shortest {shortest} s, Webster's longest {webster:.0f} s,"
              f" cycle {cycle} s")
        for number, (node, site) in sites.items():
            splits = site.splits(cycle, ratios[number])
            at = offset(net, node, cycle, wave)
            plans[number][n] = (name, cycle, at, splits)
            flow = ", ".join(f"{p}: {ratios[number][p] * SATURATION_PER_H:.0f}"
                             for p in site.least)
            print(f"  {number:2d} {node:4s} offset {at:3d} cars/h/lane {{{flow}}} splits {splits}"
                  f" (Y {site.webster(ratios[number])[1]:.2f}, {site.shortest()}"
                  f" to {site.longest()} s)")
    for number, (_, site) in sites.items():
        site.write(plans[number])
        write_database(number, plans[number])


if __name__ == "__main__":
    main()
