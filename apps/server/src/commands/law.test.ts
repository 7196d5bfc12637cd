import { expect, test } from "vitest";
import { epoch } from "@unmask/core";
import { openForceFolder } from "../ports/force-folder.ts";
import { forceLaw } from "./law.ts";
import type { World } from "./world.ts";

/** Runs it with no folder of a force anywhere. */
async function run(args: readonly string[], most = Number.POSITIVE_INFINITY): Promise<{ code: number; lines: unknown[]; said: string[] }> {
  const [lines, said]: [unknown[], string[]] = [[], []];
  const world: World = {
    print: (line) => {
      lines.push(JSON.parse(line));
      return Promise.resolve(lines.length < most);
    },
    say: (line) => void said.push(line),
    now: () => epoch,
    random: () => new Uint8Array(),
    port: 4180,
    readText: () => Promise.resolve(undefined),
    apps: new URL("file:///nowhere/"),
    toldToEnd: () => Promise.resolve(),
    folders: () => ({ intake: openForceFolder("/nowhere/intake"), inside: openForceFolder("/nowhere/case") }),
  };
  return { code: await forceLaw(args, world), lines, said };
}

const keysOf = (line: unknown): string[] => (typeof line === "object" && line !== null ? Object.keys(line) : []);

test("a solicitor reads every fact with its Act, its section, its mark and its day, and no mark is of memory", async () => {
  const { code, lines } = await run([]);
  expect(code).toBe(0);
  for (const line of lines) {
    expect(keysOf(line)).toEqual(["id", "jurisdiction", "says", "section", "source", "inForceFrom", "checkedOn", "mark", "ruleVersion"]);
    expect(line).toMatchObject({ jurisdiction: expect.stringMatching(/^(EW|NI|SCO)$/), mark: expect.stringMatching(/^(V|V2|D)$/) });
  }
  expect(lines).toContainEqual(
    expect.objectContaining({
      id: "EW/order-rules/period/least",
      section: "Stalking Protection Act 2019, s3(2)",
      inForceFrom: "2020-01-20",
      mark: "V",
    }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ id: "EW/routes/cpa2026_spo", inForceFrom: null, mark: "D" }));
});

test("what is to be confirmed is asked for each jurisdiction, and nobody has confirmed any of it", async () => {
  const { code, lines } = await run(["--to-confirm"]);
  expect(code).toBe(0);
  for (const line of lines) {
    expect(keysOf(line)).toEqual(["id", "jurisdiction", "question", "confirmedBy", "confirmedOn"]);
    expect(line).toMatchObject({ confirmedBy: null, confirmedOn: null });
  }
  expect(lines).toContainEqual(expect.objectContaining({ id: "EW/interim-duty-unmet" }));
});

test("another word is not understood, and nothing is printed; a reader that went away ends the list", async () => {
  for (const args of [
    ["--data", "somewhere"],
    ["--to-confirm", "--to-confirm"],
    ["--to-confirm", "--database", "postgres://nowhere"],
    ["EW"],
  ]) {
    const { code, lines, said } = await run(args);
    expect([code, lines]).toEqual([2, []]);
    expect(said[0]).toContain("force law takes --to-confirm or nothing");
  }
  expect((await run([], 1)).lines).toHaveLength(1);
});
