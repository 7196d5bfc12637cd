import { expect, test } from "vitest";
import { type CaseEvent, type ReportState, foldReport } from "@unmask/case";
import { epoch, instantFromIso } from "@unmask/core";
import { alone } from "./around-words.ts";
import { accountOf, letterFacts, previewFacts, reasonsToOpen } from "./report-words.ts";
import { firstFacts, saidFacts } from "./said-words.ts";

test("who handed a letter on is told as what the letter says, whether or not that force is known here", () => {
  const westmere = { force: "a1".repeat(16), name: "Westmere Police" };
  const body = {
    letter: "0".repeat(32),
    who: { reporter: "unsaid", about: "not-known" },
    anonymous: true,
    danger: "unsaid",
    packs: 0,
    handedOn: { ...westmere, reference: "R-9999" },
  } as const;
  const at = { happened: epoch, recorded: epoch, by: "desk", number: 1, stream: { of: "report", id: "R-1" } } as const;
  const events = [{ ...at, kind: "report-received", body }] as const;
  const said = (forces: readonly (typeof westmere)[]) =>
    letterFacts(foldReport("R-1", events), events, forces).find(({ label }) => label === "Handed on")?.says;
  const claim = "The letter says that it was handed on by Westmere Police, where it is R-9999: ";
  expect(said([])).toContain(`${claim}not checked; its force is in no set loaded here.`);
  expect(said([{ ...westmere, name: "Other Police" }])).toContain(
    `${claim}the id it gives is that of Other Police, whose set is loaded here; that it came from there is not checked.`,
  );
});

test("what came by way of another force was said when the person wrote it, and whoever answers is told who can read that", () => {
  const at = (minute: string) => {
    const happened = instantFromIso(`2026-11-28T${minute}:00.000Z`) ?? epoch;
    return { happened, recorded: happened, by: "desk", stream: { of: "report", id: "R-1" } } as const;
  };
  const handedOn = { force: "a1".repeat(16), name: "Westmere Police", reference: "R-20" };
  const who = { reporter: "unsaid", about: "not-known" } as const;
  const letter = { letter: "0".repeat(32), packs: 0 };
  const first: CaseEvent = {
    ...at("06:12"),
    number: 1,
    kind: "report-received",
    body: { ...letter, who, anonymous: false, danger: "no", handedOn, written: "2026-11-28T06:05" },
  };
  const again: CaseEvent = {
    ...at("06:25"),
    number: 2,
    kind: "answer-received",
    body: { ...letter, danger: "unsaid", account: "He is below.", written: "2026-11-28T06:20" },
  };
  const state = foldReport("R-1", [first, again]);
  expect(firstFacts(state, String)).toContainEqual({
    label: "Danger",
    strong: "not in danger at this moment",
    says: "said in the letter, written 28 Nov 06:05 by the clock of their device, here since 28 Nov 06:12",
  });
  expect(accountOf([first, again])).toBe("[Written 28 Nov 06:20 by the clock of their device, here since 28 Nov 06:25:] He is below.");
  expect(saidFacts(state)[0]).toMatchObject({
    label: "Handed on",
    says: expect.stringMatching(/^by Westmere Police, .* which can read it$/),
  });
  const inDanger = foldReport("R-1", [{ ...first, body: { ...first.body, danger: "now" } }]);
  expect(inDanger.dangers.map(({ says }) => says)).toEqual([
    "Danger now, said in the letter, written 28 Nov 06:05 by the clock of their device.",
  ]);
});

test("before it is opened stands for whom it is, without which name, of a child, and what is asked for", () => {
  const body = {
    letter: "0".repeat(32),
    who: { reporter: "another", about: "child", forName: "Bethan Cole" },
    anonymous: true,
    danger: "now",
    packs: 0,
    wishes: "Please do not tell my mother. Please write, not call.",
  } as const;
  const event = { happened: epoch, recorded: epoch, by: "desk", number: 1, stream: { of: "report", id: "R-30" } } as const;
  const facts = previewFacts(foldReport("R-30", [{ ...event, kind: "report-received", body }]), String);
  expect(facts.map(({ label, strong = "", says = "" }) => `${label}: ${strong}${says}`)).toEqual(
    expect.arrayContaining([
      "Reports: for another person",
      "About: a child",
      "Asks: Please do not tell my mother. Please write, not call.",
    ]),
  );
  expect(facts).toContainEqual(expect.objectContaining({ label: "Name", strong: "asks to stay without a name" }));
});

test("one key opens what may be danger: while nobody said there is none, and again after one is over", () => {
  const at = { happened: epoch, recorded: epoch, stream: { of: "report", id: "R-26" } } as const;
  const came = (danger: "now" | "no" | "unsaid") => {
    const body = { letter: "0".repeat(32), who: { reporter: "self", about: "adult" }, anonymous: false, danger, packs: 0 } as const;
    return { ...at, by: "desk", number: 1, kind: "report-received", body } as const;
  };
  const read = { ...at, by: "pc", number: 2, kind: "report-opened", body: {} } as const;
  const end = { ...at, by: "pc", number: 3, kind: "danger-ended", body: { reason: "Arrested, in custody." } } as const;
  const open = (state: ReportState, around = alone(state)) => reasonsToOpen(state, around).map(({ code, says }) => `${code}: ${says}`);
  const reasons = (...events: readonly CaseEvent[]) => open(foldReport("R-26", events));
  expect(reasons(came("unsaid"))[0]).toBe("danger: Somebody may be in danger now");
  expect(reasons(came("no"))).toEqual(["triage: It waits, and must be read to be ranked"]);
  expect(reasons(came("now"), read, end)).toEqual(["danger: Danger was said here and ended: look again"]);
  const calm = foldReport("R-26", [came("no"), read]);
  const inDanger = foldReport("R-14", [{ ...came("now"), stream: { of: "report", id: "R-14" } }]);
  expect(open(calm)).toEqual([]);
  expect(open(calm, { reports: [calm, inDanger], cases: [], dangers: [calm, inDanger] })).toEqual([
    "danger: Somebody may be in danger now",
    "triage: It waits, and must be read to be ranked",
  ]);
});
