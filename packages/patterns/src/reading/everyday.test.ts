import { withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, maya, timelineOf } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../../fixtures/timelines/make-statement.ts";
import { findAll } from "../index.ts";

/** Two people in touch every second day, from 1 March to 30 April 2026; he begins on one day, she on the next. */
const talk = Array.from({ length: 30 }, (_, i): readonly ActDraft[] => {
  const day = `2026-0${i < 15 ? 3 : 4}-${String((i % 15) * 2 + 1).padStart(2, "0")}`;
  const [first, second] = [{ text: "shall I get bread" }, { from: maya, text: "yes and milk" }];
  return [
    { ...(i % 2 === 0 ? first : second), at: `${day} 12:00` },
    { ...(i % 2 === 0 ? second : first), at: `${day} 12:04` },
  ];
}).flat();

const diary = { channel: "in-person", file: "diary.csv", grade: "own-account" } as const;
const present: ActDraft = { at: "2026-03-20 18:00", kind: "gift", text: "brought me a present", ...diary };
const tea: ActDraft = { at: "2026-03-28 16:00", kind: "visit", text: "came for tea", ...diary };
const flowers: ActDraft = { at: "2026-04-04 17:00", kind: "gift", text: "left flowers on the table", ...diary };

/** The words of the acts that stand above the counts. */
function above(drafts: readonly ActDraft[], statement = makeStatement()): readonly (string | null)[] {
  const timeline = makeTimeline(drafts);
  const ids = new Set(findAll(timeline, statement).flatMap(({ standing, acts }) => (standing === "near her" ? acts : [])));
  return timeline.acts.filter(({ id }) => ids.has(id)).map(({ text }) => text);
}

test("a present, tea and flowers between two who are in touch every day are a count, and nothing stands above the counts", () => {
  const dayAlone: ActDraft = { ...present, at: "2026-03-20 00:00", until: "2026-03-20 23:59" };
  const found = findAll(makeTimeline([...talk, dayAlone, tea, flowers]), makeStatement());
  expect(found.filter(({ standing }) => standing !== "count" && standing !== "last act")).toEqual([]);
  expect(found[0]?.pattern).toBe("frequency");
  const counted = found.find(({ pattern }) => pattern === "near-her");
  expect(counted?.line).toBe("In everyday contact on both sides: 2 things left or sent and 1 visit.");
  expect(counted?.table.rows.map((row) => row[6])).toEqual(["“brought me a present”", "“came for tea”", "“left flowers on the table”"]);
  expect(counted?.couldChange[0]).toMatch(/unwelcome/);
});

test("a kicked door and a slashed tyre stand above, and so does a present that came after the door", () => {
  const door: ActDraft = { at: "2026-03-25 23:00", kind: "damage", text: "kicked the door", ...diary };
  const tyre: ActDraft = { at: "2026-04-20 07:00", kind: "damage", text: "my tyre was slashed", from: withheld, ...diary };
  expect(above([...talk, { ...present, at: "2026-03-05 18:00" }, door, flowers, tyre])).toEqual([
    "kicked the door",
    "left flowers on the table",
    "my tyre was slashed",
  ]);
});

test("flowers stand above after a stop, in the two weeks before it, where she marked them, and where it is not sure that they are theirs", () => {
  for (const stop of ["2026-03-10", "2026-04-10"]) {
    expect(above([...talk, flowers], makeStatement({ stops: [stopOn("told to stop", stop)] }))).toEqual([flowers.text]);
  }
  expect(above([...talk, flowers], makeStatement({ stops: [stopOn("told to stop", "2026-04-28")] }))).toEqual([]);
  const act = makeAct(flowers);
  const marked = timelineOf([...talk.map(makeAct), act]);
  for (const whose of ["theirs", "perhaps theirs", "not known"] as const) {
    const found = findAll(marked, makeStatement({ marks: [{ act: act.id, whose }] }));
    expect(found.find(({ acts }) => acts.includes(act.id))?.standing, whose).toBe("near her");
  }
});

test("flowers from somebody to whom she hardly writes, or only answers, stand above", () => {
  const isHers = ({ from }: ActDraft): boolean => from === maya;
  expect(above([...talk.filter((one, i) => !isHers(one) || i % 8 < 2), flowers])).toEqual([flowers.text]);
  const answered = talk.map((one): ActDraft => ({ ...one, at: one.at.replace(/12:0\d/, isHers(one) ? "12:04" : "12:00") }));
  expect(above([...answered, flowers])).toEqual([flowers.text]);
  const parted = talk.filter(({ at }) => at < "2026-04-04");
  expect(above([...parted, flowers])).toEqual([flowers.text]);
});

test("words of fear, force, waiting or refusal keep a visit above, and so does what neither rule can read", () => {
  for (const text of [
    "came round though I never asked",
    "brought flowers, I was scared",
    "kicked at the door and shouted",
    "stood at the gate for an hour",
    "turned up at work with roses",
    "wouldn't go home",
    "a doll with its eyes out",
    "przyszedł pijany w nocy",
    "me trajo a la fuerza unas flores",
    "gave me white lilies, Rest in peace on the card",
    "came at midnight drunk",
  ]) {
    for (const kind of ["visit", "gift"] as const) expect(above([...talk, { ...tea, kind, text }]), text).toEqual([text]);
  }
  expect(above([...talk, { ...tea, at: "2026-03-28 02:00" }])).toEqual([tea.text]);
});

test("a visit near a message in which she asks to be left alone, or a threat is made, stands above though she stated no stop", () => {
  for (const text of ["please dont come here again", "I said leave me alone", "I am calling the police", "stop texting me"]) {
    expect(above([...talk, tea, { at: "2026-03-26 12:10", from: maya, text }]), text).toEqual([tea.text]);
  }
  expect(above([...talk, tea, { at: "2026-03-26 12:10", text: "I will kill you" }])).toEqual([tea.text]);
  expect(above([...talk, tea, { at: "2026-03-26 12:10", kind: "threat", text: null }])).toEqual([tea.text]);
});

test("while it is not known what she sent, no visit is everyday", () => {
  const nobody = { ...makeStatement(), me: { label: "me", normals: new Set<string>() } };
  expect(above([...talk, tea], nobody)).toEqual([tea.text]);
});
