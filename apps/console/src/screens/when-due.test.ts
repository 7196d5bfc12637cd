import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dutiesInSentences, dutiesOfOrder, dutiesToJson, readDutiesFile } from "@unmask/case";
import { instantFromIso, instantToIso } from "@unmask/core";
import { registerLawOf } from "@unmask/law";
import { answersOfEvent, eventOfAnswers, fieldsOfEvent, instantInLondon } from "./when-due-event.ts";
import { type WrittenFile, nothingWritten, readWrittenFile, textOfFile, withEvent, workOut } from "../desk/due-file.ts";
import { daysOfClock, dutyDrawn, sayClockOf, sayDuty, sayHeadline, sayState } from "./when-due-words.ts";
import { bodyOf } from "../parts/written-fields.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/duty.json"), "utf8")) as {
  readonly duties: readonly { readonly title: string; readonly file: object; readonly at: string; readonly expect: readonly unknown[] }[];
  readonly refused: readonly { readonly title: string; readonly text: string; readonly line: number }[];
};
const at = (iso: string) => instantFromIso(iso) ?? expect.unreachable();

/** The file filled in anew by its form: each event opened, and written as it stands in the fields. */
function filledIn(file: WrittenFile): WrittenFile {
  let next: WrittenFile = { ...file, events: [] };
  for (const event of file.events) {
    const values = answersOfEvent(event);
    const fields = fieldsOfEvent(event.kind, file.interim !== null);
    // Of a name or an address that was given nobody is asked twice.
    expect(bodyOf(fields, values)).toMatchObject({ ok: true });
    const typed = eventOfAnswers(event.kind, values, file.made);
    if (!typed.ok) return expect.fail(typed.error);
    const taken = withEvent(next, typed.value);
    if (!taken.ok) return expect.fail(taken.error);
    next = taken.value;
  }
  return next;
}

test.each(vectors.duties.map((one) => [one.title, one] as const))("the page says what the command says: %s", (_, one) => {
  const text = JSON.stringify(one.file);
  const opened = readWrittenFile(text);
  if (!opened.ok) return expect.fail(opened.error);
  const byCommand = readDutiesFile(text);
  if (!byCommand.ok) return expect.fail(byCommand.error);
  const law = registerLawOf(byCommand.value.jurisdiction) ?? expect.unreachable();
  const expected = dutiesOfOrder(byCommand.value, law, at(one.at));
  // As it was opened, as it is saved and opened again, and as somebody fills it in.
  const saved = readWrittenFile(textOfFile(opened.value));
  if (!saved.ok) return expect.fail(saved.error);
  expect(saved.value).toEqual(opened.value);
  for (const file of [opened.value, saved.value]) {
    const shown = workOut(file, at(one.at));
    if (shown.came !== "duties") return expect.fail(shown.came);
    expect([dutiesToJson(shown.worked), dutiesInSentences(shown.worked)]).toEqual([dutiesToJson(expected), dutiesInSentences(expected)]);
  }
  const typed = workOut(filledIn(opened.value), at(one.at));
  if (typed.came !== "duties") return expect.fail(typed.came);
  const rows = typed.worked.duties.map(({ rule, state, due, overdueFrom, metOn }) => [
    rule,
    state,
    due,
    overdueFrom === null ? null : instantToIso(overdueFrom),
    metOn ?? null,
  ]);
  expect(rows).toEqual(one.expect);
  const words = typed.worked.duties.flatMap((duty) => [sayDuty(duty), sayState(duty), ...sayClockOf(duty)]);
  expect([...words, sayHeadline(typed.worked.duties)].join(" ")).not.toMatch(/offence|stalker|perpetrator|likel|undefined|NaN/i);
});

test.each(vectors.refused.map((one) => [one.title, one] as const))(
  "what the command refuses the page does not open: %s",
  (_, { text, line }) => {
    const opened = readWrittenFile(text);
    expect(opened).toMatchObject({ ok: false, error: expect.stringMatching(new RegExp(`^line ${line}: `)) });
  },
);

const order: WrittenFile = { ...nothingWritten, made: "2026-12-08", interim: { made: "2026-11-23", until: "" } };

test("an event that cannot be is not taken, and the page says which and why", () => {
  const taken = withEvent(order, { kind: "notified", isOfInterim: false, day: "2026-11-31" });
  expect(taken).toEqual({ ok: false, error: "Event 1, its day: is no date that exists, written like 2026-11-27." });
  const early = withEvent(order, { kind: "served", isOfInterim: true, day: "2026-11-22" });
  expect(early).toEqual({ ok: false, error: "Event 1 of the interim, its day: is before the day on which the order was made." });
  expect(withEvent(nothingWritten, { kind: "served", isOfInterim: false, day: "2026-11-22" })).toMatchObject({ ok: false });
});

test("an order whose own days cannot be is refused as a whole, as by the command, and nothing is worked out", () => {
  expect(workOut({ ...order, until: "2026-12-01" }, at("2026-12-21T09:00:00.000Z"))).toEqual({
    came: "refused",
    says: "The order, the last day: is before the day on which the order was made.",
  });
  expect(workOut({ ...order, interim: { made: "2026-12-09", until: "" } }, at("2026-12-21T09:00:00.000Z"))).toMatchObject({
    came: "refused",
    says: expect.stringMatching(/^The order, its interim, the day made: is after/),
  });
});

test("an hour that stands in a file stays, however often the event is opened and written again: before it nothing has happened", () => {
  const event = { kind: "served", at: "2026-11-27T14:00:00Z" };
  const opened = readWrittenFile(
    JSON.stringify({ jurisdiction: "EW", order: { kind: "full", made: "2026-11-20", until: null }, events: [event] }),
  );
  if (!opened.ok) return expect.fail(opened.error);
  for (const file of [opened.value, filledIn(opened.value)]) {
    const [before, after] = ["13:59", "14:00"].map((minute) => workOut(file, at(`2026-11-27T${minute}:00.000Z`)));
    expect(before).toMatchObject({
      worked: { duties: [{ state: "not-served" }], unclear: [expect.stringContaining("event 1 lies after")] },
    });
    expect(after).toMatchObject({ worked: { duties: [{ state: "due" }], unclear: [] } });
  }
});

test("Scotland has no such order: nothing is worked out, whatever stands in the page", () => {
  expect(workOut({ ...order, jurisdiction: "SCO" }, at("2026-12-21T09:00:00.000Z"))).toEqual({ came: "no-such-order" });
  expect(workOut(nothingWritten, at("2026-12-21T09:00:00.000Z"))).toEqual({ came: "nothing-yet" });
});

test("an interim order replaces none: what was typed of one stands in the file no more", () => {
  expect(textOfFile({ ...order, kind: "interim" })).not.toContain("replaces");
});

test("the days of the clock that is overdue are drawn: one before, the period by number, and today", () => {
  const served = withEvent({ ...nothingWritten, made: "2026-12-08" }, { kind: "served", isOfInterim: false, day: "2026-12-15" });
  if (!served.ok) return expect.fail(served.error);
  const shown = workOut(served.value, at("2026-12-19T09:00:00.000Z"));
  if (shown.came !== "duties") return expect.fail(shown.came);
  const duty = dutyDrawn(shown.worked.duties) ?? expect.unreachable();
  const days = daysOfClock(duty, shown.law, at("2026-12-19T09:00:00.000Z"));
  expect(days.map(({ says, number, isAfter, isToday }) => [says, number, isAfter, isToday])).toEqual([
    ["Mon 14 Dec", undefined, false, false],
    ["Tue 15 Dec", 1, false, false],
    ["Wed 16 Dec", 2, false, false],
    ["Thu 17 Dec", 3, false, false],
    ["Fri 18 Dec", undefined, true, false],
    ["Sat 19 Dec", undefined, true, true],
  ]);
  expect(sayHeadline(shown.worked.duties)).toBe("One overdue.");
});

test("a notice under an order that was never served is not settled, and the page says what it waits for", () => {
  const shown = workOut({ ...nothingWritten, made: "2026-12-08" }, at("2026-12-19T09:00:00.000Z"));
  if (shown.came !== "duties") return expect.fail(shown.came);
  expect(sayHeadline(shown.worked.duties)).toBe("One runs from service, which is not written.");
});

test("an hour is one of London's clock: the first of two, and none that was skipped", () => {
  expect(instantInLondon("2026-07-01", "00:30")).toEqual({ ok: true, value: at("2026-06-30T23:30:00.000Z") });
  expect(instantInLondon("2026-10-25", "01:30")).toEqual({ ok: true, value: at("2026-10-25T00:30:00.000Z") });
  expect(instantInLondon("2027-03-28", "01:30")).toMatchObject({ ok: false });
});
