#!/usr/bin/env python3
"""Draws Hapgang: writes hapgang.{nod,edg,con,typ}.xml beside this folder.

Run it once after changing the drawing; what it writes is committed and can be read and edited by
hand. x is metres east, y metres north of the crossing of trunk and central passage.

    python3 cities/hapgang/net/draw.py
"""
import math
import pathlib

OUT = pathlib.Path(__file__).resolve().parent.parent

# --- lanes by kind of road, from the curb to the middle: (name, width, speed km/h, who) ---------
WALK = ("walk", 3.0, 5, "pedestrian")
CARS = "passenger taxi truck trailer bus coach delivery emergency motorcycle custom1"
SLOW_PM = ("slow", 1.5, 20, "bicycle")
FAST_PM = ("fast", 1.5, 40, "bicycle moped")


def cars(speed):
    return ("car", 3.2, speed, CARS)


BUS = ("bus", 3.5, 60, "bus emergency")
TURN = ("turn", 3.5, 60, CARS)  # the bus lane's last piece: right turns and buses
PASS = ("pass", 3.0, 20, "bicycle moped delivery emergency custom1")
KINDS = {
    "ring": ([WALK, SLOW_PM, FAST_PM, cars(30), cars(30)], 3),
    "trunk": ([WALK, BUS, cars(60), cars(60)], 5),
    "outer": ([WALK, cars(60), cars(60)], 4),
    "tunnel": ([WALK, cars(60), cars(60)], 4),
    "radial": ([WALK, cars(50)], 2),
    "passage": ([("walk", 2.0, 5, "pedestrian"), PASS], 1),
}
POCKET_M = 84
MEDIAN = 1.6  # half of it: the left-turn pocket's lane takes the whole

# --- nodes: id -> x, y, signal ----------------------------------------------------------------
NODES = {
    "RW": (-450, 0, 1), "M": (0, 0, 2), "RE": (450, 0, 3), "OW": (-900, 0, 4), "OE": (900, 0, 5),
    "RN": (0, 300, 6), "RS": (0, -300, 7), "ON": (0, 650, 8), "OS": (0, -650, 9),
    "RNW": (-450, 300, 10), "ONW": (-450, 650, 11), "RNE": (450, 300, 12), "OME": (900, 300, 13),
    "W": (-1250, 0, 0), "E": (1250, 0, 0), "N": (0, 950, 0), "S": (0, -950, 0),
    "RSW": (-450, -300, 0), "RSE": (450, -300, 0),
    "CNW": (-900, 650, 0), "CNE": (900, 650, 0), "CSW": (-900, -650, 0), "CSE": (900, -650, 0),
    "T1": (-900, -180, 0), "T2": (-900, -460, 0),
}
for side, y in (("N", 300), ("S", -300)):
    for name, x in (("a", -300), ("b", -150), ("c", 150), ("d", 300)):
        NODES[f"G{side}{name}"] = (x, y, 0)  # gates: bollards
        NODES[f"B{side}{name}"] = (x, y // 2, 0)  # blocks' inner corners
    NODES[f"B{side}m"] = (0, y // 2, 0)

ROADS = [  # kind, nodes along it
    ("trunk", "W OW RW M RE OE E"),
    ("ring", "RNW GNa GNb RN GNc GNd RNE"),
    ("ring", "RSW GSa GSb RS GSc GSd RSE"),
    ("ring", "RNW RW RSW"),
    ("ring", "RNE RE RSE"),
    ("outer", "CNW ONW ON CNE"),
    ("outer", "CSW OS CSE"),
    ("outer", "CNW OW T1"), ("tunnel", "T1 T2"), ("outer", "T2 CSW"),
    ("outer", "CNE OME OE CSE"),
    ("radial", "RN ON N"), ("radial", "RS OS S"), ("radial", "RNW ONW"), ("radial", "RNE OME"),
    ("passage", "RN BNm M BSm RS"),
    ("passage", "BNa BNb BNm BNc BNd"), ("passage", "BSa BSb BSm BSc BSd"),
] + [("passage", f"G{s}{k} B{s}{k}") for s in "NS" for k in "abcd"]

edges = {}  # id -> dict(from, to, kind, lanes, shape, name)
arms = {}  # node -> list of (edge in, edge out)


def at(node):
    return NODES[node][0], NODES[node][1]


def along(a, b, metres_from_b, left):
    """A point of the axis a->b so far before b, moved to the left."""
    (ax, ay), (bx, by) = at(a), at(b)
    length = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    return bx - ux * metres_from_b - uy * left, by - uy * metres_from_b + ux * left


def shape(points):
    return " ".join(f"{x:.2f},{y:.2f}".replace(".00", "") for x, y in points)


def neighbours(node):
    found = []
    for _, names in ROADS:
        names = names.split()
        for a, b in zip(names, names[1:]):
            found += [b] if a == node else [a] if b == node else []
    return found


def road(kind, a, b):
    """One direction. Ends in a pocket where b has a signal, except in a passage."""
    lanes = KINDS[kind][0]
    (ax, ay), (bx, by) = at(a), at(b)
    length = math.hypot(bx - ax, by - ay)
    off = 0 if kind == "passage" else -MEDIAN
    name = f"{a}_{b}"
    pocket = NODES[b][2] and kind != "passage" and any(
        turn(a, b, c) > 30 for c in neighbours(b) if c != a)
    if not pocket:
        edges[name] = dict(a=a, b=b, kind=kind, lanes=lanes,
                           shape=shape([along(a, b, length, off), along(a, b, 0, off)]))
        return name, name
    split = f"{name}_p"
    NODES[split] = (*along(a, b, POCKET_M, 0), 0)
    edges[name] = dict(a=a, b=split, kind=kind, lanes=lanes,
                       shape=shape([along(a, b, length, off), along(a, b, POCKET_M, off)]))
    last = [TURN if lane is BUS else lane for lane in lanes]
    speed = last[-1][2]
    last = last + [("left", 3.2, speed, CARS)]
    edges[split] = dict(a=split, b=b, kind=kind, lanes=last,
                        shape=shape([along(a, b, POCKET_M, MEDIAN), along(a, b, 0, MEDIAN)]))
    return name, split


connections = []


def link(a, la, b, lb, extra=""):
    connections.append(f'    <connection from="{a}" to="{b}" fromLane="{la}" toLane="{lb}"{extra}/>')


def index(edge, *names):
    return [i for i, lane in enumerate(edges[edge]["lanes"]) if lane[0] in names]


def turn(a, b, c):
    """Angle of the turn a -> b -> c, degrees, left positive."""
    (ax, ay), (bx, by), (cx, cy) = at(a), at(b), at(c)
    d = math.atan2(cy - by, cx - bx) - math.atan2(by - ay, bx - ax)
    return math.degrees((d + math.pi) % (2 * math.pi) - math.pi)


def motor(edge):
    return index(edge, "car", "bus", "turn", "left", "pass")


def connect(node, a_in, a, b_out, b, others):
    """All lanes of one movement."""
    angle = turn(a, node, b)
    straight, left = abs(angle) < 30, angle > 30
    signal = NODES[node][2]
    slow_turn = ' speed="5.5"' if signal or others else ""
    kin, kout = edges[a_in]["kind"], edges[b_out]["kind"]
    pm_in, pm_out = index(a_in, "slow", "fast"), index(b_out, "slow", "fast")
    pass_in, pass_out = kin == "passage", kout == "passage"
    cars_in, cars_out = index(a_in, "car"), index(b_out, "car")
    bus_in, bus_out = index(a_in, "bus", "turn"), index(b_out, "bus")
    if pass_in and pass_out:
        link(a_in, 1, b_out, 1)
        return
    if pass_in:  # out of a passage: vehicles to the car lane, PM to the fast PM lane
        if left and not signal:
            return
        target = cars_out[0] if not left else cars_out[-1]
        link(a_in, 1, b_out, target, slow_turn if not straight else "")
        if pm_out and not left:
            link(a_in, 1, b_out, pm_out[-1])
        return
    if pass_out:
        if left and not signal:
            return
        source = index(a_in, "left")[0] if left else (bus_in or cars_in)[0]
        link(a_in, source, b_out, 1, slow_turn if not straight else "")
        if pm_in and not left:
            link(a_in, pm_in[0], b_out, 1)
        return
    through_arm = any(abs(turn(a, node, o)) < 30 for o in others + [b])
    if straight:
        narrows = signal and len(cars_in) > len(cars_out) and not index(a_in, "left")
        for i, o in zip(cars_in[1:] if narrows else cars_in, cars_out):
            link(a_in, i, b_out, o)  # where a road narrows, its first lane turns off
        for i, o in zip(bus_in, bus_out):
            link(a_in, i, b_out, o)
    elif left:
        pocket = index(a_in, "left")
        if pocket:
            link(a_in, pocket[0], b_out, cars_out[-1])
            if not through_arm and len(cars_in) > 1 and len(cars_out) > 1:
                link(a_in, cars_in[-1], b_out, cars_out[0])
        else:
            for i, o in zip(cars_in, cars_out):
                link(a_in, i, b_out, o)
    else:
        if signal:
            link(a_in, (bus_in or cars_in)[0], b_out, cars_out[0], slow_turn)
        else:
            for i, o in zip(cars_in, cars_out):
                link(a_in, i, b_out, o)
    if straight or not left or not through_arm or not signal:
        for i, o in zip(pm_in, pm_out):
            link(a_in, i, b_out, o)


def main():
    for kind, names in ROADS:
        names = names.split()
        for a, b in zip(names, names[1:]):
            for p, q in ((a, b), (b, a)):
                first, last = road(kind, p, q)
                arms.setdefault(q, []).append(("in", p, last))
                arms.setdefault(p, []).append(("out", q, first))
                if first != last:  # the pocket opens from the lane beside it
                    up = edges[first]["lanes"]
                    for i in range(1, len(up)):
                        link(first, i, last, i)
                    link(first, len(up) - 1, last, len(up))
    crossings = []
    for node, ends in arms.items():
        signal = NODES[node][2]
        ins = [(o, e) for d, o, e in ends if d == "in"]
        outs = [(o, e) for d, o, e in ends if d == "out"]
        for a, a_in in ins:
            others = [o for o, _ in outs if o != a]
            for b, b_out in outs:
                if a != b:
                    connect(node, a_in, a, b_out, b, [o for o in others if o != b])
        if signal:
            for arm in crossed_arms(node, [o for o, _ in ins]):
                pair = [e for o, e in ins + outs if o == arm]
                crossings.append(f'    <crossing node="{node}" edges="{" ".join(pair)}" width="4"'
                                 ' priority="true"/>')
        elif node.startswith("G"):
            pair = [e for o, e in ins + outs if o.startswith("B")]
            crossings.append(f'    <crossing node="{node}" edges="{" ".join(pair)}" width="3"'
                             ' priority="true"/>')
    write(crossings)


def crossed_arms(node, neighbours):
    """All arms of a crossroads; of a T the stem and the arm on the stem's right."""
    if len(neighbours) == 4:
        return neighbours
    stem = next(a for a in neighbours
                if all(abs(turn(a, node, b)) > 30 for b in neighbours if b != a))
    right = next(b for b in neighbours if b != stem and turn(stem, node, b) < -30)
    return [stem, right]


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Drawn by net/draw.py. {} -->\n'


def write(crossings):
    nodes = []
    for name, (x, y, signal) in NODES.items():
        kind = f'type="traffic_light" tl="J{signal}" radius="9"' if signal else 'type="priority"'
        nodes.append(f'    <node id="{name}" x="{x:g}" y="{y:g}" {kind}/>')
    save("nod", "x is metres east, y metres north; *_p nodes split off left-turn pockets.",
         "nodes", nodes)
    rows = []
    for name, e in edges.items():
        lanes = "".join(
            f'\n        <lane index="{i}" allow="{who}" width="{w}" speed="{v / 3.6:.2f}"/>'
            for i, (_, w, v, who) in enumerate(e["lanes"]))
        top = max(v for _, _, v, _ in e["lanes"]) / 3.6
        rows.append(
            f'    <edge id="{name}" from="{e["a"]}" to="{e["b"]}" type="{e["kind"]}"'
            f' numLanes="{len(e["lanes"])}" speed="{top:.2f}" priority="{KINDS[e["kind"]][1]}"'
            f' shape="{e["shape"]}">{lanes}\n    </edge>')
    save("edg", "Named A_B from node A to node B; A_B_p is its last piece, with the left-turn\n"
         "     pocket. A shape is the left border of its edge: pockets take the median's width.",
         "edges", rows)
    save("con", "Lane 0 is the sidewalk.", "connections", connections + crossings)
    types = []
    for name, (lanes, priority) in KINDS.items():
        limit = '\n        <restriction vClass="custom1" speed="11.11"/>' if name == "ring" else ""
        end = f">{limit}\n    </type>" if limit else "/>"
        types.append(f'    <type id="{name}" priority="{priority}"'
                     f' numLanes="{len(lanes)}"{end}')
    save("typ", "Road-type shuttles (custom1) may drive 40 km/h on the ring, all others 30.",
         "types", types)


def save(ending, about, root, rows):
    text = HEAD.format(about) + f"<{root}>\n" + "\n".join(rows) + f"\n</{root}>\n"
    (OUT / f"hapgang.{ending}.xml").write_text(text)


main()
