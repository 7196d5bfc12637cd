import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actLine, parseActLine } from "./acts-jsonl.ts";
import { comparePaths } from "./pack-files.ts";
import { linesOfStream } from "./file-lines.ts";

const salt = "5".repeat(64);
const entry = '{"text":"}\\",\\"act\\":{","sources":[{"sha256":"aa","name":"x","start":1,"end":2}]}';

describe("a line of acts.jsonl", () => {
  it("comes back with the bytes that its leaf commits to, whatever stands in the message", () => {
    const line = actLine(7, salt, entry).slice(0, -1);
    expect(parseActLine(line)).toEqual({
      ok: true,
      value: { leaf: 7, salt, entry, spans: [{ sha256: "aa", start: 1, end: 2 }] },
    });
  });

  it("says which archive was handed over when an act stands inside one", () => {
    const inside = '{"sources":[{"sha256":"aa","start":1,"end":2,"within":[{"name":"o","sha256":"bb"},{"name":"i","sha256":"cc"}]}]}';
    const act = parseActLine(actLine(0, salt, inside).slice(0, -1));
    expect(act.ok && act.value.spans).toEqual([{ sha256: "aa", start: 1, end: 2, within: [{ sha256: "bb" }, { sha256: "cc" }] }]);
  });

  it.each([
    ["a blank between", `{"leaf":7, "salt":"${salt}","act":${entry}}`],
    ["a leading nought", `{"leaf":07,"salt":"${salt}","act":${entry}}`],
    ["a negative leaf", `{"leaf":-1,"salt":"${salt}","act":${entry}}`],
    ["a short salt", `{"leaf":7,"salt":"55","act":${entry}}`],
    ["a salt in upper case", `{"leaf":7,"salt":"${"A".repeat(64)}","act":${entry}}`],
    ["an act that is no JSON", `{"leaf":7,"salt":"${salt}","act":{nothing}}`],
    ["an act without sources", `{"leaf":7,"salt":"${salt}","act":{"sources":[]}}`],
    ["a source without a hash", `{"leaf":7,"salt":"${salt}","act":{"sources":[{"start":1,"end":2}]}}`],
    ["a position that is none", `{"leaf":7,"salt":"${salt}","act":{"sources":[{"sha256":"aa","start":-1,"end":2}]}}`],
    ["a second act after the first", `{"leaf":7,"salt":"${salt}","act":${entry},"act":${entry}}`],
  ])("is refused with %s", (_, line) => {
    expect(parseActLine(line).ok).toBe(false);
  });
});

describe("the lines of a stream", () => {
  async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const read = async (text: string, size: number, most = 1000): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of linesOfStream(cut(new TextEncoder().encode(text), size), most)) lines.push(line);
    return lines;
  };

  it("are the same however the reads are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 12 }).map((line) => line.replaceAll("\n", ""))),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          expect(await read(lines.map((line) => `${line}\n`).join(""), size)).toEqual(lines);
        },
      ),
      { seed: 20_261_125, numRuns: 200 },
    );
  });

  it("end in an error when the last has no end, or one is longer than a line may be", async () => {
    await expect(read("one\ntwo", 3)).rejects.toThrow(/no end/);
    await expect(read(`${"x".repeat(50)}\n`, 7, 20)).rejects.toThrow(/too long/);
  });
});

describe("paths", () => {
  it("are ordered by their bytes, as LC_ALL=C sort does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(Math.sign(comparePaths(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
      { seed: 20_261_125, numRuns: 200 },
    );
  });
});
