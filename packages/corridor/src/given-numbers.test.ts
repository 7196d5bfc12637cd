import { createHash } from "node:crypto";
import { type Exhibit, parseSha256 } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { readGivenNumbers, withGivenNumbers } from "./given-numbers.ts";

const exhibit = (number: string, content: string): Exhibit => ({
  number,
  path: "data/originals/0001.txt",
  name: `${content}.txt`,
  sha256: parseSha256(createHash("sha256").update(content).digest("hex")) ?? expect.fail("a hash"),
  size: content.length,
  withheld: false,
});

describe("the numbers of her exhibits", () => {
  test("are kept beside whatever else her settings hold, and read back", () => {
    const settings = withGivenNumbers('{"language":"cy"}', [], [exhibit("HR/2", "b"), exhibit("HR/1", "a")]);
    expect(JSON.parse(settings ?? "")).toMatchObject({ language: "cy", exhibits: [{ number: "HR/1" }, { number: "HR/2" }] });
    const read = readGivenNumbers(settings);
    const given = read.ok ? read.value : [];
    expect(given.map(({ place }) => place)).toEqual([exhibit("", "a").sha256, exhibit("", "b").sha256]);
    expect(withGivenNumbers(settings, given, [exhibit("HR/2", "b")])).toBeUndefined();
    expect(JSON.parse(withGivenNumbers(settings, given, [exhibit("HR/10", "j")]) ?? "")).toMatchObject({
      exhibits: [{ number: "HR/1" }, { number: "HR/2" }, { number: "HR/10" }],
    });
  });

  test("are none before the first report, and are not begun anew where the settings do not read", () => {
    expect(readGivenNumbers(undefined)).toEqual({ ok: true, value: [] });
    for (const wrong of ["", "[]", "null", '{"exhibits":{}}', '{"exhibits":[{"number":"1","place":"a"}]}', twice])
      expect(readGivenNumbers(wrong)).toMatchObject({ ok: false });
  });
});

const twice = '{"exhibits":[{"number":"HR/1","place":"a"},{"number":"HR/1","place":"b"}]}';
