import { sha256Of } from "@unmask/seal";
import { expect, test } from "vitest";
import { markOf, markOfMatter, ofThese } from "./letter-mark.ts";

const quick = async (password: Uint8Array, salt: Uint8Array): Promise<Uint8Array> => sha256Of(new Uint8Array([...salt, ...password]));
const lookup = "29".repeat(32);
const waiting = async (digit: string, said: Parameters<typeof markOf>[1]) => {
  const letter = digit.repeat(32);
  return { letter, mark: await markOf({ letter, mailbox: { lookup } }, said, quick) };
};
const first = await waiting("a", { danger: "no", account: "He was at the gate." });
const second = await waiting("b", { danger: "no", account: "She follows the bus." });
const packsAlone = await waiting("c", {});

test("of letters that wait the one goes that was sealed of the file in the command, and none of a file that says danger since", async () => {
  const all = [first, second, packsAlone];
  expect(await ofThese(all, { danger: "no", account: "He was at the gate." }, quick)).toEqual([first]);
  expect(await ofThese(all, { danger: "now", account: "He was at the gate." }, quick)).toEqual([]);
  expect(await ofThese([packsAlone], { danger: "now" }, quick)).toEqual([]);
  expect(await ofThese(all, {}, quick)).toEqual(all);
});

test("a mark is no word of a letter, and tells of two letters neither that they say the same nor that one person wrote them", async () => {
  const again = await waiting("d", { danger: "no", account: "He was at the gate." });
  expect(again.mark.said).not.toBe(first.mark.said);
  expect(again.mark.matter).not.toBe(first.mark.matter);
  expect(again.mark.matter).toBe(markOfMatter(again.letter, lookup));
  expect(Object.values(first.mark).join(" ")).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/);
});
