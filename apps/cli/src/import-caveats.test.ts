import { watchCaveats } from "@unmask/importers";
import { expect, test } from "vitest";
import { exitCode } from "./exit-code.ts";
import { exitCodeOfImport, sayCaveats } from "./import-caveats.ts";

function saidOf(change: Partial<ReturnType<ReturnType<typeof watchCaveats>["caveats"]>>): { said: string[]; code: number } {
  const said: string[] = [];
  const caveats = { ...watchCaveats().caveats(), ...change };
  sayCaveats(caveats, { write: async () => undefined, say: (line) => void said.push(line), showProgress: () => {}, endProgress: () => {} });
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

test("what was assumed is said with the option that states it", () => {
  const { said } = saidOf({ recognised: 1, zoneAssumed: true, dateOrderAssumed: true });
  expect(said).toHaveLength(2);
  expect(said.join(" ")).toMatch(/--zone Europe\/Paris.*--date-order dmy/);
});
