import type { Instant } from "@unmask/core";
import { pageVoice, printVoice } from "@unmask/words";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { identitiesAsOne } from "./identities-as-one.ts";
import { lastAct } from "./last-act.ts";

const saysOf = (draft: ActDraft): string | undefined => lastAct.find(makeTimeline([draft]), makeStatement())[0]?.says;

test("a call that came last is told once as a call, a visit as in person, a message with its channel", () => {
  expect(saysOf({ at: "2026-03-03 10:00", kind: "call", channel: "phone", file: "calls.xml" })).toMatch(/at 10:00: call\.$/);
  expect(saysOf({ at: "2026-03-03 10:00", kind: "visit", channel: "in-person", file: "journal", grade: "own-account" })).toMatch(
    /: visit, in person\.$/,
  );
  expect(saysOf({ at: "2026-03-03 10:00" })).toMatch(/: message, by texts\.$/);
});

test("what she wrote down later of her door or car, by whom nobody knows, stands beside the last act of theirs; her own errand does not", () => {
  const hi: ActDraft = { at: "2026-03-03 10:00", text: "hi" };
  const diary: ActDraft = { at: "2026-03-09 10:00", channel: "in-person", file: "diary.csv", grade: "own-account", from: maya, to: [] };
  const foundIn = (...rows: readonly ActDraft[]) => lastAct.find(makeTimeline([hi, ...rows]), makeStatement())[0];
  const wreath = foundIn({ ...diary, kind: "gift", text: "Funeral wreath on my windscreen" });
  expect(wreath?.line).toBe("The last act by them in these files, 3 March 2026: “hi”. Later: 1 written down, by whom not known.");
  expect(wreath?.says).toContain("Later came 1 act near you that you wrote down, by whom is not known.");
  const own = foundIn(
    { ...diary, kind: "gift", text: "I left Mum a cake" },
    { ...diary, at: "2026-03-01 10:00", kind: "damage", text: "Tyres" },
  );
  expect(own?.line).toBe("The last act by them in these files, 3 March 2026: “hi”.");
});

test("a last day that can be another month says in its line that it was read day first; one that is certain does not", () => {
  const lineOf = (...drafts: readonly ActDraft[]): string | undefined => lastAct.find(makeTimeline(drafts), makeStatement())[0]?.line;
  const open: ActDraft = { at: "2026-10-06 10:00", or: ["2026-06-10 10:00"], flags: ["date-order-assumed"] };
  expect(lineOf(open)).toBe("The last act by them in these files, 6 October 2026, as read day first: “words”.");
  expect(lineOf({ at: "2026-05-03 10:00" }, { ...open, at: "2026-02-06 10:00", or: ["2026-06-02 10:00"] })).toMatch(
    /3 May 2026, as read day first: /,
  );
  expect(lineOf(open, { at: "2026-11-20 10:00" })).toBe("The last act by them in these files, 20 November 2026: “words”.");
});

const ageOf = (at: string, draft: ActDraft): string | undefined =>
  lastAct.find(makeTimeline([draft]), makeStatement(), { voice: pageVoice, at: Date.parse(at) as Instant })[0]?.line;

test("an act of tonight is hours old and not a day", () => {
  const draft: ActDraft = { at: "2026-11-26 23:50", text: "Open up" };
  expect(ageOf("2026-11-27T03:20:00Z", draft)).toBe(
    "The last act by them in these files, 26 November 2026 at 23:50, 3 hours before now: “Open up”.",
  );
  expect(ageOf("2026-11-26T23:55:00Z", draft)).toMatch(/, 26 November 2026 at 23:50, 5 minutes before now: /);
  expect(ageOf("2026-11-28T00:10:00Z", draft)).toMatch(/, 26 November 2026, 2 days before today: /);
  expect(ageOf("2026-11-27T03:20:00Z", { ...draft, at: "2026-11-26 00:00", until: "2026-11-26 23:59" })).toMatch(/, 1 day before today: /);
  // Of the same day, and nobody knows whether before: it is never "0 days before".
  expect(ageOf("2026-11-26T12:00:00Z", { ...draft, at: "2026-11-26 00:00", until: "2026-11-26 23:59" })).toMatch(
    /, 26 November 2026, today: /,
  );
  expect(ageOf("2026-11-26T23:30:00Z", draft)).toMatch(/, 26 November 2026 at 23:50, dated after now: /);
  const ahead = lastAct.find(makeTimeline([draft]), makeStatement(), {
    voice: printVoice(makeStatement()),
    at: Date.parse("2026-11-26T23:30:00Z") as Instant,
  });
  expect(ahead[0]?.says).toContain("at 23:50, dated after this report: message");
  expect(ageOf("2026-11-25T03:20:00Z", { ...draft, at: "2026-11-26 00:00", until: "2026-11-26 23:59" })).toMatch(
    /, 26 November 2026, dated after now: /,
  );
  expect(ahead[0]?.couldChange[0]).toContain("a clock may have been ahead");
  const print = lastAct.find(makeTimeline([draft]), makeStatement(), {
    voice: printVoice(makeStatement()),
    at: Date.parse("2026-11-27T03:20:00Z") as Instant,
  });
  expect(print[0]?.says).toContain("at 23:50, 3 hours before this report: message");
});

test("an answer stands with what it answers, and where that has no room the line says that it is one", () => {
  const find = (...drafts: readonly ActDraft[]) => lastAct.find(makeTimeline(drafts), makeStatement())[0];
  const asked: ActDraft = { at: "2026-10-05 09:30", from: maya, text: "Where is my sofa money" };
  const reply: ActDraft = { at: "2026-10-05 10:00", text: "Come and get it" };
  expect(find(asked, reply)?.line).toBe(
    "Last act by them, 5 October 2026: “Come and get it”, 30 minutes after your “Where is my sofa money”.",
  );
  expect(find(asked, reply)?.says).toContain("30 minutes before, you sent: “Where is my sofa money”.");
  expect(find({ ...asked, text: "Where is my sofa money ".repeat(9) }, reply)?.line).toBe(
    "The last act by them in these files, 5 October 2026: “Come and get it”. You wrote 30 minutes before.",
  );
  expect(find({ ...asked, at: "2026-10-05 08:30" }, reply)?.line).not.toContain("after your");
});

test("what came later by what is perhaps theirs or by accounts that act like theirs is told beside it, and to whom the last went", () => {
  const perhaps = { label: "N", normals: new Set([nadia.normal]) };
  const other = { kind: "handle", wrote: "north.light.rc2", normal: "north.light.rc2" } as const;
  const texts = ["I know which train you take home now", "You should have answered me on the bridge"];
  const found = lastAct.find(
    makeTimeline([
      { at: "2026-03-01 10:00", text: texts[0] ?? "" },
      { at: "2026-03-02 10:00", text: texts[1] ?? "" },
      { at: "2026-03-03 10:00", text: "hi", to: [{ kind: "name", wrote: "Mum", normal: "mum" }] },
      { at: "2026-03-05 10:00", from: nadia },
      ...texts.map((text, i): ActDraft => ({ at: `2026-03-0${6 + i} 10:00`, text, from: other, channel: "instagram", file: "i.json" })),
    ]),
    makeStatement({ perhaps }),
  );
  expect(found[0]?.line).toBe("Last act by them, 3 March 2026, to Mum: “hi”. Later: 1 perhaps theirs, 2 by accounts not named.");
  expect(found[0]?.says).toContain("Later came 1 act that is perhaps theirs and 2 by accounts not named that act like theirs.");
});

test("a log-in that came last is told once as a log-in, and not by log-ins", () => {
  const login: ActDraft = { at: "2026-10-05 10:00", kind: "login", channel: "google", file: "g.json" };
  expect(lastAct.find(makeTimeline([login]), makeStatement())[0]?.says).toContain(": log-in, in an account or a device.");
});

test("what came later in a chat that holds the same messages under a name that was not stated is told with the last act, and asked", () => {
  const [rory, second] = ["Rory", "Do not answer"].map((wrote) => ({ kind: "name", wrote, normal: wrote.toLowerCase() }) as const);
  if (!rory || !second) throw new Error("no names");
  const chat = (from: typeof rory, seconds: string): ActDraft[] =>
    ["open up", "I am outside", "let me in", "wake up", "I know you hear me"].map((text, i) => ({
      at: `2026-03-0${i + 1} 10:00${seconds}`,
      from,
      to: [maya],
      text,
      channel: "whatsapp",
      thread: from.wrote,
      file: from.wrote,
    }));
  const drafts = [
    ...chat(rory, ""),
    ...chat(second, ":20"),
    { ...chat(second, "")[0], at: "2026-06-05 10:00", text: "I still have the key" },
  ];
  const statement = makeStatement({ them: { label: "Rory", normals: new Set([rory.normal]) } });
  const timeline = makeTimeline(drafts);
  expect(lastAct.find(timeline, statement)[0]?.line).toBe(
    "Last act by them, 5 March 2026: “I know you hear me”. Later: 1 by Do not answer, not stated.",
  );
  const [asked] = identitiesAsOne.find(timeline, statement);
  expect(asked?.line).toBe("Not yet said: the chat with Rory and the chat with Do not answer hold the same 5 messages: one chat?");
  expect(asked?.acts).toHaveLength(6);
});

test("what came later and was agreed, or is not this one, is told beside the last act, so that no sentence calls it the last of all", () => {
  const timeline = makeTimeline([
    { at: "2026-03-01 10:00", text: "open up" },
    { at: "2026-03-05 10:00", text: "at the gate" },
    { at: "2026-03-06 10:00", text: "she is well" },
  ]);
  const [, gate, kind] = timeline.acts.map(({ id }) => id);
  if (gate === undefined || kind === undefined) throw new Error("no acts");
  const agreed = [{ says: "handover", acts: [gate] }];
  const both = lastAct.find(timeline, makeStatement({ agreed, notThis: [{ act: kind }] }))[0];
  expect(both?.line).toBe("Last act by them beside what was agreed or “not this one”, 1 March 2026: “open up”. Later: 2 left aside.");
  const alone = lastAct.find(timeline, makeStatement({ agreed: [{ says: "handover", acts: [gate, kind] }] }))[0];
  expect(alone?.line).toBe("The last act by them beside what was agreed in these files, 1 March 2026: “open up”. Later: 2 agreed.");
  expect(alone?.says).toContain("The last act by them beside what was agreed that the files show was on 1 March 2026");
  expect(alone?.says).toContain("Later came 2 acts that you said were agreed.");
  const refused = lastAct.find(timeline, makeStatement({ notThis: [{ act: gate }, { act: kind }] }))[0];
  expect(refused?.line).toBe("Last act by them beside what is “not this one”, 1 March 2026: “open up”. Later: 2 “not this one”.");
});
