import type { Flag, Instant, Stop, TimelineAct } from "@unmask/core";
import { printVoice } from "@unmask/words";
import { expect, test } from "vitest";
import {
  type ActDraft,
  makeAct,
  makeTimeline,
  maya,
  nadia,
  rFirst,
  rHandle,
  rSecond,
  timelineOf,
} from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { contactAfterStop } from "./contact-after-stop.ts";
import { findAll } from "./index.ts";

const told = makeStatement({ stops: [stopOn("told to stop", "2026-03-03")] });
const find = (statement: ReturnType<typeof makeStatement>, ...drafts: readonly ActDraft[]) =>
  contactAfterStop.find(makeTimeline(drafts), statement);

test("without a day from her nothing is after it", () => {
  expect(find(makeStatement(), { at: "2026-03-03 10:00" })).toEqual([]);
});

test("what came before or on the day does not count, the day is said", () => {
  expect(find(told, { at: "2026-03-02 10:00" }, { at: "2026-03-03 23:59" })).toEqual([]);
  const [finding] = find(told, { at: "2026-03-02 10:00" }, { at: "2026-03-03 23:59" }, { at: "2026-03-04 00:00" });
  expect(finding?.says).toBe(
    "You told them to stop on 3 March 2026. 1 act came after that day: 1 message; these files show nothing that you sent. It came on 4 March 2026.",
  );
  expect(finding?.couldChange[0]).toBe("1 act came on the day itself; whether before or after those words is not known.");
});

test("a day that can be before or after counts only as perhaps", () => {
  const [finding] = find(
    told,
    { at: "2026-04-02 10:00", or: ["2026-02-04 10:00"] },
    { at: "2026-03-20 10:00" },
    { at: "2026-03-21 10:00" },
  );
  expect(finding?.acts).toHaveLength(2);
  expect(finding?.couldChange[0]).toBe("1 act may have come after it; the record leaves more than one day open.");
});

test("a number that was not seen before the block is counted apart", () => {
  const [finding] = find(
    makeStatement({ stops: [stopOn("blocked", "2026-03-03")] }),
    { at: "2026-03-01 10:00" },
    { at: "2026-03-05 10:00" },
    { at: "2026-03-06 10:00", from: rSecond },
    { at: "2026-03-07 10:00", from: rHandle, channel: "instagram", file: "i.json" },
  );
  expect(finding?.says).toBe(
    "You blocked a number or an account on 3 March 2026. 3 acts came after that day: 3 messages; these files show nothing that you sent. The first came on 5 March 2026, the last on 7 March 2026. " +
      "2 came by two numbers or accounts that these files do not show before, from or to anybody.",
  );
  expect(finding?.table.rows.map((row) => row.slice(1, 5))).toEqual([
    ["Texts", "07700 900142 (R)", 1, 0],
    ["Texts", "07700 900388", 1, 1],
    ["Instagram", "@northlight_rc", 1, 1],
  ]);
});

test("several blocks give one finding, with the acts after each in the table", () => {
  const found = find(
    makeStatement({ stops: ["2026-04-01", "2026-03-03", "2026-03-03"].map((iso) => stopOn("blocked", iso)) }),
    { at: "2026-03-01 10:00" },
    { at: "2026-03-05 10:00" },
    { at: "2026-04-05 10:00" },
    { at: "2026-04-06 10:00" },
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.says).toMatch(/^You blocked a number or an account on 3 March 2026 and 1 April 2026\. 3 acts came after 3 March 2026/);
  expect(found[0]?.table.rows.map((row) => [row[0], row[3]])).toEqual([
    ["3 March 2026", 1],
    ["1 April 2026", 2],
  ]);
});

test("an order that was served comes first, and no word says that it was broken", () => {
  const found = find(
    { ...told, stops: [...told.stops, stopOn("order served", "2026-05-01")] },
    { at: "2026-03-05 10:00" },
    { at: "2026-05-02 10:00" },
  );
  expect(found.map(({ says }) => says.split(".")[0])).toEqual([
    "An order was served on them on 1 May 2026",
    "You told them to stop on 3 March 2026",
  ]);
  expect(found[0]?.says).not.toMatch(/breach|broke|violat/i);
});

test("when the stop is a message, the reply three minutes later counts, and what came in that minute is told apart", () => {
  const asked = makeAct({ at: "2025-08-12 09:14", from: maya });
  const timeline = timelineOf([
    asked,
    makeAct({ at: "2025-08-12 08:00" }),
    makeAct({ at: "2025-08-12 09:14", file: "another.xml" }),
    makeAct({ at: "2025-08-12 09:17" }),
    makeAct({ at: "2025-08-13 10:00" }),
  ]);
  const [finding] = contactAfterStop.find(timeline, makeStatement({ stops: [{ kind: "told to stop", act: asked.id }] }));
  expect(finding?.says).toBe(
    "You told them to stop on 12 August 2025 at 09:14: “words”. 2 acts came after that: 2 messages; you sent nothing. The first came on 12 August 2025, the last on 13 August 2025.",
  );
  expect(finding?.couldChange[0]).toBe("1 act came in that very minute; whether before or after those words is not known.");
  const minute = { year: 2025, month: 8, day: 12, hour: 9, minute: 16 };
  const [stated] = contactAfterStop.find(timeline, makeStatement({ stops: [{ kind: "told to stop", minute }] }));
  expect(stated?.acts).toHaveLength(2);
});

test("a minute that the clocks of an autumn night have twice is an hour wide, and what came in it is not said to be of one minute", () => {
  const minute = { year: 2026, month: 10, day: 25, hour: 1, minute: 30 };
  const at = (utc: string): TimelineAct => {
    const [instant, one] = [Date.parse(utc) as Instant, makeAct({ at: "2026-10-25 09:00" })];
    return { ...one, sources: [one.source], when: { ...one.when, earliest: instant, latest: instant } };
  };
  const timeline = { ...makeTimeline([]), acts: ["00:35", "01:29", "09:00"].map((clock) => at(`2026-10-25T${clock}:00Z`)) };
  const [finding] = contactAfterStop.find(timeline, makeStatement({ stops: [{ kind: "told to stop", minute }] }));
  expect(finding?.acts).toHaveLength(1);
  expect(finding?.couldChange[0]).toMatch(
    /^2 acts came between the first and the last time that can be meant; whether before or after those words is not known\.$/,
  );
});

test("a bail condition is a stop of its own", () => {
  const [finding] = find(makeStatement({ stops: [stopOn("bail condition", "2026-03-03")] }), { at: "2026-03-05 10:00" });
  expect(finding?.says).toMatch(/^A bail condition was set for them on 3 March 2026\. 1 act came after that day/);
});

const order = (from: string, until?: string): Stop => ({
  ...stopOn("order served", from),
  ...(until === undefined ? {} : { until: day(until) }),
});
const ordered = (...orders: readonly Stop[]): ReturnType<typeof makeStatement> => makeStatement({ stops: orders });

test("what comes when an order is over is not after it, and on its last day the hour is not known; both are told", () => {
  const [finding] = find(
    ordered(order("2026-03-03", "2026-03-10")),
    { at: "2026-03-02 10:00" },
    { at: "2026-03-05 10:00" },
    { at: "2026-03-09 23:59" },
    { at: "2026-03-10 10:00" },
    { at: "2026-03-11 10:00" },
    { at: "2026-04-11 10:00" },
  );
  expect(finding?.acts).toHaveLength(2);
  expect(finding?.line).toBe("Order served: 3 March 2026 to 10 March 2026. While it held: 2 acts. You: nothing in these files.");
  expect(finding?.says).toBe(
    "An order was served on them on 3 March 2026 (until 10 March 2026). 2 acts came while it held: 2 messages; these files show nothing that you sent. The first came on 5 March 2026, the last on 9 March 2026.",
  );
  expect(finding?.couldChange.slice(0, 2)).toEqual([
    "1 act came on its last day; whether it still held is not known.",
    "2 acts came when it was over; they are not counted.",
  ]);
  expect(find(ordered(order("2026-03-03", "2026-03-10")), { at: "2026-03-02 10:00" }, { at: "2026-04-11 10:00" })).toEqual([]);
});

test("what came on the last day of an order is told though nothing else came while it held, and so is an order of one day", () => {
  for (const [from, until] of [
    ["2026-03-03", "2026-09-10"],
    ["2026-09-10", "2026-09-10"],
  ] as const) {
    const orderOfThese = ordered(order(from, until));
    const [finding] = find(orderOfThese, { at: "2026-03-02 10:00" }, { at: "2026-09-10 11:00" }, { at: "2026-09-11 10:00" });
    expect(finding?.standing).toBe("order or bail");
    expect(finding?.line).toBe("Order served: 1 act came on 10 September 2026, its last day; whether it still held is not known.");
    expect(finding?.acts).toHaveLength(1);
    expect(finding?.couldChange[0]).toBe("1 act came when none held; it is not counted.");
  }
});

test("between two orders none holds; each act stands with the order that held, and one without an end holds on", () => {
  const [finding] = find(
    ordered(order("2026-03-03", "2026-03-10"), order("2026-06-01")),
    { at: "2026-03-05 10:00" },
    { at: "2026-05-05 10:00" },
    { at: "2026-06-02 10:00" },
    { at: "2026-09-02 10:00" },
  );
  expect(finding?.acts).toHaveLength(3);
  expect(finding?.line).toBe("Order served: 3 March 2026. While one held 3 acts came; these files show nothing that you sent.");
  expect(finding?.table.rows.map((row) => [row[0], row[3]])).toEqual([
    ["3 March 2026", 1],
    ["1 June 2026", 2],
  ]);
});

test("an order that was served ends with the order that she says was in force then, and nothing is after it when that had run out", () => {
  const inForce = (from: string, until?: string): Stop => ({ ...order(from, until), kind: "order in force" });
  const drafts = ["2025-04-10", "2025-06-20", "2025-09-29", "2025-09-30", "2025-11-01", "2026-02-01"].map((on) => ({ at: `${on} 10:00` }));
  const linesOf = (...orders: readonly Stop[]) => find(ordered(...orders), ...drafts).map(({ line, acts }) => [line, acts.length]);
  const before = ["Order from 1 April 2025, before service on 10 June 2025: 1 act. You: nothing in these files.", 1];
  expect(linesOf(inForce("2025-04-01", "2025-09-30"), order("2025-06-10"))).toEqual([
    ["Order served: 10 June 2025 to 30 September 2025. While it held: 2 acts. You: nothing in these files.", 2],
    before,
  ]);
  // What she says herself of the end of the service stands; of two orders in force that day the longer one holds.
  expect(linesOf(inForce("2025-04-01", "2025-09-30"), order("2025-06-10", "2025-08-01"))[0]?.[1]).toBe(1);
  expect(linesOf(inForce("2025-04-01", "2025-09-30"), inForce("2025-05-01"), order("2025-06-10"))[0]?.[1]).toBe(5);
});

test("no act stands both after an order that was served and while one was in force, whatever was stated of the second", () => {
  const inForce = (from: string, until?: string): Stop => ({ ...order(from, until), kind: "order in force" });
  const drafts = ["2025-04-10", "2025-06-20", "2025-11-01", "2026-02-01", "2026-03-01"].map((on) => ({ at: `${on} 10:00` }));
  const sets = [
    [inForce("2025-04-01", "2025-09-30"), order("2025-06-10"), inForce("2026-01-01")],
    [order("2025-06-10"), inForce("2026-01-01")],
    [order("2025-03-01"), inForce("2025-04-01", "2026-02-01")],
    [inForce("2025-04-01"), order("2025-06-10"), inForce("2026-01-01")],
  ];
  const counts = sets.map((orders) => {
    const acts = find(ordered(...orders), ...drafts).map((finding) => finding.acts);
    expect(new Set(acts.flat()).size).toBe(acts.flat().length);
    return acts.map(({ length }) => length);
  });
  expect(counts).toEqual([[1, 3], [2], [3], [4, 1]]);
  const inForceToo = find(ordered(order("2025-06-10", "2025-12-01"), inForce("2025-06-15")), ...drafts)[1];
  expect(inForceToo?.acts).toHaveLength(2);
  expect(inForceToo?.couldChange).toContain(
    "2 acts came while it held and after an order was served; they are counted there and not here.",
  );
});

test("an order that was served before its first day is counted from that day to its last, and one served when it had ended is none", () => {
  const inForce = (from: string, until?: string): Stop => ({ ...order(from, until), kind: "order in force" });
  const drafts = ["2025-03-25", "2025-04-01", "2025-04-10", "2025-06-20", "2025-06-30", "2025-11-01"].map((on) => ({ at: `${on} 10:00` }));
  const [ending, ...noMore] = find(ordered(inForce("2025-04-01", "2025-06-29"), order("2025-03-20")), ...drafts);
  expect(noMore).toEqual([]);
  expect(ending?.line).toBe("Order served: 20 March 2025, in force 1 April to 29 June 2025: 2 acts. You: nothing in these files.");
  expect(ending?.says).toMatch(
    /^An order was served on them on 20 March 2025 \(in force 1 April to 29 June 2025\)\. 2 acts came while it held: 2 messages; /,
  );
  expect(ending?.how).toMatch(/^An act is counted when every time it can mean lies after 1 April 2025 and before its last day\./);
  expect(ending?.couldChange.slice(0, 2)).toEqual([
    "1 act came on the day itself; whether before or after the order is not known.",
    "2 acts came when it was over; they are not counted.",
  ]);
  const [open] = find(ordered(inForce("2025-04-01"), order("2025-03-20")), ...drafts);
  expect(open?.line).toBe("Order served: 20 March 2025, in force from 1 April 2025: 4 acts. You: nothing in these files.");
  const [whileInForce, ...none] = find(ordered(inForce("2025-04-01", "2025-06-29"), order("2025-07-02")), ...drafts);
  expect(none).toEqual([]);
  expect(whileInForce?.acts).toHaveLength(2);
  expect(whileInForce?.line).toBe("Order in force 1 April to 29 June 2025, served after its end: 2 acts. You: nothing in these files.");
  expect(whileInForce?.couldChange).toContain(
    "The order that you stated ended on 29 June 2025, before the service on 2 July 2025: nothing is counted as after that service.",
  );
});

test("an act that can have come while an order held or when it was over is told as perhaps", () => {
  const [finding] = find(
    ordered(order("2026-03-03", "2026-03-10")),
    { at: "2026-03-05 10:00" },
    { at: "2026-03-04 10:00", or: ["2026-04-03 10:00"] },
  );
  expect(finding?.acts).toHaveLength(1);
  expect(finding?.couldChange[0]).toBe("1 act may have come while it held; the record leaves more than one day open.");
});

test("nothing is said to be sent only where a file that holds her messages goes on to the end; else the files show nothing", () => {
  const stop = { at: "2026-03-03 10:00", from: maya, text: "Please stop." } as const;
  const lineOf = (...drafts: readonly ActDraft[]): string | undefined => find(told, stop, ...drafts)[0]?.line;
  expect(lineOf({ at: "2026-03-05 10:00" })).toMatch(/Then 1 act came; you sent nothing\.$|After it 1 act came; you sent nothing\.$/);
  expect(lineOf({ at: "2026-03-05 10:00", channel: "instagram", file: "i.json" })).toMatch(
    /1 act came; these files show nothing that you sent\.$/,
  );
});

test("who the other side is rests on an export that anybody can edit: the line says that the file names him", () => {
  const stop = makeStatement({ stops: [{ kind: "told to stop", minute: { year: 2026, month: 3, day: 3, hour: 10, minute: 0 } }] });
  const named = { kind: "name", wrote: "Craig Belling", normal: "craig belling" } as const;
  const statement = { ...stop, them: { label: "Craig Belling", normals: new Set(["craig belling"]) } };
  const reply = { at: "2026-03-03 10:05", from: named, text: "no", channel: "whatsapp", file: "chat.txt" } as const;
  expect(find(statement, { ...reply, grade: "text-export" })[1]?.line).toBe(
    "First after the stop, at 10:05: “no”. By them, as the file names.",
  );
  expect(find(statement, reply)[1]?.line).toBe("First after the stop, at 10:05: “no”. By them, as the record shows.");
});

test("of a sender with several accounts the line names the one that the record shows, and not the first that she named", () => {
  const stop = makeStatement({ stops: [{ kind: "told to stop", minute: { year: 2026, month: 3, day: 3, hour: 10, minute: 0 } }] });
  const heron = { kind: "id", wrote: "grey_heron_44", normal: "grey_heron_44" } as const;
  const statement = { ...stop, them: { label: "still.water.8", normals: new Set(["still.water.8", "grey_heron_44"]) } };
  const reply = { at: "2026-03-03 10:05", from: heron, text: "no", channel: "instagram", file: "i.json" } as const;
  expect(find(statement, reply)[1]?.line).toBe("First after the stop, at 10:05: “no”. By them (grey_heron_44), as the record shows.");
  const water = { kind: "id", wrote: "Still.Water.8", normal: "still.water.8" } as const;
  expect(find(statement, { ...reply, from: water })[1]?.line).toBe("First after the stop, at 10:05: “no”. By them, as the record shows.");
});

test("a reply half a minute after the stop is said to come within a minute, and never 0 minutes later", () => {
  const asked = makeAct({ at: "2026-06-01 12:04:00", from: maya, text: "Please do not come." });
  const reply = makeAct({ at: "2026-06-01 12:04:30", text: "I'm outside" });
  const stop = makeStatement({ stops: [{ kind: "told to stop", act: asked.id }] });
  const first = contactAfterStop.find(timelineOf([asked, reply]), stop)[1];
  expect(first?.says).toContain("on 1 June 2026 at 12:04, within a minute: “I'm outside”.");
  expect(first?.table.rows[0]?.[2]).toBe("under 1");
});

test("a number that she had rung herself before the stop is no new number when it writes to her", () => {
  const rung: ActDraft = { at: "2026-02-20 10:00", kind: "call", channel: "phone", from: maya, to: [rSecond], file: "calls.xml" };
  const drafts: readonly ActDraft[] = [{ at: "2026-03-01 10:00" }, { at: "2026-03-05 10:00", from: rSecond }, { at: "2026-03-06 10:00" }];
  expect(find(told, ...drafts)[0]?.says).toContain("1 came by one number or account that these files do not show before");
  const [finding] = find(told, rung, ...drafts);
  expect(finding?.says).not.toContain("do not show before");
  expect(finding?.table.rows.map((row) => row[4])).toEqual([0, 0]);
});

test("a break-in, her diary and a picture of a doorbell came by no number, and a saved name is known beside its number", () => {
  const named = { kind: "name", wrote: "R", normal: "r" } as const;
  const wrote: ActDraft = { at: "2026-03-01 10:00" };
  const diary: ActDraft = { at: "2026-03-05 10:00", kind: "entry", channel: "in-person", file: "d.csv", grade: "own-account" };
  const says = (...drafts: readonly ActDraft[]) =>
    find({ ...told, them: { label: "R", normals: new Set(["r", rFirst.normal]) } }, wrote, { at: "2026-03-06 10:00" }, ...drafts)[0];
  for (const by of [
    { ...diary, from: { ...named, wrote: "Riley", normal: "riley", name: "R" } },
    { ...diary, from: named, grade: "structured-export", channel: "doorbell", kind: "visit" } as const,
    { at: "2026-03-05 10:00", from: named, channel: "whatsapp", file: "chat.txt" } as const,
  ]) {
    expect(says(by)?.says).not.toContain("do not show before");
    expect(says(by)?.table.rows.map((row) => row[4])).not.toContain(1);
  }
});

test("that she sent nothing is never said alone where she wrote to a number that is perhaps theirs", () => {
  const perhaps = { label: "R", normals: new Set([nadia.normal]) };
  const sent = (...drafts: readonly ActDraft[]) =>
    find({ ...told, perhaps }, { at: "2026-03-01 10:00", from: maya }, { at: "2026-03-05 10:00" }, ...drafts)[0];
  expect(sent()?.line).toMatch(/you sent nothing\.$|you sent\.$/);
  const finding = sent({ at: "2026-03-06 10:00", from: maya, to: [nadia], text: "Who is this?" });
  expect(finding?.says).toContain("; you sent nothing to what is certainly theirs, 1 to what is perhaps theirs.");
  expect(finding?.line).toMatch(
    /nothing to what is certainly theirs, 1 to what is perhaps theirs\.$|sent: nothing; to unsure accounts: 1\.$/,
  );
});

test("the words of a stop are told whole or not at all: a greeting is no stop, and what follows can take it back", () => {
  const lineOf = (text: string): string | undefined => {
    const stop = makeAct({ at: "2026-03-03 10:00", from: maya, text });
    const reply = makeAct({ at: "2026-03-04 10:00", text: "no" });
    const stops = [{ kind: "told to stop", act: stop.id } as const];
    return contactAfterStop.find(timelineOf([stop, reply]), makeStatement({ stops }))[0]?.line;
  };
  expect(lineOf("Hi Karl. Do not ever contact me again.")).toMatch(/: “Hi Karl. Do not ever contact me again.” Then 1 act/);
  const long = "Hi Karl. Do not ever contact me again unless it is about the boat, which you may collect on any Sunday that you like.";
  expect(lineOf(long)).toMatch(/: message, 24 words, in full below. Then 1 act/);
  expect(lineOf("Please stop texting me at work, please. Ring me tonight at home instead, I miss you so much.")).toMatch(
    /: message, 18 words, in full below. Then 1 act/,
  );
});

/** The autumn night of 2026: the clock shows each minute from 01:00 to 01:59 twice. */
const autumnStop = makeStatement({
  stops: [{ kind: "told to stop", minute: { year: 2026, month: 10, day: 25, hour: 1, minute: 20 } }],
});

test("in the hour that comes twice the line says which time is meant, how much can have come after, and what is first for certain alone", () => {
  const twice: readonly Flag[] = ["time-twice"];
  const [came, first] = find(
    autumnStop,
    { at: "2026-10-25 00:50" },
    { at: "2026-10-25 01:20", from: maya, text: "Stop.", flags: twice },
    { at: "2026-10-25 01:40", text: "Coming over now", flags: twice },
    { at: "2026-10-25 01:50", text: "I have your spare key", flags: twice },
    { at: "2026-10-25 02:10", text: "Sleep well" },
  );
  expect(came?.line).toBe("25 October 2026, 01:20 (first or second time): “Stop.” Then 1 act came, 2 more may have; you sent nothing.");
  expect(came?.says).toContain("on 25 October 2026 at 01:20 (first or second time): “Stop.” 1 act came after that");
  const [long] = find(
    autumnStop,
    { at: "2026-10-25 01:20", from: maya, text: "Stop writing to me, Luke. I mean it.", flags: twice },
    { at: "2026-10-25 01:40", flags: twice },
    { at: "2026-10-25 02:10" },
  );
  expect(long?.line).toBe("25 October 2026, 01:20 (1st or 2nd): 8 words, in full below. Then 1 act, perhaps 1 more. You sent nothing.");
  expect(first?.line).toBe("First for certain after the stop, on 25 October 2026 at 02:10: “Sleep well”. 2 may have come before.");
  expect(first?.says).toContain(
    "the first that certainly came was on 25 October 2026 at 02:10: “Sleep well”. 2 acts may have come before it: “Coming over now” and “I have your spare key”.",
  );
  expect(first?.table.rows[0]?.[first.table.columns.indexOf("May have come before")]).toBe(2);
  expect(first?.table.rows[0]?.[2]).toBe("not known");
});

test("what came in the minute of the stop may have come before the first answer, and nothing else takes its place", () => {
  const asked = makeAct({ at: "2025-08-12 09:14", from: maya });
  const stop = makeStatement({ stops: [{ kind: "told to stop", act: asked.id }] });
  const linesOf = (...drafts: readonly ActDraft[]) =>
    contactAfterStop.find(timelineOf([asked, ...drafts.map(makeAct)]), stop).map(({ line }) => line);
  expect(linesOf({ at: "2025-08-12 08:00" }, { at: "2025-08-12 09:17" })[1]).toBe(
    "First after the stop, at 09:17: “words”. By them, you are sure.",
  );
  expect(linesOf({ at: "2025-08-12 09:14", text: "I will kill you", file: "another.xml" }, { at: "2025-08-12 09:17" })[1]).toBe(
    "First for certain after the stop, at 09:17: “words”. By them, you say. Perhaps before it: “I will kill you”.",
  );
});

test("what stands below the stop in its own minute of its own file is the first answer, and what stands above it is none", () => {
  const mine = makeAct({ at: "2026-01-10 21:15", text: "you are mine" });
  const asked = makeAct({ at: "2026-01-10 21:15", from: maya, to: [rFirst], text: "R do not write to me again" });
  const kill = makeAct({ at: "2026-01-10 21:15", text: "I will kill you before that" });
  const sorry = makeAct({ at: "2026-01-10 21:16", text: "sorry" });
  const minute = { year: 2026, month: 1, day: 10, hour: 21, minute: 15 };
  for (const stop of [{ act: asked.id }, { minute }]) {
    const found = contactAfterStop.find(
      timelineOf([mine, asked, kill, sorry]),
      makeStatement({ stops: [{ kind: "told to stop", ...stop }] }),
    );
    expect(found.map(({ line }) => line)).toEqual([
      "10 January 2026, 21:15: “R do not write to me again”. Then 2 acts came; you sent nothing.",
      "First after the stop, at 21:15: “I will kill you before that”. By them, you are sure.",
    ]);
    expect(found[0]?.acts).toEqual([kill.id, sorry.id]);
    expect(found[0]?.how).toContain("within that minute, what the same file has below it came after it");
  }
});

const mum = { kind: "name", wrote: "Mum", normal: "mum" } as const;

test("what came to other people and to a group is said beside the number, and to whom the first went", () => {
  const stop = makeStatement({ stops: [{ kind: "told to stop", minute: { year: 2026, month: 3, day: 3, hour: 10, minute: 0 } }] });
  const family = { kind: "group", wrote: "Family", normal: "family" } as const;
  const [came, first] = find(
    stop,
    { at: "2026-03-03 10:05", to: [mum] },
    { at: "2026-03-04 10:00" },
    { at: "2026-03-05 10:00", to: [family], channel: "whatsapp", file: "chat.txt" },
  );
  expect(came?.line).toBe("Told to stop: 3 March 2026, 10:00. After it 3 acts, 2 to others or groups. You: nothing in these files.");
  expect(came?.says).toContain("3 acts came after that: 3 messages, of these 1 to other people and 1 to a group of 1 or more;");
  expect(first?.line).toBe("First after the stop, at 10:05, to Mum: “words”. By them, you are sure.");
  expect(first?.says).toContain("on 3 March 2026 at 10:05, to Mum, 5 minutes later: “words”.");
});

test("under a bail condition what went to a group is not counted where nothing shows that she was still in it", () => {
  const bail = makeStatement({ stops: [stopOn("bail condition", "2026-03-03")] });
  const family = { kind: "group", wrote: "Family", normal: "family" } as const;
  const chat = { to: [family], channel: "whatsapp", file: "chat.txt" } as const;
  const left: ActDraft = { ...chat, at: "2026-03-01 08:00", from: maya, text: "I am leaving" };
  const said: ActDraft = { ...chat, at: "2026-03-21 21:00", text: "She lives at flat 9 now" };
  const [finding] = find(bail, left, said, { at: "2026-03-05 10:00" });
  expect(finding?.acts).toHaveLength(1);
  expect(finding?.couldChange).toContain(
    "1 act went to a group in which nothing shows that you still were; whether it reached you is not known, and it is not counted.",
  );
  expect(find(bail, left, said)).toEqual([]);
  const stayed = find(bail, left, said, { ...left, at: "2026-03-22 08:00", text: "Stop it" });
  expect(stayed[0]?.acts).toHaveLength(1);
});

test("how many of what came under an order hold words of a threat is said beside their number", () => {
  const drafts = [
    { at: "2026-03-05 10:00", text: "what's the plan for Sunday" },
    { at: "2026-03-06 10:00", text: "I'll throw acid in your face" },
  ];
  const [held] = find(makeStatement({ stops: [stopOn("bail condition", "2026-03-03")] }), ...drafts);
  expect(held?.line).toBe("Bail condition: 3 March 2026. After it 2 acts, 1 with words of a threat. You: nothing in these files.");
  expect(held?.says).toContain("2 acts came after that day: 2 messages, 1 with words of a threat; these files show");
  // Her own stop is followed by the threats themselves.
  const [told] = find(makeStatement({ stops: [stopOn("told to stop", "2026-03-03")] }), ...drafts);
  expect(told?.line).not.toContain("threat");
});

test("what she sent to an account that is perhaps theirs is certain in no line, however little room her words leave", () => {
  const stop: ActDraft = { at: "2026-03-03 10:00", from: maya, to: [rFirst], text: "Please do not write to me again. I do not know you." };
  const sister = { kind: "phone", wrote: "+447700900888", normal: "+447700900888" } as const;
  const lineOf = (...hers: readonly ActDraft[]) => {
    const theirs: readonly ActDraft[] = [
      { at: "2026-03-04 10:00" },
      { at: "2026-03-04 11:00", to: [sister] },
      { at: "2026-03-06 10:00", from: nadia },
    ];
    const minute = { year: 2026, month: 3, day: 3, hour: 10, minute: 0 };
    const perhaps = { label: "R", normals: new Set([nadia.normal]) };
    return contactAfterStop.find(
      makeTimeline([stop, ...theirs, ...hers]),
      makeStatement({ perhaps, stops: [{ kind: "told to stop", minute }] }),
    )[0]?.line;
  };
  const toPerhaps: ActDraft = { at: "2026-03-07 10:00", from: maya, to: [nadia], text: "Leave me alone" };
  expect(lineOf(toPerhaps)).toMatch(/ Then 2 to 3 acts, some to others\. You sent perhaps 1\.$/);
  expect(lineOf(toPerhaps, { ...toPerhaps, to: [rFirst] })).toMatch(/ Then 2 to 3 acts, some to others\. You sent 1 to 2\.$/);
});

test("that she ended a block is said beside it, with what came while it held, and what she sent stands in the same sentence", () => {
  const blocked = makeStatement({ stops: [stopOn("blocked", "2026-04-12"), stopOn("told to stop", "2026-04-23")] });
  const drafts: readonly ActDraft[] = [
    { at: "2026-04-10 20:00" },
    { at: "2026-04-19 17:30" },
    { at: "2026-04-20 09:05", from: maya, text: "One chance to say sorry" },
    { at: "2026-04-20 09:06" },
    { at: "2026-04-24 09:06", from: maya, kind: "block", to: [], text: null },
    { at: "2026-05-24 09:06" },
    { at: "2026-06-16 00:30" },
  ];
  const timeline = makeTimeline(drafts);
  const at = (utc: string) => ({ earliest: Date.parse(utc) as Instant, latest: (Date.parse(utc) + 59_999) as Instant });
  const unblocked = [at("2026-04-20T08:00:00Z"), at("2026-06-15T09:00:00Z")];
  const withNotices = { ...timeline, coverage: timeline.coverage.map((one) => ({ ...one, covers: { unblocked } })) };
  const finding = contactAfterStop.find(withNotices, blocked)[1];
  expect(finding?.line).toBe(
    "First block: 12 April 2026, ended on 20 April and 15 June 2026. After it 4 acts, 2 while blocked. You sent 1.",
  );
  expect(finding?.says).toContain(
    "You blocked a number or an account on 12 April 2026; the app notes that it was ended on 20 April 2026 at 09:00 and 15 June 2026 at 10:00. " +
      "4 acts came after that day: 4 messages, 2 of them while it or a later one held; you sent 1.",
  );
  const whileBlocked = finding?.table.columns.indexOf("While blocked") ?? -1;
  expect(finding?.table.rows.map((row) => row[whileBlocked])).toEqual([2, 0]);
  expect(contactAfterStop.find(timeline, blocked)[1]?.says).not.toContain("ended");
  const perhaps = { label: "N", normals: new Set([nadia.normal]) };
  const more = makeTimeline([...drafts, { at: "2026-07-01 10:00", from: nadia }]);
  const told = contactAfterStop.find(
    { ...more, coverage: more.coverage.map((one) => ({ ...one, covers: { unblocked } })) },
    { ...blocked, perhaps },
  );
  expect(told[1]?.line).toBe(
    "Blocked 12 April, ended 20 April and 15 June 2026. Then 4 acts, 2 while blocked, perhaps 1 more. You sent 1.",
  );
});

test("words of a stop that she sent to an account that is perhaps theirs stand, with what may have come after", () => {
  const statement = makeStatement({
    stops: [{ kind: "told to stop", minute: { year: 2026, month: 6, day: 30, hour: 9, minute: 0 } }],
    perhaps: { label: "N", normals: new Set([nadia.normal]) },
  });
  const [finding, ...more] = find(
    statement,
    { at: "2026-06-06 10:00" },
    { at: "2026-06-30 09:00", from: maya, to: [nadia], text: "Stop writing to me." },
    { at: "2026-07-01 10:00", from: nadia },
    { at: "2026-07-02 10:00", from: nadia },
  );
  expect(more).toEqual([]);
  expect(finding?.line).toBe("30 June 2026, 09:00: “Stop writing to me.” Then nothing certainly by them, perhaps 2 acts in these files.");
  expect(finding?.says).toBe(
    "You told them to stop on 30 June 2026 at 09:00: “Stop writing to me.” Nothing that came after that in these files is certainly by them; 2 acts are perhaps by them: 2 messages.",
  );
  expect(finding?.acts).toHaveLength(2);
  const before = find(statement, { at: "2026-06-06 10:00" }, { at: "2026-06-30 09:00", from: maya, to: [nadia], text: "Stop it." });
  expect(before.map(({ line }) => line)).toEqual(["30 June 2026, 09:00: “Stop it.” Then nothing by them in these files."]);
});

test("that she sent nothing is never said of contact that she said was agreed", () => {
  const reply = makeAct({ at: "2026-03-06 10:00", from: maya, text: "Coming" });
  const timeline = timelineOf([makeAct({ at: "2026-03-05 10:00", channel: "whatsapp", file: "w.txt" }), reply]);
  const agreed = { ...told, agreed: [{ says: "handover", acts: [reply.id] }] };
  expect(contactAfterStop.find(timeline, agreed)[0]?.line).toMatch(/beside what was agreed/);
  expect(contactAfterStop.find(timeline, agreed)[0]?.says).toMatch(/; beside what was agreed these files show nothing that you sent\./);
});

test("that something was the first, or that nothing came, is never said past what a rule of agreed contact took", () => {
  const stop = makeAct({ at: "2026-03-03 17:35", from: maya, text: "Stop." });
  const atTheGate = makeAct({ at: "2026-03-06 17:00", text: "at the gate" });
  const later = makeAct({ at: "2026-03-17 20:15", text: "Yes of course" });
  const statement = {
    ...told,
    stops: [{ kind: "told to stop", act: stop.id }] as const,
    agreed: [{ says: "handover", weekdays: ["friday"] }] as const,
  };
  const [, first] = contactAfterStop.find(timelineOf([stop, atTheGate, later]), statement);
  expect(first?.line).toBe("First after the stop, beside what was agreed, on 17 March 2026 at 20:15: “Yes of course”. By them, you say.");
  expect(first?.says).toContain("the first that came beside what was agreed was on 17 March 2026 at 20:15");
  expect(first?.couldChange).toContain("1 act that you said was agreed came between the stop and this one.");
  const [none] = contactAfterStop.find(timelineOf([stop, atTheGate]), statement);
  expect(none?.line).toBe("3 March 2026, 17:35: “Stop.” Then nothing by them beside what was agreed in these files.");
  expect(none?.says).toContain("Beside what was agreed, nothing that came after that in these files is certainly by them");
});

test("what she sent to groups after a stop is said apart from what she sent them", () => {
  const family = { kind: "group", wrote: "Family", normal: "family" } as const;
  const chat = { to: [family], channel: "whatsapp", file: "chat.txt", thread: "Family" } as const;
  const his: ActDraft = { ...chat, at: "2026-03-04 10:00" };
  const toHim: ActDraft = { at: "2026-03-05 10:00", from: maya, text: "no" };
  const toGroup = [6, 7, 8].map((on): ActDraft => ({ ...chat, at: `2026-03-0${on} 10:00`, from: maya, text: "hello all" }));
  const order = makeStatement({ stops: [stopOn("order served", "2026-03-03")] });
  const last: ActDraft = { at: "2026-03-09 10:00" };
  const both = find(order, his, toHim, ...toGroup, last)[0];
  expect(both?.line).toBe("Order served: 3 March 2026. After it 2 acts came, 1 to a group; you sent 1, and 3 to groups.");
  expect(both?.says).toContain("; you sent 1, and 3 to groups. ");
  const columns = ["You sent", "You sent to groups"].map((title) => both?.table.columns.indexOf(title) ?? -1);
  expect(columns.map((at) => both?.table.rows.at(-1)?.[at])).toEqual([1, 3]);
  expect(find(order, his, ...toGroup, last)[0]?.says).toContain("; you sent 3, all to groups. ");
  expect(find(order, his, ...toGroup.slice(0, 1), last)[0]?.says).toContain("; you sent 1, to a group. ");
  const alone = find(order, toHim, last)[0];
  expect(alone?.says).toContain("; you sent 1. ");
  expect(alone?.table.columns).not.toContain("You sent to groups");
});

test("where the other name of the chat is nobody's yet, it may be hers: what she sent is not known, and not nothing", () => {
  const unnamed = { kind: "name", wrote: "Maya Ellis-Brook", normal: "maya ellis-brook" } as const;
  const chat = { file: "chat.txt", channel: "whatsapp" } as const;
  const timeline = makeTimeline([
    { ...chat, at: "2026-03-01 10:00", to: [unnamed] },
    { ...chat, at: "2026-03-03 10:00", from: unnamed, to: [rFirst], text: "leave me alone" },
    { ...chat, at: "2026-03-04 10:00", to: [unnamed] },
  ]);
  const [finding] = contactAfterStop.find(timeline, makeStatement({ stops: [stopOn("told to stop", "2026-03-02")] }));
  expect(finding?.line).toContain("what you sent is not known");
});

test("her words stand in the line before how many went to whom, where both have no room", () => {
  const came: readonly ActDraft[] = ["a", "b", "c"].map((text, i) => ({ at: `2026-07-0${2 + i} 10:00`, text }));
  const group = { kind: "group", wrote: "Family", normal: "family" } as const;
  const sister = { kind: "phone", wrote: "+447700900888", normal: "+447700900888" } as const;
  const elsewhere: readonly ActDraft[] = [
    { at: "2026-07-05 10:00", text: "x", to: [sister] },
    { at: "2026-07-06 10:00", text: "y", to: [group], thread: "Family" },
  ];
  const timeline = makeTimeline([
    { at: "2026-07-01 20:00", from: maya, to: [rFirst], text: "Sam, it is over. Do not contact me." },
    ...came,
    ...elsewhere,
    { at: "2026-07-07 10:00", from: maya, to: [group], text: "z", thread: "Family" },
    { at: "2026-07-08 10:00", from: nadia },
  ]);
  const minute = { year: 2026, month: 7, day: 1, hour: 20, minute: 0 };
  const perhaps = { label: "R", normals: new Set([nadia.normal]) };
  const [finding] = contactAfterStop.find(timeline, makeStatement({ perhaps, stops: [{ kind: "told to stop", minute }] }));
  expect(finding?.line).toBe("1 July 2026, 20:00: “Sam, it is over. Do not contact me.” Then 5 to 6 acts, some to others. You sent 1.");
});

test("every spelling of a line says that her number is beside what was agreed, or gives no number", () => {
  const [reply, more] = [makeAct({ at: "2026-03-06 10:00", from: maya, text: "Coming" }), makeAct({ at: "2026-03-06 11:00", from: maya })];
  const spelled = (words: string): string | undefined => {
    const stop = makeAct({ at: "2026-03-03 17:35", from: maya, text: words });
    const statement = {
      ...told,
      stops: [{ kind: "told to stop", act: stop.id }] as const,
      agreed: [{ says: "handover", acts: [reply.id] }],
    };
    const voice = printVoice({ me: { label: "Jo", normals: new Set() }, them: { label: "Rory", normals: new Set() } });
    const timeline = timelineOf([stop, makeAct({ at: "2026-03-05 10:00" }), reply, more]);
    return contactAfterStop.find(timeline, statement, { voice })[0]?.line;
  };
  expect(spelled("Stop calling me")).toBe("3 March 2026, 17:35: “Stop calling me”. Then 1 act came; beside what was agreed Jo sent 1.");
  const [brief, long] = ["Stop calling and standing there at night", "Stop calling me and stop standing under my window at night"];
  expect(spelled(brief)).toBe(`3 March 2026, 17:35: “${brief}”. Then 1 act. J sent 1 beside what was agreed.`);
  expect(spelled(long)).toBe(`3 March 2026, 17:35: “${long}”. Then 1 act.`);
});

test("that nothing came, or what came first, is never said past what is not this one", () => {
  const stop = makeAct({ at: "2026-03-03 17:35", from: maya, text: "Stop." });
  const kind = makeAct({ at: "2026-03-06 17:00", text: "happy birthday" });
  const later = makeAct({ at: "2026-03-17 20:15", text: "Yes of course" });
  const statement = { ...told, stops: [{ kind: "told to stop", act: stop.id }] as const, notThis: [{ act: kind.id }] };
  const [, first] = contactAfterStop.find(timelineOf([stop, kind, later]), statement);
  expect(first?.line).toContain("After the stop, beside what is “not this one”, 17 March 2026, 20:15: “Yes of course”.");
  expect(first?.couldChange).toContain("1 act of which you said “not this one” came between the stop and this one.");
  const [none] = contactAfterStop.find(timelineOf([stop, kind]), statement);
  expect(none?.line).toBe("3 March 2026, 17:35: “Stop.” Then nothing by them beside what is “not this one” in these files.");
  expect(none?.says).toContain("Beside what is “not this one”, nothing that came after that in these files is certainly by them");
});

test("the words of what came first do not give way to whose the export says they are, nor to what was agreed before", () => {
  const stop = makeAct({ at: "2026-03-03 17:35", from: maya, text: "Stop." });
  const gate = makeAct({ at: "2026-03-06 17:00", text: "at the gate" });
  const words = "you are nothing without me";
  const later = makeAct({ at: "2026-03-17 20:15", text: words, grade: "text-export", from: rHandle });
  const line = contactAfterStop.find(
    timelineOf([stop, gate, later]),
    {
      ...told,
      stops: [{ kind: "told to stop", act: stop.id }],
      agreed: [{ says: "handover", acts: [gate.id] }],
    },
    { voice: printVoice({ me: { label: "Sara", normals: new Set() }, them: { label: "Iwan Pritchard", normals: new Set() } }) },
  )[1]?.line;
  expect(line).toContain(`“${words}”`);
  expect(line).toContain("beside what was agreed");
  expect(line).toMatch(/as the file names\.$/i);
});

test("what accounts that nobody named sent after a stop stands in its line with what is theirs, each number once", () => {
  const fox = { kind: "handle", wrote: "@quiet.fox.77", normal: "@quiet.fox.77" } as const;
  const texts = ["I know which train you take home now", "You should have answered me on the bridge"];
  const stop = makeAct({ at: "2026-03-03 17:35", from: maya, text: "Stop calling me" });
  const acts = [
    ...texts.map((text, i): ActDraft => ({ at: `2026-03-01 1${i}:00`, text })),
    { at: "2026-03-03 17:40", text: "no" },
    ...texts.map((text, i): ActDraft => ({ at: `2026-05-01 1${i}:00`, from: fox, text })),
  ].map(makeAct);
  const statement = makeStatement({ stops: [{ kind: "told to stop", act: stop.id }, stopOn("blocked", "2026-03-02")] });
  const lines = findAll(timelineOf([stop, ...acts]), statement).map(({ line }) => line);
  expect(lines).toContain("3 March 2026, 17:35: “Stop calling me”. Then 1 act came, and 2 by accounts not named; you sent nothing.");
  expect(lines.find((line) => line.includes("block"))).toMatch(/ 1 act came, and others by accounts not named[.;]/);
  expect(lines.find((line) => /last act/i.test(line))).toContain(" others by accounts not named.");
  expect(lines).toContain("1 account that was not named: the same person as them?");
  const [none] = contactAfterStop.find(timelineOf([stop, ...acts.filter(({ text }) => text !== "no")]), statement);
  expect(none?.line).toBe("3 March 2026, 17:35: “Stop calling me”. Then nothing by them, 2 by accounts not named in these files.");
});

test("what came while the call of a stop still ran may have come before she said it, and no record of a call shows her words", () => {
  const told = (duration?: number) => {
    const call: ActDraft = {
      at: "2026-03-03 20:00",
      from: maya,
      kind: "call",
      text: null,
      ...(duration === undefined ? {} : { duration }),
    };
    const stop = makeAct(call);
    const statement = makeStatement({ stops: [{ kind: "told to stop", act: stop.id }] });
    const acts = [stop, makeAct({ at: "2026-03-03 20:03", text: "hanging up on me?" }), makeAct({ at: "2026-03-05 10:00", text: "hello" })];
    return contactAfterStop.find(timelineOf(acts), statement);
  };
  const [came, first] = told(310);
  expect(came?.line).toBe("Told to stop in a call: 3 March 2026, 20:00. After it 1 act came, 1 more may have; you sent nothing.");
  expect(came?.how).toContain("after the end of a call, which began on 3 March 2026 at 20:00");
  expect(came?.couldChange).toEqual(
    expect.arrayContaining([
      "The record of a call holds no words: that you told them to stop in it is what you said.",
      "1 act came while that call still ran; whether before or after those words is not known.",
    ]),
  );
  expect(first?.line).toMatch(
    /^First for certain after the stop, on 5 March 2026 at 10:00: “hello”\..* Perhaps before it: “hanging up on me\?”$/,
  );
  const [unmeasured] = told();
  expect(unmeasured?.line).toContain("After it 2 acts came");
  expect(unmeasured?.couldChange[0]).toMatch(/ It does not show how long the call ran: /);
});

test("a stop that was said in a call or in person, or that she wrote down, is told as what it is", () => {
  const told = (more: Partial<ActDraft>) => {
    const stop = makeAct({ at: "2026-03-03 20:00", from: maya, ...more });
    const statement = makeStatement({ stops: [{ kind: "told to stop", act: stop.id }] });
    const [came] = contactAfterStop.find(timelineOf([stop, makeAct({ at: "2026-03-05 10:00" })]), statement);
    return [came?.line, came?.says.split(".")[0], /the time of the \w+/.exec(came?.how ?? "")?.[0]];
  };
  expect(told({ kind: "call", text: null, duration: 500 })).toEqual([
    "You told them to stop in a call on 3 March 2026 at 20:00. After it 1 act came; you sent nothing.",
    "You told them to stop in a call on 3 March 2026 at 20:00",
    "the time of the call",
  ]);
  expect(told({ channel: "in-person", text: null, grade: "own-account" })[0]).toMatch(/^Told to stop in person: 3 March 2026, 20:00\. /);
  expect(told({ channel: "in-person", text: "Told him at the gate to stop.", grade: "own-account" })).toEqual([
    "3 March 2026, 20:00, written down: “Told him at the gate to stop.” Then 1 act. You: nothing in these files.",
    "You told them to stop on 3 March 2026 at 20:00, written down: “Told him at the gate to stop",
    "the time of the row",
  ]);
  expect(told({ text: "Stop." })[2]).toBe("the time of the message");
});
