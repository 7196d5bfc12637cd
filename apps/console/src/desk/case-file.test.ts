import { describe, expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { actPage } from "./act-page.ts";
import { caseFile } from "./case-file.ts";
import { picture } from "./picture.ts";

const log = { number: 481_211, says: "written", hash: "d1659fcc", before: "c6dde075" };
const file = {
  case: "0412",
  name: "Leila Ashworth",
  opened: 0,
  recorded: "",
  saw: 3,
  danger: [{ says: "Doorbell 02:31", how: "record" }],
  duties: [{ id: "tell", says: "Tell her", since: "Mon 23 Nov 2026", state: "overdue", dueBy: "2026-11-24", why: "Victims’ Code" }],
  news: { lines: [] },
  parts: [{ part: "now", count: 1 }],
  people: [],
  enquiries: [],
  timeline: { says: "No act has a known time", how: "counted once", table: { columns: ["Month"], rows: [] } },
  log,
};

describe("what is read of a case", () => {
  it("is taken whole, with what nobody asked left out and not made up", () => {
    const read = readStrictly(file, "answer", caseFile);
    expect(read.ok && read.value).toEqual(file);
    expect(read.ok && "subject" in read.value).toBe(false);
  });

  it("is refused where a way of knowing or the state of a duty is a word that we do not know", () => {
    expect(readStrictly({ ...file, danger: [{ says: "x", how: "rumour" }] }, "answer", caseFile).ok).toBe(false);
    expect(readStrictly({ ...file, duties: [{ ...file.duties[0], state: "fine" }] }, "answer", caseFile).ok).toBe(false);
  });
});

describe("a picture from the server", () => {
  const drawing = { title: "t", alt: "a", width: 10, height: 10, note: "", shapes: [] as unknown[] };
  const both = (shapes: unknown[]) => ({ phone: { ...drawing, shapes }, desktop: drawing });

  it("is read shape by shape, and one with a shape or an ink that we do not draw is no picture", () => {
    const line = { shape: "line", role: "hers", from: [0, 1], to: [2, 3], stroke: 1, dashed: true };
    expect(readStrictly(both([line]), "p", picture).ok).toBe(true);
    expect(readStrictly(both([{ ...line, role: "url(x)" }]), "p", picture).ok).toBe(false);
    expect(readStrictly(both([{ ...line, from: [0] }]), "p", picture).ok).toBe(false);
    expect(readStrictly(both([{ ...line, shape: "image", href: "x" }]), "p", picture).ok).toBe(false);
    expect(readStrictly(both([{ ...line, stroke: Number.NaN }]), "p", picture).ok).toBe(false);
  });
});

it("reads an act that somebody typed, which has no bytes", () => {
  const act = {
    case: "0412",
    act: 1,
    of: 1,
    neighbours: [],
    kind: "Visit",
    from: "as she told it",
    words: "",
    facts: [],
    steps: [],
    checks: [],
  };
  const read = readStrictly({ ...act, notProved: ["Who it was."], byHand: [], log }, "answer", actPage);
  expect(read.ok && read.value.source).toBeUndefined();
});
