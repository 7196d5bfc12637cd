import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { World } from "../world.ts";
import { duties } from "./duties.ts";

const { duties: vectors, refused } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/duty.json"), "utf8"),
) as {
  readonly duties: readonly { readonly file: object; readonly at: string; readonly expect: readonly unknown[] }[];
  readonly refused: readonly { readonly text: string; readonly line: number }[];
};
const path = join(mkdtempSync(join(tmpdir(), "duties-")), "order.json");

async function run(text: string | Uint8Array, args: readonly string[]): Promise<{ code: number; out: string; said: string }> {
  writeFileSync(path, text);
  let [out, said] = ["", ""];
  const terminal = {
    write: (more: string) => {
      out += more;
      return Promise.resolve(true);
    },
    say: (line: string) => {
      said += `${line}\n`;
    },
  };
  const world = { terminal, signal: new AbortController().signal } as unknown as World;
  const code = await duties([path, ...args], world);
  return { code, out, said };
}

test("each file of the vectors is answered by one line of JSON with what is due, and ends with 0", async () => {
  for (const { file, at, expect: rows } of vectors) {
    const { code, out } = await run(JSON.stringify(file), ["--at", at, "--json"]);
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { duties: Record<string, unknown>[]; unclear: string[] };
    expect(answer.duties.map((one) => [one["rule"], one["state"], one["due"], one["overdueFrom"], one["metOn"] ?? null])).toEqual(rows);
    for (const one of answer.duties) expect(Object.keys(one)).toEqual(expect.arrayContaining(["section", "trigger", "why"]));
  }
});

test("a file that says the impossible ends with 2, its line, and nothing on standard output", async () => {
  for (const { text, line } of refused) {
    expect(await run(text, ["--at", "2026-12-01T09:00:00Z"])).toMatchObject({
      code: 2,
      out: "",
      said: expect.stringContaining(`unmask: line ${line}: `),
    });
  }
});

test("an instant without an offset, or none, ends with 2: it could be either of two", async () => {
  const text = JSON.stringify(vectors[0]?.file);
  for (const args of [[], ["--at", "2026-10-25T01:30"], ["--at", "2026-11-31T09:00:00Z"], ["--at", "2026-11-30T09:00:00Z", "more"]]) {
    expect(await run(text, args)).toMatchObject({ code: 2, out: "" });
  }
  expect(await run(text, ["--at", "2026-11-30T00:30:00+01:00"])).toMatchObject({ code: 0 });
});

test("in sentences it says rule, section, day and state, and that it decides nothing about anybody", async () => {
  const { out } = await run(JSON.stringify(vectors[1]?.file), ["--at", "2026-12-01T09:00:00Z"]);
  expect(out).toContain("first-notice, s9(1) (served 2026-11-27): overdue, due end of 2026-11-29, overdue from 2026-11-30T00:00:00.000Z");
  expect(out).toContain("possible s11 offence, reasonable excuse not assessed");
  expect(out).toContain("nothing about anybody’s reasons");
});

test("bytes that are no text, and more than 1 MiB of them, end with 2 and their line", async () => {
  const args = ["--at", "2026-12-01T09:00:00Z"];
  const text = JSON.stringify(vectors[0]?.file, null, 1);
  const third = text.indexOf("\n", text.indexOf("\n") + 1) + 1;
  const broken = Buffer.concat([Buffer.from(text.slice(0, third)), Buffer.of(0xff), Buffer.from(text.slice(third))]);
  expect(await run(broken, args)).toMatchObject({ code: 2, out: "", said: expect.stringContaining("unmask: line 3: ") });
  expect(await run(Buffer.of(0xe2, 0x82), args)).toMatchObject({ code: 2, said: expect.stringContaining("unmask: line 1: ") });
  // Three bytes each, and one unit: as text they are fewer than 1 MiB.
  const long = text.replace("{", `{"unknown":"${"\u20ac".repeat(400_000)}",`);
  expect(await run(long, args)).toMatchObject({
    code: 2,
    out: "",
    said: expect.stringContaining("unmask: line 1: the file is longer than 1 MiB"),
  });
});
