import { type Zone, dayIn, daysFromCivil, later, parseZone } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { makeAct, makeTimeline, maya, nadia, rHandle, rSecond, timelineOf } from "../../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { countTimeline, mondayOf } from "./timeline-counts.ts";

const statement = makeStatement();
const dayNumber = (iso: string): number => daysFromCivil(day(iso));

function zoneNamed(name: string): Zone {
  const zone = parseZone(name);
  if (!zone) throw new Error(`no zone ${name}`);
  return zone;
}

describe("the numbers behind the pictures", () => {
  test("a timeline without acts has no range and no lane", () => {
    const counts = countTimeline({ acts: [], coverage: [] }, statement);
    expect(counts.range).toBeUndefined();
    expect(counts.lanes).toEqual([]);
    expect(counts.months).toEqual([]);
    expect(counts.totals.theirs).toBe(0);
  });

  test("a week runs from Monday to Sunday in her zone, not in UTC", () => {
    // 29 March 2026 23:30 BST is Sunday in London and 22:30 UTC; 30 March 00:30 BST is Monday in London and Sunday in UTC.
    const counts = countTimeline(makeTimeline([{ at: "2026-03-29 23:30" }, { at: "2026-03-30 00:30" }]), statement);
    expect(counts.lanes[0]?.weeks.map(({ monday, count, night }) => [monday, count, night])).toEqual([
      [dayNumber("2026-03-23"), 1, 0],
      [dayNumber("2026-03-30"), 1, 1],
    ]);
    expect(mondayOf(dayNumber("2026-03-29"))).toBe(dayNumber("2026-03-23"));
  });

  test("a call in an app stands in the lane of calls, with its kind", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-03 10:00", channel: "whatsapp", file: "chat.txt" },
        { at: "2026-03-03 10:01", channel: "whatsapp", kind: "call", file: "chat.txt" },
      ]),
      statement,
    );
    expect(counts.lanes.map(({ id, acts }) => [id, acts])).toEqual([
      ["whatsapp", 1],
      ["calls", 1],
    ]);
    expect(counts.lanes[1]?.weeks[0]?.kinds).toEqual([["call", 1]]);
  });

  test("midnight belongs to the night and five o'clock does not", () => {
    const counts = countTimeline(
      makeTimeline([{ at: "2026-03-02 23:59" }, { at: "2026-03-03 00:00" }, { at: "2026-03-03 04:59" }, { at: "2026-03-03 05:00" }]),
      statement,
    );
    expect(counts.totals.night).toBe(2);
    expect(counts.months[0]?.hours).toEqual([1, 0, 0, 0, 1, 1, ...Array.from({ length: 17 }, () => 0), 1]);
  });

  test("a message in the autumn hour that came twice is one act in one hour of one night", () => {
    const counts = countTimeline(makeTimeline([{ at: "2026-10-25 01:30", flags: ["time-twice"] }]), statement);
    expect(counts.months[0]?.hours[1]).toBe(1);
    expect(counts.totals.night).toBe(1);
    expect(counts.days).toEqual([{ day: dayNumber("2026-10-25"), count: 1, night: 1, uncertain: 0 }]);
  });

  test("something between 11 at night and 2 is counted on its first day as uncertain and in no night", () => {
    const counts = countTimeline(makeTimeline([{ at: "2026-03-02 23:00", until: "2026-03-03 02:00" }]), statement);
    expect(counts.days).toEqual([{ day: dayNumber("2026-03-02"), count: 1, night: 0, uncertain: 1 }]);
    expect(counts.months[0]?.hourUnknown).toBe(1);
  });

  test("something on one of several days is drawn soft and in no week", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-02 10:00" },
        {
          at: "2026-03-10 00:00",
          until: "2026-03-14 23:59",
          kind: "following",
          channel: "in-person",
          grade: "own-account",
          file: "journal",
        },
      ]),
      statement,
    );
    const inPerson = counts.lanes.find(({ id }) => id === "in-person");
    expect(inPerson).toMatchObject({ acts: 1, weeks: [], covered: [], gaps: [] });
    expect(inPerson?.soft).toHaveLength(1);
    expect(counts.totals.soft).toBe(1);
  });

  test("an open order of day and month makes the day uncertain", () => {
    const counts = countTimeline(makeTimeline([{ at: "2026-03-04 10:00", or: ["2026-04-03 10:00"] }]), statement);
    expect(counts.days[0]).toEqual({ day: dayNumber("2026-03-04"), count: 1, night: 0, uncertain: 1 });
  });

  test("a date far off is in no week and is counted beside", () => {
    const counts = countTimeline(makeTimeline([{ at: "1980-01-01 10:00", flags: ["far-date"] }, { at: "2026-03-04 10:00" }]), statement);
    expect(counts.totals).toMatchObject({ theirs: 1, far: 1 });
    expect(counts.range?.firstDay).toBe(dayNumber("2026-03-04"));
  });

  test("a file that ends early breaks the line of its lane, and only of its lane", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-03 10:00", channel: "whatsapp", file: "chat.txt" },
        { at: "2026-03-20 10:00", channel: "whatsapp", file: "chat.txt" },
        { at: "2026-03-03 11:00" },
        { at: "2026-06-09 11:00" },
      ]),
      statement,
    );
    const [whatsapp, texts] = counts.lanes;
    expect(whatsapp?.gaps).toHaveLength(1);
    expect(whatsapp?.gaps[0]?.from).toBe(whatsapp?.covered[0]?.latest);
    expect(texts?.gaps).toEqual([]);
  });

  test("silence inside a file is no gap", () => {
    const counts = countTimeline(makeTimeline([{ at: "2026-03-03 10:00" }, { at: "2026-06-09 10:00" }]), statement);
    expect(counts.lanes[0]?.gaps).toEqual([]);
  });

  test("the chat with somebody else does not cover the chat with them", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-03 10:00" },
        { at: "2026-03-04 10:00" },
        { at: "2026-05-03 10:00", file: "with-nadia.txt", from: nadia },
        { at: "2026-06-03 10:00", from: rHandle, channel: "instagram", file: "instagram.json" },
      ]),
      statement,
    );
    expect(counts.lanes[0]?.covered).toHaveLength(1);
    expect(counts.totals.others).toBe(1);
  });

  test("one message dated 1970 does not seem to cover fifty years", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "1970-01-02 10:00", flags: ["far-date"], channel: "whatsapp", file: "chat.txt" },
        { at: "2026-05-01 10:00", channel: "whatsapp", file: "chat.txt" },
        { at: "2026-03-01 10:00" },
      ]),
      statement,
    );
    expect(counts.lanes.find(({ id }) => id === "whatsapp")?.gaps).toHaveLength(1);
  });

  test("a gap that she states breaks the lanes it concerns and carries her words", () => {
    const stated = makeStatement({
      gaps: [{ from: day("2026-03-10"), until: day("2026-03-11"), channels: ["sms"], says: "phone in repair" }],
    });
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-03 10:00" },
        { at: "2026-04-03 10:00" },
        { at: "2026-03-03 10:00", channel: "whatsapp", file: "chat.txt" },
        { at: "2026-04-03 10:00", channel: "whatsapp", file: "chat.txt" },
      ]),
      stated,
    );
    expect(counts.lanes.map(({ id, gaps }) => [id, gaps.map(({ says }) => says)])).toEqual([
      ["whatsapp", []],
      ["texts", ["phone in repair"]],
    ]);
  });

  test("a gap that begins on a day without a midnight begins at the jump of the clock, not an hour early on the day before", () => {
    const cairo = zoneNamed("Africa/Cairo");
    const gaps = [{ from: day("2026-04-24"), until: day("2026-04-25"), says: "phone in repair" }];
    const counts = countTimeline(makeTimeline([{ at: "2026-04-20 10:00" }, { at: "2026-04-28 10:00" }]), {
      ...statement,
      zone: cairo,
      gaps,
    });
    const [gap] = counts.lanes[0]?.gaps ?? [];
    if (!gap) throw new Error("no gap");
    expect([dayIn(cairo, gap.from), dayIn(cairo, later(gap.from, -1))]).toEqual([dayNumber("2026-04-24"), dayNumber("2026-04-23")]);
  });

  test("her own messages stand in her own lane, whether the file names her or not", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-03 10:00" },
        { at: "2026-03-03 10:05", from: maya },
        { at: "2026-03-03 10:06", from: { kind: "owner", wrote: "", normal: "owner" } },
      ]),
      statement,
    );
    expect(counts.hers).toMatchObject({ acts: 2 });
    expect(counts.totals).toMatchObject({ theirs: 1, hers: 2 });
  });

  test("a message and its edited version count once", () => {
    const first = makeAct({ at: "2026-03-03 10:00", file: "old.json", sourceId: "7", text: "one" });
    const edited = makeAct({ at: "2026-03-03 10:00", file: "new.json", sourceId: "7", text: "two", flags: ["edited"] });
    expect(countTimeline(timelineOf([first, edited]), statement).totals).toMatchObject({ theirs: 1, versions: 1 });
    const both = [{ ...first, flags: ["edited" as const] }, edited];
    expect(countTimeline(timelineOf(both), statement).totals).toMatchObject({ theirs: 1, versions: 1 });
  });

  test("strips show who contacted her when, busiest first, in steps of three days", () => {
    const counts = countTimeline(
      makeTimeline([
        { at: "2026-03-03 10:00" },
        { at: "2026-03-06 02:00", from: rSecond },
        { at: "2026-03-08 10:00", from: rSecond },
        { at: "2026-03-09 10:00", from: rSecond },
      ]),
      statement,
    );
    const start = dayNumber("2026-03-03");
    expect(counts.strips.map(({ label, bins }) => [label, bins])).toEqual([
      [
        "07700 900388",
        [
          { day: start + 3, count: 2, night: 1 },
          { day: start + 6, count: 1, night: 0 },
        ],
      ],
      ["07700 900142", [{ day: start, count: 1, night: 0 }]],
    ]);
  });
});
