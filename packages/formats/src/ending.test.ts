import { readFileSync } from "node:fs";
import type { Source } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { endingOf, endings } from "./ending.ts";

const vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/endings.json", import.meta.url), "utf8")) as {
  readonly files: readonly { readonly says: string; readonly text?: string; readonly hex?: string; readonly ending: string }[];
};

/** Answers with at most `most` bytes at a time, under a name that says another thing. */
function handedOver(bytes: Uint8Array, most = Infinity): Source {
  return {
    name: "holiday.html",
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, Math.min(end, start + most, bytes.length)),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const mebibyte = 1024 * 1024;

describe("the ending of an original", () => {
  it.each(vectors.files)("$says: .$ending", async ({ text, hex, ending }) => {
    const bytes = hex === undefined ? utf8(text ?? "") : new Uint8Array(Buffer.from(hex, "hex"));
    expect(await endingOf(handedOver(bytes))).toBe(ending);
    expect(await endingOf(handedOver(bytes, 1))).toBe(ending);
  });

  it("has a file in the vectors for every ending there is", () => {
    expect(new Set(vectors.files.map(({ ending }) => ending))).toEqual(new Set(endings));
  });

  it("looks through an XML file to its end, across every border between two reads", async () => {
    const page = (filler: number): Uint8Array =>
      utf8(`<?xml version="1.0"?><smses>${" ".repeat(filler)}<x xmlns="http://www.w3.org/1999/xhtml"/></smses>`);
    for (const filler of [0, 64 * 1024, mebibyte - 34, mebibyte - 33, mebibyte - 32, mebibyte - 31, mebibyte - 30, 3 * mebibyte])
      expect(await endingOf(handedOver(page(filler)))).toBe("txt");
    expect(await endingOf(handedOver(utf8(`<?xml version="1.0"?><smses>${"é".repeat(mebibyte)}</smses>`)))).toBe("xml");
  });

  it("looks through a table to its end, however far a cell is filled with blanks before its formula", async () => {
    const table = (cell: string): Uint8Array => utf8(`Date,Message\n${"12/08/2026,hello\n".repeat(10_000)}12/08/2026,"${cell}"\n`);
    expect(await endingOf(handedOver(table("hello")))).toBe("csv");
    for (const cell of ["=1+1", `${" ".repeat(2 * mebibyte)}=1+1`, "\n=1+1", "\ufeff=1+1"])
      expect(await endingOf(handedOver(table(cell)))).toBe("txt");
  });

  it("does not look through a table or an XML file of more than 16 MiB: it is text", async () => {
    let read = 0;
    const large = (text: string): Source => ({
      name: "large",
      size: 17 * mebibyte,
      async read(start, end) {
        read += end - start;
        const bytes = new Uint8Array(end - start).fill(0x20);
        if (start === 0) bytes.set(utf8(text));
        return bytes;
      },
    });
    expect(await endingOf(large('<?xml version="1.0"?><smses/>'))).toBe("txt");
    expect(await endingOf(large("Date,Message\n1,2\n1,2\n"))).toBe("txt");
    expect(read).toBeLessThan(mebibyte);
  });

  it("takes a mail whose head is longer than what is looked at, and a list of JSON cut by it", async () => {
    expect(await endingOf(handedOver(utf8(`From: sam@example.org\nDate: today\n${"X-Seal: abc\n".repeat(10_000)}\nhello`)))).toBe("eml");
    expect(await endingOf(handedOver(utf8(`[${'{"text":"hello"},'.repeat(10_000)}{}]`)))).toBe("json");
    expect(await endingOf(handedOver(utf8(`[${'{"text":"hello"},'.repeat(10_000)}`)))).toBe("txt");
  });
});
