import { expect, test } from "vitest";
import { makeAct, maya, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { ActId } from "./act.ts";
import { instantToIso } from "./instant.ts";
import type { Stop } from "./statement.ts";
import { type PlacedStop, isAfterStop, isBeforeStop, isServedTooLate, isWhileHeld, isWithinStop, placeStops } from "./stops.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { When } from "./when.ts";

const asked = makeAct({ at: "2025-08-12 09:14", from: maya, text: "Do not write to me again." });
const reply = makeAct({ at: "2025-08-12 09:17" });
const sameMinute = makeAct({ at: "2025-08-12 09:14", file: "another.xml" });
const earlier = makeAct({ at: "2025-08-12 08:00" });
const timeline = timelineOf([asked, reply, sameMinute, earlier]);
const placed = (...stops: readonly Stop[]): readonly PlacedStop[] => placeStops(timeline, makeStatement({ stops }));

test("a stop that is an act has the minute of the act: a reply three minutes later came after it, one in that minute did not certainly", () => {
  const [stop] = placed({ kind: "told to stop", act: asked.id });
  if (!stop) throw new Error("no stop");
  expect(stop).toMatchObject({ exact: "act", act: { id: asked.id } });
  expect([reply, sameMinute, earlier].map(({ when }) => isAfterStop(when, stop))).toEqual([true, false, false]);
  expect([reply, sameMinute, earlier].map(({ when }) => isWithinStop(when, stop))).toEqual([false, true, false]);
});

test("in the minute of her stop the order of its file is the order, by her words or by the minute that she gave, also of a file that puts the newest first", () => {
  const chat = (isBackward: boolean): readonly TimelineAct[] => {
    const lines = [
      { at: "2026-01-10 09:00", text: "hi" },
      { at: "2026-01-10 21:15", text: "you are mine" },
      { at: "2026-01-10 21:15", from: maya, to: [rFirst], text: "do not write to me again" },
      { at: "2026-01-10 21:15", text: "I will kill you before that" },
      { at: "2026-01-10 21:16", text: "sorry" },
    ];
    return timelineOf((isBackward ? lines.reverse() : lines).map((line) => makeAct(line))).acts;
  };
  for (const acts of [chat(false), chat(true)]) {
    expect(acts.map(({ text }) => text)).toEqual([
      "hi",
      "you are mine",
      "do not write to me again",
      "I will kill you before that",
      "sorry",
    ]);
    const hers = acts[2];
    if (!hers) throw new Error("no act");
    const minute = { ...day("2026-01-10"), hour: 21, minute: 15 };
    for (const told of [{ act: hers.id }, { minute }]) {
      const [stop] = placeStops({ acts }, makeStatement({ stops: [{ kind: "told to stop", ...told }] }));
      if (!stop) throw new Error("no stop");
      const ask = (is: (came: When & { id: ActId }, stop: PlacedStop) => boolean): readonly boolean[] =>
        acts.map(({ when, id }) => is({ ...when, id }, stop));
      expect(ask(isAfterStop)).toEqual([false, false, false, true, true]);
      expect(ask(isWithinStop)).toEqual([false, false, true, false, false]);
      expect(ask(isBeforeStop)).toEqual([true, true, true, false, false]);
    }
  }
});

test("two messages of hers in the minute that she gave leave open which was the stop, and so what came after it", () => {
  const acts = ["please stop", "leave me alone"].map((text) => makeAct({ at: "2026-01-10 21:15", from: maya, to: [rFirst], text }));
  const answer = makeAct({ at: "2026-01-10 21:15", text: "never" });
  const minute = { ...day("2026-01-10"), hour: 21, minute: 15 };
  const [stop] = placeStops(timelineOf([...acts, answer]), makeStatement({ stops: [{ kind: "told to stop", minute }] }));
  expect(stop && isAfterStop({ ...answer.when, id: answer.id }, stop)).toBe(false);
});

test("a stop that she said in a call was said at some second of it: what came while the call ran is not known to be after it", () => {
  const stopIn = (duration: number | undefined, by = maya): readonly string[] => {
    const call = makeAct({ at: "2026-03-03 20:00", from: by, kind: "call", text: null, ...(duration === undefined ? {} : { duration }) });
    const came = [-1, 1, 3, 8].map((minutes) => makeAct({ at: `2026-03-03 ${minutes < 0 ? "19:59" : `20:0${minutes}`}` }));
    const late = makeAct({ at: "2026-03-04 09:00" });
    const [stop] = placeStops(timelineOf([call, ...came, late]), makeStatement({ stops: [{ kind: "told to stop", act: call.id }] }));
    if (!stop) throw new Error("no stop");
    return [call, ...came, late].map(({ when, id }) =>
      isAfterStop({ ...when, id }, stop) ? "after" : isWithinStop({ ...when, id }, stop) ? "within" : "before",
    );
  };
  expect(stopIn(310)).toEqual(["before", "before", "within", "within", "after", "after"]);
  expect(stopIn(310, rFirst)).toEqual(["before", "before", "within", "within", "after", "after"]);
  expect(stopIn(undefined)).toEqual(["before", "before", "after", "after", "after", "after"]);
  // A record of a call of years takes nothing from the next day.
  expect(stopIn(1e9).at(-1)).toBe("after");
});

test("a call that ran past midnight is a stop of the day on which it began", () => {
  const call = makeAct({ at: "2026-03-03 23:58", from: maya, kind: "call", text: null, duration: 600 });
  const [stop] = placeStops(timelineOf([call]), makeStatement({ stops: [{ kind: "told to stop", act: call.id }] }));
  const [begun] = placed({ kind: "blocked", day: day("2026-03-03") });
  expect(stop?.day).toBe(begun?.day);
});

test("a day alone is some time that day", () => {
  const [stop] = placed({ kind: "blocked", day: day("2025-08-12") });
  if (!stop) throw new Error("no stop");
  expect([instantToIso(stop.earliest), instantToIso(stop.latest)]).toEqual(["2025-08-11T23:00:00.000Z", "2025-08-12T22:59:59.999Z"]);
  expect([reply, earlier].map(({ when }) => isAfterStop(when, stop))).toEqual([false, false]);
  expect(isBeforeStop(reply.when, stop)).toBe(true);
});

test("a minute in the autumn hour can be either of two, and the later one counts", () => {
  const [stop] = placed({ kind: "told to stop", minute: { ...day("2025-10-26"), hour: 1, minute: 30 } });
  expect(stop && [instantToIso(stop.earliest), instantToIso(stop.latest)]).toEqual([
    "2025-10-26T00:30:00.000Z",
    "2025-10-26T01:30:59.999Z",
  ]);
});

test("stops stand in order of time, each once, and one whose act stands in no file is left out", () => {
  const stops = placed(
    { kind: "blocked", day: day("2026-01-01") },
    { kind: "blocked", day: day("2025-01-01") },
    { kind: "blocked", day: day("2026-01-01") },
    { kind: "told to stop", act: makeAct({ at: "2025-08-12 09:14" }).id },
  );
  expect(stops.map(({ latest }) => instantToIso(latest).slice(0, 10))).toEqual(["2025-01-01", "2026-01-01"]);
});

test("an order that was served before its first day holds from that day to its last, and one served when it had ended never", () => {
  const inForce: Stop = { kind: "order in force", day: day("2025-04-01"), until: day("2025-06-30") };
  const heldOn = (...stops: readonly Stop[]): readonly string[] => {
    const served = placed(...stops).filter(({ kind }) => kind === "order served");
    const days = ["2025-03-25", "2025-04-01", "2025-04-10", "2025-06-29", "2025-06-30", "2025-08-10"];
    return days.filter((on) => served.some((stop) => isWhileHeld(makeAct({ at: `${on} 10:00` }).when, stop)));
  };
  const servedOn = (on: string, until?: string): Stop => ({ kind: "order served", day: day(on), ...(until && { until: day(until) }) });
  expect(heldOn(inForce, servedOn("2025-03-20"))).toEqual(["2025-04-10", "2025-06-29"]);
  expect(heldOn(inForce, servedOn("2025-03-20", "2025-06-15"))).toEqual(["2025-04-10"]);
  expect(heldOn(inForce, servedOn("2025-07-02"))).toEqual([]);
  expect(placed(inForce, servedOn("2025-07-02")).map(isServedTooLate)).toEqual([false, true]);
  // What was served and ended before the order began is another order, and so is one that ends after it; where no order is stated, nothing changes.
  expect(heldOn(inForce, servedOn("2025-03-20", "2025-03-28"))).toEqual(["2025-03-25"]);
  expect(heldOn(inForce, servedOn("2025-07-02", "2025-12-31"))).toEqual(["2025-08-10"]);
  expect(heldOn(inForce, servedOn("2025-03-20", "2025-12-31"))).toHaveLength(6);
  expect(heldOn(servedOn("2025-03-20"))).toHaveLength(6);
  // Of two orders the next one that begins, and none that begins later still.
  const later: Stop = { kind: "order in force", day: day("2025-07-01") };
  expect(heldOn(inForce, later, servedOn("2025-03-20"))).toEqual(["2025-04-10", "2025-06-29"]);
});
