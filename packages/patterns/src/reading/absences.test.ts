import { type Instant, owner } from "@unmask/core";
import { inVoice, pageVoice } from "@unmask/words";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, nadia, rHandle, timelineOf } from "../../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { sayAbsences } from "./absences.ts";
import { actsByWhose } from "./their-acts.ts";

function absencesOf(drafts: readonly ActDraft[], statement = makeStatement()): readonly string[] {
  const timeline = makeTimeline(drafts);
  return sayAbsences(timeline, statement, actsByWhose(timeline, statement).theirs).map((says) => inVoice(says, pageVoice));
}

test("the days that files cover are said for each channel, and that there may be more on others", () => {
  const said = absencesOf([
    { at: "2026-03-03 10:00" },
    { at: "2026-06-09 10:00" },
    { at: "2026-03-05 10:00", channel: "whatsapp", file: "chat.txt" },
  ]);
  expect(said[0]).toBe("The files cover these days: WhatsApp 5 March 2026; Texts 3 March to 9 June 2026. On other days there may be more.");
});

test("a hole between two files is said with the days that have no record, and not with the two that have", () => {
  const said = absencesOf([
    { at: "2026-03-03 10:00", file: "a.xml" },
    { at: "2026-03-04 10:00", file: "a.xml" },
    { at: "2026-03-20 10:00", file: "b.xml" },
    { at: "2026-03-21 10:00", file: "b.xml" },
  ]);
  expect(said[1]).toBe("No file has a record of texts for 5 March to 19 March 2026.");
});

test("a night and a morning between two files are no day without a record", () => {
  const said = absencesOf([
    { at: "2026-03-03 10:00", file: "a.xml" },
    { at: "2026-03-04 12:00", file: "b.xml" },
  ]);
  expect(said.filter((line) => line.startsWith("No file has"))).toEqual([]);
});

test("between two chats of one download there is silence and no missing record; between two downloads there is", () => {
  const chats = (second: string): readonly ActDraft[] => [
    { at: "2026-03-03 10:00", channel: "instagram", file: "ig-may/your_instagram_activity/messages/inbox/r_1/message_1.json" },
    { at: "2026-03-20 10:00", channel: "instagram", file: second, from: rHandle },
    { at: "2026-03-28 10:00", channel: "instagram", file: second.replace("r_2", "choir_3"), from: nadia },
  ];
  expect(absencesOf(chats("ig-may/your_instagram_activity/messages/inbox/r_2/message_1.json"))[0]).toBe(
    "The files cover these days: Instagram 3 March to 28 March 2026. On other days there may be more.",
  );
  expect(absencesOf(chats("ig-june/your_instagram_activity/messages/inbox/r_2/message_1.json"))[1]).toBe(
    "No file has a record of Instagram for 4 March to 19 March 2026.",
  );
});

test("within one file, days on which they wrote nothing are silence, whoever wrote then", () => {
  const said = absencesOf([{ at: "2026-03-03 10:00" }, { at: "2026-03-30 10:00" }, { at: "2026-04-20 10:00", from: nadia }]);
  expect(said[0]).toBe("The files cover these days: Texts 3 March to 20 April 2026. On other days there may be more.");
  expect(said.filter((line) => line.startsWith("No file has"))).toEqual([]);
});

test("three quiet weeks inside one backup are silence and no gap in the record; a backup without a day of its own ends with its last text", () => {
  const days = ["2026-03-03 10:00", "2026-03-04 10:00", "2026-03-26 10:00", "2026-03-27 10:00"];
  const drafts = days.map((at, i): ActDraft => ({ at, file: i < 2 ? "sms.xml" : "later.xml" }));
  const { acts, coverage } = makeTimeline(drafts);
  const saidWith = (until: string): readonly string[] => {
    const covers = { until: Date.parse(until) as Instant };
    const timeline = { acts, coverage: coverage.map((one) => (one.source.name === "sms.xml" ? { ...one, covers } : one)) };
    return sayAbsences(timeline, makeStatement(), actsByWhose(timeline, makeStatement()).theirs).filter((line) =>
      line.startsWith("No file"),
    );
  };
  expect(absencesOf(drafts)[1]).toBe("No file has a record of texts for 5 March to 25 March 2026.");
  expect(saidWith("2026-03-26T09:00:00Z")).toEqual([]);
  expect(saidWith("2026-03-20T09:00:00Z")).toEqual(["No file has a record of texts for 21 March to 25 March 2026."]);
  expect(saidWith("2026-03-03T09:00:00Z")).toEqual(["No file has a record of texts for 5 March to 25 March 2026."]);
});

test("a chat covers the time from the app's own first line, also where nobody wrote yet", () => {
  const { acts, coverage } = makeTimeline([{ at: "2026-03-23 10:00" }, { at: "2026-03-24 10:00" }]);
  const timeline = { acts, coverage: coverage.map((one) => ({ ...one, covers: { from: Date.parse("2026-03-02T10:00:00Z") as Instant } })) };
  expect(sayAbsences(timeline, makeStatement(), actsByWhose(timeline, makeStatement()).theirs)[0]).toBe(
    "The files cover these days: Texts 2 March to 24 March 2026. On other days there may be more.",
  );
});

test("more holes than a person can read are counted", () => {
  const files = Array.from({ length: 10 }, (_, i): ActDraft => ({
    at: `2026-03-${String(1 + i * 3).padStart(2, "0")} 10:00`,
    file: `${i}.xml`,
  }));
  const said = absencesOf(files);
  expect(said.filter((line) => line.startsWith("No file has"))).toHaveLength(6);
  expect(said).toContain("There are 3 more stretches without a record; the pictures break the line there.");
});

test("each doubt about a reading is said once with how many", () => {
  const said = absencesOf([
    { at: "2026-03-03 10:00", flags: ["zone-assumed", "date-order-assumed"] },
    { at: "2026-03-04 10:00", flags: ["zone-assumed"], or: ["2026-04-03 10:00"], grade: "text-export" },
    { at: "2026-03-05 10:00", flags: ["forged-header", "not-delivered"], to: [{ kind: "group", wrote: "Choir", normal: "choir" }] },
    { at: "2026-03-06 10:00", until: "2026-03-09 10:00", kind: "visit", grade: "own-account", file: "journal", to: [owner] },
  ]);
  expect(said.slice(1, -1)).toEqual([
    "Read as Europe/London because the file names no time zone: 2 of these. In another zone hours, and some days, would shift.",
    "Read day first, though nothing shows which number is the day and which the month: 2 of these.",
    "Known only as one of several days, so that no day counts it: 1 of these.",
    "At a line that could have been typed inside the message above it: 1 of these.",
    "Marked as not delivered, so that it may never have arrived: 1 of these.",
    "Known from a plain-text export, which anybody who held it could have changed: 1 of these.",
    "Typed by you, which no other file holds: 1 of these.",
    "Written in a group, not to you alone: 1 of these.",
  ]);
});

test("what could not be read, what is far off, what others did and times that she named are said", () => {
  const drafts: readonly ActDraft[] = [
    { at: "2026-03-03 10:00" },
    { at: "1970-01-01 10:00", flags: ["far-date"] },
    { at: "2026-03-04 10:00", from: nadia },
  ];
  const { acts, coverage } = timelineOf(drafts.map(makeAct));
  const timeline = { acts, coverage: coverage.map((one) => ({ ...one, unread: 2 })) };
  const statement = makeStatement({ gaps: [{ from: day("2026-02-01"), until: day("2026-02-03"), says: "phone in repair" }] });
  const said = sayAbsences(timeline, statement, actsByWhose(timeline, statement).theirs).map((says) => inVoice(says, pageVoice));
  expect(said.slice(1)).toEqual([
    "You named one time without a record.",
    "2 places in the files could not be read.",
    "Dated before 1990 or after the import, so that no count by day or hour rests on it: 1 act.",
    "Not counted, because they are by other people or by nobody the files name: 1 act.",
    "A file shows a number or an account, not the person. Which are theirs is what you said.",
  ]);
});

test("what happened in person is known from her alone, and no file is asked to cover it", () => {
  const said = absencesOf([{ at: "2026-03-03 10:00", kind: "following", channel: "in-person", grade: "own-account", file: "journal" }]);
  expect(said[0]).toBe("For what happened in person there is only what you wrote down, no file.");
});
