import { describe, expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { countWriters, createGroupsOf } from "./groups.ts";
import { type Identity, owner } from "./identity.ts";
import { withStatedTwins } from "./stated-twins.ts";
import { strayOf } from "./stray.ts";
import { leadWithShown } from "./timeline.ts";
import { findToldGroups } from "./told-groups.ts";
import { createSide } from "./whose.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const group = (wrote: string): Identity => ({ ...named(wrote), kind: "group" });
const [bram, lena, ned, tess] = [named("Bram"), named("Lena"), named("Ned"), named("Tess Wyle")];
const people = [bram, lena, bram, tess, bram, ned];

interface Export {
  readonly group: string;
  readonly file?: string;
  readonly minutes?: readonly number[];
  readonly who?: (minute: number) => Identity;
  readonly text?: (minute: number) => string;
  readonly seconds?: string;
}

const row = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);
const byTurns = (minute: number): Identity => people[minute % people.length] ?? bram;

/** One export of a group, each message in a minute of its own. */
function exported({
  group: name,
  file = name,
  minutes = row(0, 12),
  who = byTurns,
  text = (at) => `words ${at}`,
  seconds = "",
}: Export): ActDraft[] {
  return minutes.map((at) => ({
    at: `2026-03-13 ${String(10 + Math.floor(at / 60))}:${String(at % 60).padStart(2, "0")}${seconds}`,
    channel: "whatsapp",
    thread: name,
    from: who(at),
    to: [group(name)],
    text: text(at),
    file,
    grade: "text-export",
  }));
}

/** As one make has it: the id is made of author, minute and words, and says nothing of the group. */
const ofOneMake = (drafts: readonly ActDraft[]): readonly ActDraft[] =>
  drafts.map((one) => ({
    ...one,
    id: `whatsapp-${`${one.from?.normal ?? ""}${one.at}${one.text ?? ""}`
      .replaceAll(/[^0-9a-z]/g, "")
      .padEnd(32, "0")
      .slice(-32)}-1`,
  }));

const actsOf = (...exports: readonly (readonly ActDraft[])[]) => makeTimeline(exports.flat()).acts;
const groupsIn = (...exports: readonly (readonly ActDraft[])[]) => {
  const timeline = makeTimeline(exports.flat());
  const groupsOf = createGroupsOf(timeline);
  return new Set(timeline.acts.flatMap(groupsOf)).size;
};

describe("two groups that hold the same few texts stay two", () => {
  const pasted = (name: string, own: string, seconds = ""): ActDraft[] => [
    ...exported({ group: name, minutes: row(0, 3), who: () => lena, text: (at) => `${own} before ${at}`, seconds }),
    ...exported({ group: name, minutes: row(10, 15), who: () => bram, text: (at) => `pasted ${at}`, seconds }),
    ...exported({ group: name, minutes: row(20, 24), who: (at) => (at % 2 ? tess : ned), text: (at) => `${own} after ${at}`, seconds }),
  ];

  test("he pastes the same five texts into two groups with the same members, exported from two phones or from one", () => {
    expect(actsOf(pasted("Choir", "choir"), pasted("Garden", "garden", ":20"))).toHaveLength(24);
    expect(actsOf(ofOneMake(pasted("Choir", "choir")), ofOneMake(pasted("Garden", "garden")))).toHaveLength(24);
    expect(groupsIn(pasted("Choir", "choir"), pasted("Garden", "garden", ":20"))).toBe(2);
  });

  test("where nobody but he wrote in either, and where others wrote little, nothing is guessed: it is open", () => {
    const alone = (name: string, seconds?: string) => exported({ group: name, who: () => bram, ...(seconds && { seconds }) });
    const timeline = makeTimeline([...alone("Choir"), ...alone("Garden", ":20")]);
    expect(timeline.acts).toHaveLength(24);
    expect(timeline.sameGroups).toMatchObject([{ count: 12, are: "open" }]);
    expect(actsOf(ofOneMake(alone("Choir")), ofOneMake(alone("Garden")))).toHaveLength(24);
    const few = (name: string) => exported({ group: name, minutes: row(0, 6), who: (at) => (at === 5 ? lena : bram) });
    expect(actsOf(few("Choir"), few("Garden"))).toHaveLength(12);
  });

  test("one answer of hers to one of them alone, where nobody but he wrote the same in both, shows two", () => {
    const answer = (at: number) => (at === 6 ? tess : bram);
    const there = exported({ group: "Garden", minutes: [...row(0, 6), ...row(7, 12)], who: answer });
    const timeline = makeTimeline([...exported({ group: "Choir", who: answer }), ...there]);
    expect(timeline.acts).toHaveLength(23);
    expect(timeline.sameGroups).toMatchObject([{ are: "contrary" }]);
  });

  test("another answer to the one than to the other, while both go on, shows two", () => {
    const otherWords = exported({ group: "Garden", text: (at) => (at === 6 ? "other words" : `words ${at}`) });
    const timeline = makeTimeline([...exported({ group: "Choir" }), ...otherWords]);
    expect(timeline.acts).toHaveLength(24);
    expect(timeline.sameGroups).toMatchObject([{ are: "contrary" }]);
  });

  test("what he writes to her alone and to a group in one minute is two acts, of one phone too", () => {
    const toHer = ofOneMake(
      exported({ group: "Bram", minutes: row(0, 6), who: () => bram }).map((one) => ({ ...one, to: [tess], thread: "Bram" })),
    );
    expect(actsOf(ofOneMake(exported({ group: "Choir", who: () => bram })), toHer)).toHaveLength(18);
  });
});

describe("one group under two names", () => {
  test("renamed between the exports, or unpacked into a folder of hers, is one: each message is one act, in one group", () => {
    const both = [exported({ group: "Choir" }), exported({ group: "Choir 2026", seconds: ":40" })];
    const acts = actsOf(...both);
    expect(acts).toHaveLength(12);
    expect(acts.every(({ sources, alsoIds }) => sources.length === 2 && alsoIds?.length === 1)).toBe(true);
    expect(groupsIn(...both)).toBe(1);
    expect(actsOf(...both.toReversed())).toHaveLength(12);
    expect(actsOf(...both.map(ofOneMake))).toHaveLength(12);
    expect(actsOf(...both, exported({ group: "b", file: "third", seconds: ":40" }))).toHaveLength(12);
  });

  test("is one by its name where a folder put a number behind the name of the file, whoever wrote in it", () => {
    const first = exported({ group: "Choir", who: () => bram });
    const again = exported({ group: "Choir (1)", who: () => bram, minutes: [...row(0, 5), ...row(6, 20)] });
    expect(actsOf(ofOneMake(first), ofOneMake(again))).toHaveLength(20);
    expect(actsOf(first, again)).toHaveLength(20);
    expect(groupsIn(first, again)).toBe(1);
  });

  test("is one group where the exports overlap for a while, with somebody who joined later, and what only one of them holds", () => {
    const later = (at: number) => (at > 30 && at % 7 === 0 ? named("Mina") : byTurns(at));
    const older = exported({ group: "Choir", minutes: row(0, 30) });
    const newer = exported({ group: "Choir 2026", minutes: row(18, 60), who: later, seconds: ":40" });
    expect(actsOf(older, newer)).toHaveLength(60);
    expect(groupsIn(older, newer)).toBe(1);
  });

  test("is one where a message of it was deleted on one of the phones, and that message stays an act", () => {
    const there = exported({ group: "Choir 2026", minutes: [...row(0, 6), ...row(7, 12)], seconds: ":40" });
    const timeline = makeTimeline([...exported({ group: "Choir" }), ...there]);
    expect(timeline.acts).toHaveLength(12);
    expect(timeline.sameGroups).toMatchObject([{ are: "one", count: 11, lackCount: 1 }]);
  });

  test("is one where one of the members is saved otherwise on the other phone, whose own messages stay two", () => {
    const there = (at: number) => (byTurns(at) === ned ? named("Ned Mum") : byTurns(at));
    expect(actsOf(exported({ group: "Choir" }), exported({ group: "Choir 2026", who: there, seconds: ":40" }))).toHaveLength(14);
  });

  test("is one where one export leaves out the name of its owner", () => {
    const there = (at: number) => (byTurns(at) === tess ? owner : byTurns(at));
    expect(actsOf(exported({ group: "Choir" }), exported({ group: "Choir 2026", who: there, seconds: ":40" }))).toHaveLength(12);
  });

  test("three equal lines of one minute stay three", () => {
    const minutes = [...row(0, 8), 8, 8, 8];
    const lines = (name: string, seconds = "") => exported({ group: name, minutes, seconds });
    expect(actsOf(lines("Choir"), lines("Choir 2026", ":40"))).toHaveLength(11);
  });

  test("a picture, a message that was taken back and a name that an app writes into the words are no word against it", () => {
    const picture = (drafts: readonly ActDraft[], more: Partial<ActDraft>) =>
      drafts.map((one, i): ActDraft => (i === 4 ? { ...one, text: null, ...more } : one));
    const there = exported({ group: "Choir 2026", seconds: ":40" }).map((one, i): ActDraft =>
      i === 6 ? { ...one, flags: ["deleted"], text: null } : one,
    );
    const marked = (name: string) => (at: number) => (at === 8 ? `@\u2068${name}\u2069 hello` : `words ${at}`);
    expect(
      actsOf(picture(exported({ group: "Choir" }), { attachments: [{ name: "IMG-1.jpg" }] }), picture(there, { flags: ["media-missing"] })),
    ).toHaveLength(13);
    const texts = [exported({ group: "Choir", text: marked("Lena") }), exported({ group: "b", text: marked("Lena M") })] as const;
    expect(actsOf(...texts)).toHaveLength(13);
  });

  test("says nothing of a file that is held back", () => {
    const timeline = timelineOf([...exported({ group: "Choir" }), ...exported({ group: "Choir 2026", seconds: ":40" })].map(makeAct));
    const led = leadWithShown(timeline, ({ name }) => name === "Choir");
    expect(led.sameGroups).toBeUndefined();
    expect(led.acts.every(({ to, sources }) => to[0]?.wrote === "Choir" && sources.length === 1)).toBe(true);
  });
});

describe("what she says of groups", () => {
  const persona = (...some: readonly Identity[]) => ({ label: "x", normals: new Set(some.map(({ normal }) => normal)) });
  const statementOf = (more: Parameters<typeof makeStatement>[0] = {}) =>
    makeStatement({ me: persona(tess), them: persona(bram), ...more });
  const told = (timeline: Parameters<typeof findToldGroups>[0], statement = statementOf()) =>
    findToldGroups(timeline, statement).map(({ names, count, are }) => [...names.map(({ wrote }) => wrote).sort(), count, are]);
  const alone = (name: string, file = name) => exported({ group: name, file, who: () => bram });

  test("a group that was made one is told with how many acts count once, whatever the makes", () => {
    const both = [...exported({ group: "Choir" }), ...exported({ group: "Choir 2026" })];
    expect(told(makeTimeline(both))).toEqual([["Choir", "Choir 2026", 12, "one"]]);
    expect(told(makeTimeline(ofOneMake(both)))).toEqual([["Choir", "Choir 2026", 12, "one"]]);
    expect(told(makeTimeline(both), statementOf({ me: persona(named("Ada")), them: persona(named("Cole")) }))).toEqual([]);
  });

  test("where the files cannot say, she is asked, and by her word each message is one act of one group", () => {
    const timeline = makeTimeline([...alone("Choir"), ...alone("Garden")]);
    expect(told(withStatedTwins(timeline, statementOf()))).toEqual([["Choir", "Garden", 12, "open"]]);
    const statement = statementOf({ oneGroup: [["Garden", "choir"]] });
    const stated = withStatedTwins(timeline, statement);
    expect(stated.acts).toHaveLength(12);
    expect(told(stated, statement)).toEqual([["Choir", "Garden", 12, "stated"]]);
    expect(new Set(stated.acts.flatMap(createGroupsOf(stated))).size).toBe(1);
    const ofOne = withStatedTwins(makeTimeline(ofOneMake([...alone("Choir"), ...alone("Garden")])), statement);
    expect(ofOne.acts).toHaveLength(12);
    expect(strayOf(stated, statement).groups).toEqual([]);
    expect(strayOf(timeline, statementOf({ oneGroup: [["Garden", "Chior"]] })).groups).toEqual([["Garden", "Chior"]]);
  });

  test("by her word they are two, also where the files show one: each message counts in both, and it is told", () => {
    const statement = statementOf({ twoChats: [["choir 2026", "Choir"]] });
    const timeline = makeTimeline([...exported({ group: "Choir" }), ...exported({ group: "Choir 2026" })]);
    const two = withStatedTwins(timeline, statement);
    expect(two.acts).toHaveLength(timeline.acts.length + 12);
    expect(told(two, statement)).toEqual([["Choir", "Choir 2026", 12, "two"]]);
    expect(strayOf(two, statement).two).toEqual([]);
  });

  test("what she wrote in it went to them, whichever phone leads, also where one phone has lost it or has them under another name", () => {
    const newer = (who: (minute: number) => Identity) =>
      exported({ group: "Choir 2026", minutes: row(0, 60).filter((at) => at !== 33), who, seconds: ":40" });
    const older = exported({ group: "Choir", minutes: row(0, 60) });
    const saved = named("Bram K");
    for (const who of [byTurns, (at: number) => (byTurns(at) === bram ? saved : byTurns(at))]) {
      const timeline = withStatedTwins(makeTimeline([...older, ...newer(who)]), statementOf());
      const sideOf = createSide(timeline, statementOf());
      expect(timeline.acts.filter((act) => sideOf(act) === "hers to them")).toHaveLength(10);
    }
  });

  test("by her word that two names are one group each message is one act, his too, although one holds more than was deleted", () => {
    const saved = named("Bram K");
    const there = exported({
      group: "b",
      minutes: row(0, 60).filter((at) => at < 20 || at > 29),
      who: (at) => (byTurns(at) === bram ? saved : byTurns(at)),
      seconds: ":40",
    });
    const timeline = makeTimeline([...exported({ group: "Choir", minutes: row(0, 60) }), ...there]);
    const both = statementOf({ them: persona(bram, saved) });
    expect(withStatedTwins(timeline, both).acts).toHaveLength(110);
    const asOne = { ...both, oneGroup: [["Choir", "b"]] };
    expect(withStatedTwins(timeline, asOne).acts).toHaveLength(60);
    // Of his names nothing is said: his messages stay two, and hers and those of the others are one.
    expect(withStatedTwins(timeline, statementOf({ oneGroup: [["Choir", "b"]] })).acts).toHaveLength(85);
  });

  test("where both phones name everybody otherwise, the group is one by the names that she states, with as many members as one phone has", () => {
    const there = new Map([bram, lena, ned].map((one, i) => [one, { ...one, wrote: `+44770090032${i}`, normal: `+44770090032${i}`, kind: "phone" as const }])); // prettier-ignore
    const numbered = exported({ group: "b", who: (at) => there.get(byTurns(at)) ?? byTurns(at), seconds: ":40" });
    const timeline = makeTimeline([...exported({ group: "Choir" }), ...numbered]);
    expect(timeline.acts).toHaveLength(24);
    const number = there.get(bram) ?? bram;
    const stated = withStatedTwins(timeline, statementOf({ them: persona(bram, number) }));
    expect(stated.acts.filter(({ from }) => from === number || from === bram)).toHaveLength(6);
    const keys = new Set(stated.acts.flatMap(createGroupsOf(stated)));
    expect([...countWriters(stated, keys).values()]).toEqual([4]);
  });
});
