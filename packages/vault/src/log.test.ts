import { type Sha256, parseSha256 } from "@unmask/core";
import { expect, it } from "vitest";
import { keys, keysOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { type LogRecord, type LogState, emptyLog, readLog, signDeed } from "./log.ts";

const recipient = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqsq6v0h8";
const owner = { recipient, publicKey: keys.signer.publicKey };
const hash = (digit: string): Sha256 => parseSha256(digit.repeat(64)) ?? expect.fail("a hash");
const put = (path: string, digit: string): LogRecord => ({ path, put: { size: 100, sha256: hash(digit) } });

/** A log of three writes, with the length that it had after each. */
function logOfThree(): { readonly bytes: Uint8Array; readonly ends: readonly number[]; readonly states: readonly LogState[] } {
  const deeds: readonly LogRecord[][] = [
    [put("book.json", "a"), put("identity.age", "b")],
    [put("journal/000001.age", "c")],
    [put("journal/000002.age", "d"), { path: "journal/000001.age", gone: true }],
  ];
  let bytes: Uint8Array = new Uint8Array();
  let state = emptyLog;
  const states: LogState[] = [];
  for (const deed of deeds) {
    const signed = signDeed(state, deed, { recipient, signer: keys.signer });
    bytes = Uint8Array.from(Buffer.concat([bytes, signed.bytes]));
    state = signed.state;
    states.push(state);
  }
  return { bytes, ends: states.map(({ length }) => length), states };
}
const log = logOfThree();

it("says what stands at each path, and what stood there", () => {
  const { verdict, state, isCutNeeded } = readLog(log.bytes, owner);
  expect({ verdict, isCutNeeded }).toEqual({ verdict: "holds", isCutNeeded: false });
  expect(state.historyByPath).toEqual(log.states[2]?.historyByPath);
  expect(state.historyByPath.get("journal/000001.age")).toEqual({ before: [{ size: 100, sha256: hash("c") }] });
  expect(state.frontier).toEqual(log.states[2]?.frontier);
  expect(state.lastDeed).toEqual(log.states[2]?.lastDeed);
});

it("cut anywhere is the log as it was signed before, with a rest that is cut off", () => {
  for (let length = 0; length <= log.bytes.length; length++) {
    const { verdict, state, isCutNeeded } = readLog(log.bytes.subarray(0, length), owner);
    const signed = log.ends.findLast((end) => end <= length) ?? 0;
    expect(state.length).toBe(signed);
    expect(isCutNeeded).toBe(length > signed);
    expect(verdict).toBe(signed === 0 ? "altered" : "holds");
  }
});

it("with noughts for what did not arrive of the last write is the log before it", () => {
  const [, second = 0, third = 0] = log.ends;
  for (let from = second; from < third; from += 7) {
    const bytes = Uint8Array.from(log.bytes).fill(0, from, Math.min(third, from + 90));
    expect(readLog(bytes, owner)).toMatchObject({ verdict: "holds", state: { length: second }, isCutNeeded: true });
  }
});

it("with any byte of it changed is altered, or ends before the write that was changed", () => {
  for (let at = 0; at < log.bytes.length; at++) {
    const flipped = log.bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    const { verdict, state } = readLog(flipped, owner);
    if (verdict === "holds") expect(state.length).toBeLessThanOrEqual(at);
    // A write in the middle cannot look like one that broke off.
    if (at < (log.ends[1] ?? 0)) expect(verdict).toBe("altered");
  }
});

it.each<[string, (lines: string[]) => string[]]>([
  ["two writes swapped", ([a, b, c, d, e, ...rest]) => [d ?? "", e ?? "", a ?? "", b ?? "", c ?? "", ...rest]],
  ["a record taken out", (lines) => lines.toSpliced(3, 1)],
  ["a signature taken out", (lines) => lines.toSpliced(2, 1)],
  ["a line twice", (lines) => lines.toSpliced(3, 0, lines[3] ?? "")],
  ["an empty line", (lines) => lines.toSpliced(3, 0, "")],
  ["a path that climbs out", (lines) => lines.with(3, (lines[3] ?? "").replace("journal/000001.age", "../journal/01.age"))],
  ["a blank in a line", (lines) => lines.with(3, (lines[3] ?? "").replace(",", ", "))],
  ["a line without end", (lines) => lines.with(3, "x".repeat(5000))],
])("is altered with %s", (_, change) => {
  const lines = Buffer.from(log.bytes).toString().trimEnd().split("\n");
  expect(readLog(Buffer.from(`${change(lines).join("\n")}\n`), owner).verdict).toBe("altered");
});

it("of another signer, of another book, or of nobody is altered", () => {
  expect(readLog(log.bytes, { ...owner, publicKey: keysOf(8).signer.publicKey }).verdict).toBe("altered");
  expect(readLog(log.bytes, { ...owner, recipient: recipient.replace("qqq", "ppp") }).verdict).toBe("altered");
  expect(readLog(new Uint8Array(), owner).verdict).toBe("altered");
  expect(readLog(Buffer.from("[]\n"), owner).verdict).toBe("altered");
});

it("without a key is read, and its signature is not looked at", () => {
  expect(readLog(log.bytes, { recipient }).verdict).toBe("holds");
});
