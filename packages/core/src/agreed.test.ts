import { expect, test } from "vitest";
import { type ActDraft, makeAct, maya, nadia, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { createAgreed, createHeldFromRules, withWholePersons } from "./agreed.ts";
import type { AgreedContact, Statement } from "./statement.ts";
import type { Persona } from "./identity.ts";

type Rule = NonNullable<Statement["agreed"]>[number];
/** Rules alone: what else the files hold does not matter. */
const none = { acts: [] };
const r: Persona = { label: "R", normals: new Set([rFirst.normal]) };
const isAgreed = (rule: Omit<AgreedContact<Persona>, "says">, draft: ActDraft, isHers = false): boolean => {
  const whole: Rule = { says: "handovers", ...rule };
  return createAgreed(none, makeStatement({ agreed: [whole] }))(makeAct(draft), isHers);
};

// 2026-03-06 is a Friday.
const handover = { person: r, channels: ["sms"], weekdays: ["friday"], hours: { from: 16 * 60, until: 18 * 60 } } as const;

test.each([
  ["on a Friday at the time of the handover", { at: "2026-03-06 16:00" }, true],
  ["when the hour is over", { at: "2026-03-06 18:00" }, false],
  ["on another day", { at: "2026-03-05 16:30" }, false],
  ["by another way", { at: "2026-03-06 16:30", channel: "phone" }, false],
  ["by somebody else", { at: "2026-03-06 16:30", from: nadia }, false],
  ["at a time that only perhaps lies in it", { at: "2026-03-06 17:30", until: "2026-03-06 19:00" }, false],
  ["at a date that can be another", { at: "2026-03-06 16:30", or: ["2026-06-03 16:30"] }, false],
] as const)("a rule of person, channel, weekday and hours: %s", (_, draft, agreed) => {
  expect(isAgreed(handover, draft)).toBe(agreed);
});

test("what she sends to the person at that time is agreed as well, what she sends to others is not", () => {
  expect(isAgreed(handover, { at: "2026-03-06 16:30", from: maya, to: [rFirst] }, true)).toBe(true);
  expect(isAgreed(handover, { at: "2026-03-06 16:30", from: maya, to: [nadia] }, true)).toBe(false);
});

test("hours over midnight belong to the day on which they begin", () => {
  const call = { weekdays: ["friday"], hours: { from: 23 * 60, until: 30 } } as const;
  expect(isAgreed(call, { at: "2026-03-06 23:10" })).toBe(true);
  expect(isAgreed(call, { at: "2026-03-07 00:29" })).toBe(true);
  expect(isAgreed(call, { at: "2026-03-06 00:10" })).toBe(false);
  expect(isAgreed(call, { at: "2026-03-07 00:30" })).toBe(false);
});

test("a weekday alone is the whole day, and a single act is agreed whenever it was", () => {
  expect(isAgreed({ weekdays: ["friday"] }, { at: "2026-03-06 03:00" })).toBe(true);
  const one = makeAct({ at: "2026-03-04 03:00" });
  expect(createAgreed(none, makeStatement({ agreed: [{ says: "the school", acts: [one.id] }] }))(one, false)).toBe(true);
});

test("a rule about one of their names means the whole person; a number and an account mean themselves, and nobody else", () => {
  const number = { kind: "phone", wrote: "+447700900614", normal: "+447700900614" } as const;
  const second = { kind: "handle", wrote: "north.light", normal: "north.light" } as const;
  const of = (person: string): ((from: ActDraft["from"]) => boolean) => {
    const whole = withWholePersons(
      makeStatement({
        them: { label: "Marcus D.", normals: new Set(["marcus doyle", number.normal]) },
        perhaps: { label: "Marcus D.", normals: new Set([second.normal]) },
        agreed: [{ says: "he rings Mia", person: { label: person, normals: new Set([person.toLowerCase()]) } }],
      }),
    );
    return (from) => createAgreed(none, whole)(makeAct({ at: "2026-03-03 18:00", ...(from && { from }) }), false);
  };
  for (const person of ["Marcus Doyle", "MARCUS D."])
    expect([person, ...[number, second, nadia].map(of(person))]).toEqual([person, true, true, false]);
  expect([number, second, nadia].map(of(number.normal))).toEqual([true, false, false]);
  expect([number, second, nadia].map(of(second.normal))).toEqual([false, true, false]);
  expect([number, second, nadia].map(of(nadia.normal))).toEqual([false, false, true]);
});

test("a door kicked in, a gift left or a log-in within the hours of a handover is not agreed, unless she says so of that act", () => {
  for (const kind of ["damage", "entry", "following", "threat", "gift", "login", "device", "location"] as const) {
    const draft = { at: "2026-03-06 16:30", kind, channel: "in-person", grade: "own-account", file: "diary.csv" } as const;
    expect([kind, isAgreed({ person: r, channels: ["in-person"] }, draft)]).toEqual([kind, false]);
    expect([kind, isAgreed({ hours: { from: 16 * 60, until: 18 * 60 } }, draft)]).toEqual([kind, false]);
    const act = makeAct(draft);
    expect(createAgreed(none, makeStatement({ agreed: [{ says: "a present for Mia", acts: [act.id] }] }))(act, false)).toBe(true);
  }
  expect(isAgreed({ person: r, channels: ["in-person"] }, { at: "2026-03-06 16:30", kind: "visit", channel: "in-person" })).toBe(true);
});

test("a visit that was more than the handover comes out of the rule by its id, and what else came in those hours stays agreed", () => {
  const visit = { kind: "visit", channel: "in-person", grade: "own-account", file: "diary.csv" } as const;
  const usual = makeAct({ ...visit, at: "2026-03-06 16:30", text: "He brought her coat." });
  const stayed = makeAct({ ...visit, at: "2026-03-06 17:00", text: "He would not leave the hall." });
  const threat = makeAct({ at: "2026-03-06 17:10", text: "I will kill you" });
  const rule = { says: "handovers", person: r, weekdays: ["friday"], except: [stayed.id, threat.id] } as const;
  const only = createAgreed(none, makeStatement({ agreed: [rule] }));
  expect([usual, stayed].map((act) => only(act, false))).toEqual([true, false]);
  expect(createHeldFromRules(none, makeStatement({ agreed: [rule] }))(threat, false)).toBe(false);
  const calls = { says: "all on a Friday", weekdays: ["friday"] } as const;
  expect(createAgreed(none, makeStatement({ agreed: [rule, calls] }))(stayed, false)).toBe(true);
});

test("violence told of within the hours of a handover, and a threat written in them, are not agreed, unless she says so of that act", () => {
  const visit = { at: "2026-03-06 16:05", kind: "visit", channel: "in-person", grade: "own-account", file: "diary.csv" } as const;
  const grabbed = { ...visit, text: "At the door for handover. He grabbed my arm and twisted it." };
  const hospital = { at: "2026-03-06 16:02", text: "If you bring that man to the door again I will put him in hospital" };
  const rule = { person: r, weekdays: ["friday"], hours: { from: 15 * 60 + 30, until: 17 * 60 } } as const;
  expect(isAgreed(rule, { ...visit, text: "At the door for handover. He brought her coat." })).toBe(true);
  expect(isAgreed(rule, { at: "2026-03-06 16:02", text: "Lego arrived" })).toBe(true);
  for (const draft of [grabbed, hospital]) {
    expect([draft.text, isAgreed(rule, draft)]).toEqual([draft.text, false]);
    const act = makeAct(draft);
    const [byRule, byAct] = [[{ says: "handover", ...rule }], [{ says: "he told me why", acts: [act.id] }]];
    expect(createHeldFromRules(none, makeStatement({ agreed: byRule }))(act, false)).toBe(true);
    expect(createAgreed(none, makeStatement({ agreed: byAct }))(act, false)).toBe(true);
    expect(createHeldFromRules(none, makeStatement({ agreed: [...byRule, ...byAct] }))(act, false)).toBe(false);
  }
  const hers = { at: "2026-03-06 16:40", from: maya, to: [rFirst], text: "You grabbed my arm today, in front of Mia" };
  expect(isAgreed(rule, hers, true)).toBe(false);
  expect(
    createHeldFromRules(none, makeStatement({ agreed: [{ says: "handover", ...rule }] }))(
      makeAct({ at: "2026-03-05 16:02", text: hospital.text }),
      false,
    ),
  ).toBe(false);
});

test("what she wrote them in a chat that names no receiver is not taken by a rule about one number of several", () => {
  const hers = { at: "2026-03-06 16:30", from: maya, to: [] } as const;
  expect(isAgreed({ person: r }, hers, true)).toBe(false);
  expect(isAgreed({ person: makeStatement().them }, hers, true)).toBe(true);
});

const fridays = { says: "handover", weekdays: ["friday"], hours: { from: 16 * 60 + 30, until: 18 * 60 } } as const;

test("what she stated as a stop, and what they send in the day after it, no rule of hours takes; she can say so of the act alone", () => {
  const stop = makeAct({ at: "2026-03-06 17:35", from: maya, to: [rFirst], text: "No more of this." });
  const answer = makeAct({ at: "2026-03-06 17:50", text: "it was you" });
  const weekAfter = makeAct({ at: "2026-03-13 17:00", text: "at the gate" });
  const hersWeekAfter = makeAct({ at: "2026-03-13 17:01", from: maya, to: [rFirst], text: "ok" });
  const acts = [stop, answer, weekAfter, hersWeekAfter];
  const timeline = timelineOf(acts);
  const minute = { kind: "told to stop", minute: { ...day("2026-03-06"), hour: 17, minute: 35 } } as const;
  for (const stops of [[minute], [{ kind: "told to stop", act: stop.id } as const], [stopOn("told to stop", "2026-03-06")]]) {
    const said = makeStatement({ stops, agreed: [fridays] });
    const by = (ask: typeof createAgreed): readonly boolean[] => acts.map((act) => ask(timeline, said)(act, act.from === maya));
    expect(by(createAgreed)).toEqual([false, false, true, true]);
    expect(by(createHeldFromRules)).toEqual([true, true, false, false]);
    const single = makeStatement({ stops, agreed: [fridays, { says: "he asked", acts: [answer.id] }] });
    expect(createAgreed(timeline, single)(answer, false)).toBe(true);
  }
});

test("coming in, a tracker and fear that either writes at the hour of the handover are not agreed, nor what is answered to them", () => {
  const drafts: readonly (readonly [string, boolean])[] = [
    ["I was in your bedroom today", false],
    ["I have put a tracker on your car lol", false],
    ["take the tracker off my car", true],
    ["I am scared of you", true],
  ];
  for (const [text, isHers] of drafts) {
    const act = makeAct({ at: "2026-03-06 16:30", text, ...(isHers && { from: maya, to: [rFirst] }) });
    const answer = makeAct({ at: "2026-03-06 16:40", text: "so what" });
    const ask = createAgreed(timelineOf([act, answer]), makeStatement({ agreed: [{ says: "handovers", ...handover }] }));
    expect([text, ask(act, isHers), ask(answer, false)]).toEqual([text, false, false]);
  }
});

test("words of force, and what is answered to them within the hour, are held from the rule; an hour later the handover is one again", () => {
  const hers = makeAct({ at: "2026-03-06 16:35", from: maya, to: [rFirst], text: "Do not ever grab me like that again. Mia saw it." });
  const answer = makeAct({ at: "2026-03-06 16:50", text: "or what" });
  const before = makeAct({ at: "2026-03-06 16:31", text: "on my way" });
  const later = makeAct({ at: "2026-03-06 17:40", text: "left her bag with you" });
  const stranger = makeAct({ at: "2026-03-13 16:40", from: nadia, text: "I will kill you" });
  const calm = makeAct({ at: "2026-03-13 16:41", text: "outside" });
  const timeline = timelineOf([before, hers, answer, later, stranger, calm]);
  const isTaken = createAgreed(timeline, makeStatement({ agreed: [fridays] }));
  expect([before, hers, answer, later, calm].map((act) => isTaken(act, act.from === maya))).toEqual([true, false, false, true, true]);
});

test("owning to a break-in or a tracker at the hour of the handover, and blackmail, are not taken by the rule", () => {
  for (const text of [
    "I was in your bedroom today",
    "I have put a tracker on your car lol",
    "I will be in your kitchen when you wake",
    "send me the pics or I post yours",
    "get in the car now or else",
    "I will put a brick through your head tonight",
    "ur kids are next",
    "get in the car now or else 😡",
    "get in the car NOW or elseee",
    "get in the car now. Or else\nI mean it",
    "Get in the car now or else you know what",
    "hand her over or else I keep him",
    "be there at five or else he stays with me",
    "get in the car or I'm coming in",
    "out here by five or you'll see",
    "Get in the fucking car",
    "don't make me come in there",
    "Do as you're told for once",
    "Last warning, bring her out",
    "be late again and see what happens",
  ])
    expect([text, isAgreed(handover, { at: "2026-03-06 16:30", text })]).toEqual([text, false]);
  for (const text of [
    "I was in the car, Leo has his coat",
    "can you be here at five or else we miss the bus",
    "Bring her coat or else she'll be cold",
    "get her from school or else I'll be late",
    "collect her at five or I'll drop her at Mum's",
    "she is in the car now",
  ])
    expect([text, isAgreed(handover, { at: "2026-03-06 16:30", text })]).toEqual([text, true]);
});

test("following, watching, a copied key and a grave at the hour of the handover are not taken by the rule", () => {
  for (const text of [
    "I followed you from work",
    "I can see you at the upstairs window",
    "Come out or I come in",
    "That man's car will not start tomorrow",
    "Nobody will find you out here",
    "I've got a copy of your key now",
    "I hope you have paid your life insurance",
  ])
    expect([text, isAgreed(handover, { at: "2026-03-06 16:30", text })]).toEqual([text, false]);
  expect(isAgreed(handover, { at: "2026-03-06 16:30", text: "Outside with Poppy" })).toBe(true);
});
