import { expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { closingPart, decisions } from "./case-decided.ts";

const at = { number: 31, happened: 0, by: "o-2" };
const none = { written: [], order: null, ordersBefore: [], elsewhere: [], readings: [], ofReports: [] };

it("knows three ways to say that an order was considered, and no “no”", () => {
  const order = (answer: string) => ({ ...none, order: { answer, reason: "the film may say who it was", ...at } });
  expect(readStrictly(order("waits-for"), "d", decisions).ok).toBe(true);
  expect(readStrictly(order("no"), "d", decisions).ok).toBe(false);
});

it("tells a record that was answered for from one that still asks", () => {
  const record = { record: "Crime 26/90417", as: "damage alone", ...at };
  const answer = { record: "Crime 26/90417", answer: "part-of-this-course", reason: "same door", acts: [], ...at };
  const read = readStrictly({ ...none, elsewhere: [record, { ...record, answer }] }, "d", decisions);
  expect(read.ok && read.value.elsewhere.map((one) => one.answer?.answer)).toEqual([undefined, "part-of-this-course"]);
});

it("keeps what speaks against closing with its way of knowing, as what it rests on", () => {
  const ground = { says: "Last act 15 Dec", knowing: "record" };
  const proposal = { choice: "not-proved", reason: "no holder found", rests: [ground], against: [ground], ...at };
  const part = { proposal, checks: [], opensAgain: ["one more act"], letters: [] };
  expect(readStrictly(part, "c", closingPart)).toMatchObject({ ok: true, value: { proposal: { against: [ground] } } });
  expect(readStrictly({ ...part, proposal: { ...proposal, choice: "tired" } }, "c", closingPart).ok).toBe(false);
});
