import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToHex, concatBytes, hexToBytes, textToBytes } from "./bytes.ts";
import { derTag, insideOf, oidOf, parseDer, writeDer, writeDerCount, writeDerOid } from "./der.ts";

const seed = 20260109;

function read(hex: string) {
  return parseDer(hexToBytes(hex) ?? new Uint8Array(0));
}

test.each([
  ["a padded length", "048103616263"],
  ["a length padded with noughts", "04820003616263"],
  ["a length of one byte written in two", "0482007f" + "61".repeat(127)],
  ["an indefinite length", "30800500" + "0000"],
  ["a length beyond the bytes", "0404616263"],
  ["bytes left over", "040361626300"],
  ["nothing", ""],
  ["a tag alone", "30"],
  ["a tag of several bytes", "1f810100"],
  ["a constructed string", "2405" + "0403616263"],
  ["an integer padded with noughts", "02020001"],
  ["a negative integer padded with ones", "0202ff80"],
  ["an integer without digits", "0200"],
  ["a boolean that is neither", "010101"],
  ["a boolean of two bytes", "0102ffff"],
  ["a NULL with something in it", "050100"],
  ["an object identifier with a padded number", "06032a8001"],
  ["an object identifier cut inside a number", "06022a86"],
  ["an object identifier of nothing", "0600"],
  ["a bit string whose unused bits are set", "03020701"],
  ["a bit string with nine unused bits", "03020900"],
  ["a broken value inside", "3003020200"],
  ["a reserved length", "04ff"],
])("what BER allows or nobody does is refused: %s", (_, hex) => {
  expect(read(hex)).toBeUndefined();
});

test.each([
  "0403616263",
  "0101ff",
  "010100",
  "0500",
  "020100",
  "0201ff",
  "02020080",
  "06032a0304",
  "03020780",
  "030100",
  "3000",
  "a003020101",
])("the one spelling is read: %s", (hex) => {
  expect(read(hex)?.bytes).toEqual(hexToBytes(hex));
});

test("values nested as deep as a token are read, deeper ones end at once", () => {
  const nested = (depth: number): Uint8Array => (depth === 0 ? writeDer(derTag.null) : writeDer(derTag.sequence, nested(depth - 1)));
  expect(parseDer(nested(24))).toBeDefined();
  expect(parseDer(nested(25))).toBeUndefined();
});

test("what is written is read back, and no other byte string is", () => {
  const { value } = fc.letrec<{ value: Uint8Array }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.uint8Array({ maxLength: 300 }).map((bytes) => writeDer(derTag.octetString, bytes)),
      fc.uint8Array({ maxLength: 12 }).map(writeDerCount),
      fc.string().map((text) => writeDer(derTag.utf8String, textToBytes(text))),
      fc.array(tie("value"), { maxLength: 4 }).map((parts) => writeDer(derTag.sequence, ...parts)),
    ),
  }));
  fc.assert(
    fc.property(value, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
      const parsed = parseDer(bytes);
      expect(parsed?.bytes).toEqual(bytes);
      const place = at % bytes.length;
      const changed = parseDer(bytes.with(place, (bytes[place] ?? 0) ^ change));
      // Whatever still reads says something else: it is never a second spelling of the same.
      if (changed !== undefined) expect(bytesToHex(changed.bytes)).not.toBe(bytesToHex(bytes));
      expect(rewritten(parsed)).toEqual(bytes);
    }),
    { seed },
  );
});

/** A value written again from its tags and contents alone. */
function rewritten(value: ReturnType<typeof parseDer>): Uint8Array {
  if (value === undefined) return new Uint8Array(0);
  return value.children.length > 0 ? writeDer(value.tag, ...value.children.map(rewritten)) : writeDer(value.tag, value.content);
}

test("object identifiers survive their bytes", () => {
  expect(bytesToHex(writeDerOid("1.2.840.113549.1.1.1"))).toBe("06092a864886f70d010101");
  for (const dotted of ["2.16.840.1.101.3.4.2.1", "1.3.6.1.5.5.7.3.8", "2.5.29.37", "0.9.2342", "1.2.3.4.1", "2.999.3"]) {
    expect(oidOf(parseDer(writeDerOid(dotted)))).toBe(dotted);
  }
  expect(oidOf(parseDer(writeDer(derTag.null)))).toBe("");
  expect(oidOf(undefined)).toBe("");
});

test("an integer is written without needless noughts and never negative", () => {
  expect(bytesToHex(writeDerCount(Uint8Array.of(0, 0, 5)))).toBe("020105");
  expect(bytesToHex(writeDerCount(Uint8Array.of(0x80)))).toBe("02020080");
  expect(bytesToHex(writeDerCount(new Uint8Array(0)))).toBe("020100");
  expect(insideOf(parseDer(concatBytes(Uint8Array.of(0x30, 3), writeDerCount(Uint8Array.of(7)))), derTag.sequence)).toHaveLength(1);
});
