import { watchCaveats } from "@unmask/importers";
import { expect, test } from "vitest";
import { exitCode } from "./exit-code.ts";
import { exitCodeOfImport, sayCaveats, sayNotThere } from "./import-caveats.ts";

function saidOf(change: Partial<ReturnType<ReturnType<typeof watchCaveats>["caveats"]>>): { said: string[]; code: number } {
  const said: string[] = [];
  const caveats = { ...watchCaveats().caveats(), ...change };
  sayCaveats(caveats, {
    write: async () => true,
    unwritten: () => undefined,
    proveOutput: () => undefined,
    say: (line) => void said.push(line),
    showProgress: () => {},
    endProgress: () => {},
  });
  return { said, code: exitCodeOfImport(caveats) };
}

test("a reading that was stopped before anything was recognised says what it did not reach, and not that nothing is an export", () => {
  expect(saidOf({ notReached: 20 })).toEqual({ said: ["Stopped. Not reached: 20 files."], code: exitCode.failed });
});

test("files of which none is an export are told as that, with where to look", () => {
  expect(saidOf({})).toEqual({
    said: ["Nothing was recognised as an export. Every file is listed as kept; `unmask help` says what can be read."],
    code: exitCode.nothing,
  });
});

test("a paper of ours that she named herself is told again, with what it can be used for, and the command ends with a caveat", () => {
  const paper = (name: string, isArchive = false) => ({ kind: "report" as const, name, says: `${name} is not taken in.`, isArchive });
  const key = { kind: "key" as const, name: "key.txt", says: "key.txt is not taken in.", isArchive: false };
  const named = saidOf({ recognised: 1, notTakenIn: [paper("UM-1.pdf"), paper("hers/UM-2.pdf"), paper("UM-3.pdf")] });
  expect(named.said.at(-1)).toBe(
    "You named UM-1.pdf and 1 more like it, and nothing of it is used: what Unmask made is no evidence for what it says. `unmask verify PACK` checks a pack, `unmask report --after PACK` goes on from one.",
  );
  expect(named.code).toBe(exitCode.caveats);
  expect(saidOf({ recognised: 1, notTakenIn: [paper("hers/UM-2.pdf")] })).toEqual({
    said: ["hers/UM-2.pdf is not taken in."],
    code: exitCode.done,
  });
  expect(saidOf({ recognised: 1, notTakenIn: [paper("old.zip", true)] }).said).toHaveLength(1);
  expect(saidOf({ recognised: 1, notTakenIn: [{ ...paper("his.pdf"), canBeTakenIn: true }] }).said).toEqual([
    "his.pdf is not taken in. If it is evidence and not yours: --take-in his.pdf takes it in all the same.",
  ]);
  expect(saidOf({ recognised: 1, notTakenIn: [key] })).toEqual({ said: [key.says], code: exitCode.caveats });
});

test("of what bears the mark of a key or a paper of hers it is said how it is taken in all the same, and of what was, that it is", () => {
  const key = { kind: "key" as const, name: "in/his chat.txt", says: "It is not taken in.", isArchive: false, canBeTakenIn: true };
  expect(saidOf({ recognised: 1, notTakenIn: [key], takenIn: [{ name: "a", says: "a is taken in." }] }).said).toEqual([
    "It is not taken in. If it is evidence and not yours: --take-in 'in/his chat.txt' takes it in all the same.",
    "a is taken in.",
  ]);
  const said: string[] = [];
  sayNotThere(["a", "b"], { takenIn: [{ name: "a", says: "" }] }, { say: (line) => void said.push(line) });
  expect(said).toEqual([expect.stringContaining("--take-in b: nothing was taken in by it.")]);
});

test("what was assumed is said with the option that states it", () => {
  const { said } = saidOf({ recognised: 1, zoneAssumed: true, dateOrderAssumed: true });
  expect(said).toHaveLength(2);
  expect(said.join(" ")).toMatch(/--zone Europe\/Paris.*--date-order dmy/);
});
