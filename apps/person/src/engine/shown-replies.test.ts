import { parseSha256 } from "@unmask/core";
import type { MailboxMessage } from "@unmask/submission";
import { expect, test } from "vitest";
import { showReplies } from "./shown-replies.ts";

const sha256 = parseSha256("ab".repeat(32)) ?? expect.fail();
const other = parseSha256("cd".repeat(32)) ?? expect.fail();
const numbered = (number: number) => ({ id: "0".repeat(32), number });

test("of a pack that does not open she never reads that they hold her report, whatever their log proves", () => {
  const messages: readonly MailboxMessage[] = [
    { ...numbered(1), kind: "unopened", sha256, reason: "no-key" },
    { ...numbered(2), kind: "proof", sha256, entry: "x", proof: "x" },
    { ...numbered(3), kind: "proof", sha256: other, entry: "x", proof: "x" },
  ];
  expect(showReplies(messages, { log: "no log" }, [{ sha256, size: 9 }])).toEqual([
    { kind: "proof", verdict: "not proved", sha256: other },
    { kind: "unopened", sha256, reason: "no-key" },
  ]);
});
