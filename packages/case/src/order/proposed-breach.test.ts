import { type Instant, instantFromIso, kinds, later } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition } from "../event/order-shapes.ts";
import { nameOfAct } from "./act-ways.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { openedBy } from "./opened-by.ts";
import { type BoundOrder, proposeBreaches } from "./proposed-breach.ts";

const instant = (iso: string): Instant => instantFromIso(`${iso}:00.000Z`) ?? expect.fail(iso);
const condition = (number: number, written: Partial<Condition> & Pick<Condition, "type">): Condition => ({
  condition: number,
  says: "as written",
  evidence: [],
  interimToo: true,
  ...written,
});

const conditions: readonly Condition[] = [
  condition(1, { type: "prohibition", kind: "prohibition/contact", channels: ["any"], persons: ["nadia", "farah"] }),
  condition(2, {
    type: "prohibition",
    says: "Not to be in or at Ashford station on any weekday between 06:30 and 09:00.",
    places: [{ says: "Ashford station" }],
    times: [{ days: [1, 2, 3, 4, 5], from: "06:30", to: "09:00" }],
  }),
  condition(3, {
    type: "prohibition",
    kind: "prohibition/enter-places",
    places: [
      {
        says: "Mill Road",
        area: [
          [51.15, 0.87],
          [51.15, 0.88],
          [51.16, 0.88],
        ],
      },
    ],
  }),
  condition(4, { type: "requirement", kind: "requirement/hand-over-devices", devices: ["phone"] }),
];
/** Gary Slade's interim: made Tue 27 Oct 2026, served Sat 31 Oct, 16:05. */
const order: BoundOrder = {
  order: "SPO-26-025",
  which: "interim",
  subject: "Gary Slade",
  from: "2026-10-27",
  served: { day: "2026-10-31", at: instant("2026-10-31T16:05") },
  gaps: [],
  knew: [],
  stood: [{ from: "2026-10-27", to: null, until: "2027-01-31", conditions }],
};
const under = (...written: readonly Condition[]): BoundOrder => ({
  ...order,
  stood: [{ from: "2026-10-27", to: null, until: "2027-01-31", conditions: written }],
});
/** Act 17: Wed 18 Nov 2026, 07:21, at the station. */
const act: ArrivedAct = {
  report: "R-2107",
  act: "act-17",
  when: { earliest: instant("2026-11-18T07:21"), latest: later(instant("2026-11-18T07:22"), -1) },
  kind: "visit",
  channel: "in-person",
  whose: "theirs",
  place: { says: "Ashford station, by the ticket machines" },
  reached: ["nadia"],
  named: [],
};
const at = (from: string, to = from, rest: Partial<ArrivedAct> = {}): ArrivedAct => ({
  ...act,
  when: { earliest: instant(from), latest: instant(to) },
  ...rest,
});
const proposed = (one: ArrivedAct, bound: BoundOrder = order) => proposeBreaches(one, [bound])[0];

test("s8: an act at a place and an hour that a condition names proposes itself, by a rule with its version", () => {
  const found = proposed(act);
  const second = found?.fits.find((one) => one.condition === 2);
  expect(second).toMatchObject({ rule: { rule: "place-and-time", version: 1 }, why: expect.stringContaining("“Ashford station”") });
  expect(second?.couldChange).toEqual([expect.stringContaining("is in or at"), expect.stringContaining("clock")]);
  expect(found?.couldChange[0]).toBe("that it was Gary Slade");
  expect(found?.asks).toEqual([]);
});

test("s8: what was read and does not fit is listed with its reason, and what cannot be told is to be read", () => {
  const found = proposed({ ...act, reached: [], place: { says: "Ashford station" } });
  expect(found?.not.map(({ condition: number, why }) => [number, why])).toEqual([[4, expect.stringContaining("asks for something")]]);
  expect(found?.toRead.map(({ condition: number, why }) => [number, why])).toEqual([
    [1, "Whom it reached is not known."],
    [3, expect.stringContaining("no map")],
  ]);
});

test.each([
  ["at the same station after nine", at("2026-11-18T09:00"), []],
  ["at the station on a Saturday", at("2026-11-21T07:21"), []],
  ["at some time of that morning", at("2026-11-18T06:00", "2026-11-18T12:00"), [2]],
  ["on a day, no hour written", at("2026-11-18T00:00", "2026-11-18T23:59"), [2]],
  ["on a day of a weekend, no hour written", at("2026-11-21T00:00", "2026-11-21T23:59"), []],
] as const)("s8: an act %s", (_, one, fits) => {
  const found = proposed(one)?.fits.filter(({ rule }) => rule?.rule === "place-and-time") ?? [];
  expect(found.map(({ condition: number }) => number)).toEqual(fits);
  if (one.when.latest - one.when.earliest > 0)
    for (const { couldChange } of found) expect(couldChange.join()).toContain("can lie outside those hours");
});

test("s8: contact proposes itself by its way and by whom it reached", () => {
  const call = at("2026-11-20T12:00", "2026-11-20T12:00", { kind: "call", channel: "phone" });
  expect(proposed(call)?.fits).toEqual([expect.objectContaining({ condition: 1, rule: { rule: "contact", version: 2 } })]);
  expect(proposed({ ...call, reached: ["somebody-else"] })).toBeUndefined();
  const texts = under(condition(1, { type: "prohibition", kind: "prohibition/contact", channels: ["text"], persons: ["nadia"] }));
  expect(proposed(call, texts)).toBeUndefined();
  const chat = { ...call, kind: "message", channel: "whatsapp" } as const;
  expect(proposed(chat, texts)?.fits[0]?.couldChange).toEqual(["whether it came by text or social media"]);
});

test("s8: what another person can have done for the subject is read, where contact through another is forbidden", () => {
  const through = under(condition(1, { type: "prohibition", kind: "prohibition/contact-through-others", persons: ["nadia"] }));
  const text = at("2026-11-20T12:00", "2026-11-20T12:00", { kind: "message", channel: "sms" });
  const friend = { ...text, whose: "other", through: "names-subject" } as const;
  expect(proposed(friend, through)).toMatchObject({
    fits: [],
    toRead: [{ condition: 1, why: expect.stringContaining("name the subject") }],
    couldChange: ["whether Gary Slade had it done: another person did it"],
  });
  const stranger = { ...text, whose: "other", through: "new-sender" } as const;
  expect(proposed(stranger, through)?.couldChange).toEqual([expect.stringContaining("or somebody for them")]);
  expect(proposed({ ...text, whose: "not-known" }, through)?.toRead[0]?.why).toContain("Who did it is not known");
  expect(proposed({ ...text, whose: "other" }, through)).toBeUndefined();
  expect(proposed(text, through)).toBeUndefined();
  const calls = under(condition(1, { type: "prohibition", kind: "prohibition/contact", channels: ["call"], persons: ["nadia"] }));
  expect([proposed(friend, calls), proposed(stranger, calls)]).toEqual([undefined, undefined]);
});

test("s8: an act of anybody else, or outside the order's life, proposes nothing", () => {
  expect(proposed({ ...act, whose: "other" })).toBeUndefined();
  expect(proposed(at("2026-10-26T07:21"))).toBeUndefined();
  expect(proposed(at("2027-02-01T07:21"))).toBeUndefined();
  expect(proposed(at("2027-01-29T07:21"))).toBeDefined();
  expect(proposeBreaches(act, [])).toEqual([]);
});

test("s5: on the day an interim ends, and on the day an order begins, the hour is asked for", () => {
  const ended: BoundOrder = { ...order, ended: { how: "determination", day: "2026-11-18" } };
  expect(proposed(act, ended)?.asks).toEqual([expect.stringContaining("was determined on that day")]);
  expect(proposed(at("2026-11-19T07:21"), ended)).toBeUndefined();
  expect(proposed(at("2026-10-27T07:21"))?.asks[0]).toContain("The order began on that day");
});

test("s7: in a time in which the order was over until an appeal undid that, it is asked what held", () => {
  const gap: BoundOrder = { ...order, gaps: [{ from: "2026-11-10", to: "2026-11-20" }] };
  expect(proposed(act, gap)?.asks).toEqual([expect.stringContaining("an appeal undid that on Fri 20 Nov 2026")]);
});

test("s8: that it was served or known is asked for an act before service, never taken", () => {
  const asks = (one: ArrivedAct, more: Partial<BoundOrder> = {}): string =>
    proposed(one, { ...order, ...more })?.asks.join(" ") ?? "nothing";
  expect(asks(at("2026-10-29T07:21"))).toContain("served after this act");
  expect(asks(at("2026-10-29T07:21"), { knew: ["2026-10-28"] })).toContain("recorded that the subject knew of it on Wed 28 Oct 2026");
  expect(asks(at("2026-10-29T07:21"), { knew: ["2026-10-30"] })).toContain("is it known otherwise");
  const saturday: Partial<ArrivedAct> = { kind: "call", channel: "phone" };
  expect(asks(at("2026-10-31T15:00", "2026-10-31T15:01", saturday))).toContain("served after this act");
  expect(asks(at("2026-10-31T00:00", "2026-10-31T23:59", saturday))).toContain("can lie before that");
  expect(asks(at("2026-10-31T17:00", "2026-10-31T17:01", saturday))).toBe("");
  expect(asks(at("2026-10-31T17:00", "2026-10-31T17:01", saturday), { served: { day: "2026-10-31" } })).toContain("the hour not written");
  const { served: _, ...unserved } = order;
  expect(proposed(act, unserved)?.asks).toEqual([expect.stringContaining("No service is confirmed")]);
  expect(asks(act, { served: { day: "2026-10-31", isDisputed: true } })).toContain("disputed");
});

test("s3(3): a condition whose own period is over does not fit", () => {
  const own = (until: string): BoundOrder => under(...conditions.map((one) => ({ ...one, own: { until } })));
  expect(proposed(act, own("2026-11-17"))).toBeUndefined();
  const onLastDay = own("2026-11-18");
  expect(proposed(act, onLastDay)?.fits.map(({ condition: number }) => number)).toEqual([1, 2]);
});

test("s8: words alone are to be read, unless times that are written show that they do not hold", () => {
  const words = (times?: Condition["times"]): BoundOrder =>
    under(condition(1, { type: "prohibition", says: "Not to go out", ...(times && { times }) }));
  expect(proposed(act, words())?.toRead).toEqual([expect.objectContaining({ condition: 1, couldChange: [] })]);
  expect(proposed(act, words([{ days: [], from: "22:00", to: "06:00" }]))).toBeUndefined();
  expect(proposed(act, words([{ days: [], from: "06:00", to: "08:00" }]))?.toRead[0]?.rule).toEqual({ rule: "time", version: 1 });
});

test("s8: away from the place where an order keeps somebody at that hour fits, and in it does not", () => {
  const home = { says: "home", around: [51.15, 0.87] } as const;
  const kept = under(
    condition(1, { type: "requirement", kind: "requirement/stay-at", places: [home], times: [{ days: [], from: "19:00", to: "08:00" }] }),
  );
  expect(proposed({ ...act, place: { says: "station", around: [51.2, 0.87] } }, kept)?.fits).toHaveLength(1);
  expect(proposed({ ...act, place: home }, kept)).toBeUndefined();
});

test("s8: what a proposal writes down names its rule with the version and what could change it, and an hour only where there is one", () => {
  const found = proposed(act) ?? expect.fail("nothing");
  const read = found.fits.find((one) => one.condition === 2) ?? expect.fail("no condition 2");
  expect(openedBy("b-7", act, found, read)).toEqual({
    breach: "b-7",
    order: "interim",
    of: { condition: 2 },
    act: { report: "R-2107", act: "act-17" },
    day: "2026-11-18",
    at: "07:21",
    says: expect.stringContaining("names “Ashford station”"),
    proposedBy: "place-and-time, version 1",
    couldChange: expect.stringMatching(/^that it was Gary Slade; whether .*\.$/),
  });
  const morning = at("2026-11-18T06:00", "2026-11-18T12:00");
  expect(openedBy("b-7", morning, found, read).at).toBeUndefined();
  expect(openedBy("b-7", { ...act, isWordsAlone: true }, found, read).at).toBeUndefined();
});

test("s8: a question that a proposal writes down ends as a question, in a sentence of its own", () => {
  const found = proposed(act) ?? expect.fail("nothing");
  const read = found.fits.find((one) => one.condition === 2) ?? expect.fail("no condition 2");
  const asked = {
    ...found,
    couldChange: ["whether it was he"],
    asks: ["It was told on Sat 21 Nov 2026: when was it?", "Its day is not sure"],
  };
  expect(openedBy("b-7", act, asked, { ...read, couldChange: [] }).couldChange).toBe(
    "whether it was he. It was told on Sat 21 Nov 2026: when was it? Its day is not sure.",
  );
  expect(openedBy("b-7", act, { ...asked, couldChange: [], asks: [] }, { ...read, couldChange: [] })).not.toHaveProperty("couldChange");
});

test("s8: no proposal says that a breach happened", () => {
  const kinds = fc.constantFrom<ArrivedAct["kind"]>("message", "call", "visit", "post", "login", "other", "view", "threat");
  const channels = fc.constantFrom<ArrivedAct["channel"]>("sms", "whatsapp", "in-person", "email", "photo", "web");
  const hour = fc.integer({ min: 0, max: 24 * 120 });
  fc.assert(
    fc.property(kinds, channels, hour, fc.integer({ min: 0, max: 3 * 86_400_000 }), (kind, channel, hours, wide) => {
      const earliest = later(instant("2026-10-20T00:00"), hours * 3_600_000);
      const found = proposeBreaches({ ...act, kind, channel, when: { earliest, latest: later(earliest, wide) } }, [order]);
      expect(JSON.stringify(found)).not.toMatch(/offence|breached|stalker|perpetrator|likel|probab|guilty/i);
      for (const one of found) expect(one.fits.length + one.toRead.length + one.not.length).toBe(conditions.length);
    }),
    { seed: 9, numRuns: 100 },
  );
});

test("s8: an act of which only words tell fits a place by the name that stands in them, and says that words are no place", () => {
  const { place: _, ...told } = act;
  const found = proposed({ ...told, isOwnAccount: true, words: "He was by the ticket machines at Ashford Station, and looked." });
  expect(found?.fits.find((one) => one.condition === 2)).toMatchObject({
    rule: { rule: "place-in-words", version: 1 },
    why: expect.stringContaining("“Ashford station”"),
    couldChange: [expect.stringContaining("whether the words mean"), expect.stringContaining("clock")],
  });
  expect(JSON.stringify(found)).not.toContain("ticket machines");
  expect(proposed({ ...told, isOwnAccount: true, words: "He was at the bakery." })?.toRead.map((one) => one.condition)).toEqual([2, 3]);
});

test("s8: what was told by voice is read by a person, who is asked of which time it tells; no rule reads it", () => {
  const { place: _, ...rest } = at("2026-11-21T23:00");
  const found = proposed({ ...rest, kind: "other", channel: "other", whose: "not-known", isWordsAlone: true, reached: [] });
  expect(found?.fits).toEqual([]);
  expect(found?.toRead.map((one) => one.condition)).toEqual([1, 2, 3, 4]);
  expect(found?.asks[0]).toBe("It was told on Sat 21 Nov 2026: when was it?");
  expect(found?.couldChange).toEqual(["whether it was Gary Slade: who did it is not known"]);
});

test("s8: where words spell a place nearly, or it is named by what is no thing of presence, somebody reads it", () => {
  const mill = under(
    condition(1, { type: "prohibition", kind: "prohibition/enter-places", places: [{ says: "14 Mill Lane, Westmere WM4 2QX" }] }),
  );
  const { place: _, ...rest } = act;
  const read = (words: string, more: Partial<ArrivedAct> = {}) => {
    const found = proposed({ ...rest, isOwnAccount: true, words, ...more }, mill);
    return found === undefined
      ? "nothing"
      : `${found.fits.length > 0 ? "fits" : "to read"}: ${(found.fits[0] ?? found.toRead[0])?.why ?? ""}`;
  };
  const other = { kind: "other", channel: "other" } as const;
  for (const words of ["by 14 Mill Ln", "at 14A Mill Lane", "outside fourteen mill lane", "near wm42qx", "in Mil Lane", "at 14MillLane"])
    expect(read(words)).toContain("to read: The words in which it is told can name “14 Mill Lane, Westmere WM4 2QX”");
  expect(read("He stood outside 14 Mill Lane and shouted", other)).toContain("to read: Its words can name");
  expect(read("He said it through the door of 14 Mill Lane", { kind: "threat", channel: "other" })).toContain("to read");
  expect(read("He was there", other)).toContain("What the act was, and where, is in its words");
  expect(read("I am in Mill Lane", { kind: "message", channel: "sms", isOwnAccount: false })).toContain("to read");
  expect(read("see you at the bakery", { kind: "message", channel: "sms", isOwnAccount: false })).toBe("nothing");
  expect(read("", { kind: "call", channel: "phone" })).toBe("nothing");
});

test("s8: of what she wrote down herself it is open whom it reached, and a message to one that names another is read", () => {
  const mia = under(condition(1, { type: "prohibition", kind: "prohibition/contact", channels: ["any"], persons: ["mia"] }));
  const { place: _, ...rest } = act;
  const told = { ...rest, kind: "following", isOwnAccount: true, reached: [], words: "He followed my daughter to her school" } as const;
  expect(proposed(told, mia)?.toRead[0]?.why).toBe("Whom it reached is not known.");
  expect(proposed({ ...told, named: ["mia"] }, mia)?.toRead[0]?.why).toContain("its words name somebody whom the condition protects");
  const text = { ...rest, kind: "message", channel: "sms" } as const;
  expect(proposed(text, mia)).toBeUndefined();
  expect(proposed({ ...text, named: ["mia"] }, mia)?.toRead[0]?.why).toContain("to be passed on");
});

test("each kind of act is named in English, whatever way it came", () => {
  expect(nameOfAct({ kind: "damage", channel: "in-person" })).toBe("damage (in person)");
  expect(nameOfAct({ kind: "other", channel: "other" })).toBe("an act of another kind");
  for (const kind of kinds) expect(nameOfAct({ kind, channel: "other" })).toMatch(/^(damage$|(a [^aeio]|an [aeiou]|the |some)[a-z -]+$)/);
});
