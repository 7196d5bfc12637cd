import { expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { looks, looksByOfficer, review } from "./audit.ts";
import { newLink, officers } from "./officers.ts";

const log = { number: 480_133, says: "read the log", hash: "5d13e9f4", before: "20cc7b1e" };

it("reads who looked, with what had no task, and nothing that was looked at", () => {
  const counts = { collect: 1, consult: 12, combine: 0, alter: 0, disclose: 0, erase: 0, refused: 2, noTask: 6, atOneself: 2 };
  const officer = { officer: "o-5", name: "PC 2250 D. Hale", role: "contact-handler", ...counts };
  const review = { by: "Insp Adair", at: 9, verdict: "right-but", words: "One look more." };
  const opened = { case: "0506", name: "PC 5120 Marsh", words: "He is at her door", since: 1, until: 2, told: ["Insp Adair"], review };
  const answer = {
    from: 0,
    until: 1,
    officers: [officer],
    openedAnyway: [opened],
    entries: 9,
    checkpoint: "",
    checkpoints: [{ size: 3, at: 0, note: "n" }],
    log,
  };
  expect(readStrictly(answer, "a", looksByOfficer)).toMatchObject({
    ok: true,
    value: { officers: [officer], openedAnyway: [opened], checkpoints: [{ size: 3, at: 0 }] },
  });
  expect(readStrictly({ ...answer, content: "x" }, "a", looksByOfficer).ok).toBe(false);
});

it("reads an entry with its reason as it was given, an empty one too", () => {
  const none = { report: null, case: null, person: null, task: null };
  const entry = {
    number: 1,
    at: 0,
    op: "consult",
    what: "search-exact",
    actor: "o-5",
    name: null,
    result: "done",
    words: "",
    ...{ recipients: [], typedRecipient: null, isRecipientErased: false },
    hash: "ab",
    ...none,
  };
  const read = readStrictly({ looks: [entry], log }, "a", looks);
  expect(read.ok && read.value.looks[0]).toMatchObject({ words: "", task: null });
});

it("reads an opening with every look that was taken under it", () => {
  const opening = {
    id: "x",
    case_ref: "0506",
    officer: "o",
    name: "PC Marsh",
    words: "a man is at her door",
    told_by: null,
    opened_at: 0,
    until: 9,
  };
  const whole = { ...opening, closed_at: null, reviewed_by: null };
  const read = readStrictly(
    { opening: whole, looks: [{ number: 1, at: 0, what: "read-case", person: null, result: "done" }], log },
    "a",
    review,
  );
  expect(read.ok && [read.value.opening.case, read.value.looks.length]).toEqual(["0506", 1]);
});

it("reads who works here, those who left as well, and a link that is told once", () => {
  const list = {
    officers: [{ id: "o", name: "Insp Adair", role: "supervisor", left_at: 0, sign_in_name: null, team: null }],
    provider: null,
    log,
  };
  expect(readStrictly(list, "a", officers)).toMatchObject({ ok: true, value: { officers: [{ leftAt: 0 }] } });
  expect(readStrictly({ officer: "o", link: "http://x/enrol#1", log }, "a", newLink).ok).toBe(true);
});
