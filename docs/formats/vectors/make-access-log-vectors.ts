/**
 * Makes access-log.json beside this file; the same each time.
 *
 *     npx tsx docs/formats/vectors/make-access-log-vectors.ts
 */
import { writeFileSync } from "node:fs";
import { parseInstant } from "@unmask/core";
import { bytesToHex, createSignerKey, formatSignerKey } from "@unmask/seal";
import { reveal } from "@unmask/core";
import { type LogFields, commitToWords } from "../../../apps/server/src/access-log/entry.ts";
import { continueLog, emptyHead, forceLogVkey, proveLastEntry, signHead } from "../../../apps/server/src/access-log/log-head.ts";

const force = "000102030405060708090a0b0c0d0e0f";
const signer = createSignerKey((size) => Uint8Array.from({ length: size }, (_, at) => at));
const officer = "0193a1b2-0000-7000-8000-000000004471";
const blank = {
  role: null,
  device: null,
  task: null,
  report: null,
  case: null,
  person: null,
  item: null,
  sha256: null,
  recipients: [],
  result: "allowed",
  rule: null,
  changedFrom: null,
  changedTo: null,
  reason: null,
} as const;
const steps: readonly (Omit<LogFields, "at" | "words" | "typed"> & { readonly says: string; readonly typed?: string })[] = [
  { ...blank, op: "collect", what: "receive", actor: "intake", item: "0a".repeat(16), sha256: "ab".repeat(32), says: "" },
  { ...blank, op: "consult", what: "open-report", actor: officer, role: "contact-handler", device: "q83vEjRWeJCr", task: "T-2230", report: "R-2100", person: "0193a1b2-0000-7000-8000-0000000000a1", reason: "task", says: "She rang at 02:41; is he known?" },
  { ...blank, op: "consult", what: "read-case", actor: officer, role: "contact-handler", device: "q83vEjRWeJCr", case: "0506", result: "refused", rule: "need-to-know", says: "" },
  { ...blank, op: "erase", what: "erase-reason", actor: "desk", item: "2", says: "" },
  { ...blank, op: "disclose", what: "export", actor: officer, role: "investigator", device: "q83vEjRWeJCr", case: "0506", item: "case as json, without contact", sha256: "cd".repeat(32), reason: "court", says: "For the hearing on Friday.", typed: "K. Sandhu, prosecutor" },
  { ...blank, op: "disclose", what: "export", actor: officer, role: "investigator", device: "q83vEjRWeJCr", case: "0507", item: "case as csv, without contact", sha256: "ce".repeat(32), reason: "court", says: "", typed: "M. Dunn, solicitor" },
  { ...blank, op: "erase", what: "erase-reason", actor: "desk", item: "6", says: "" },
];

let head = emptyHead(force);
const entries = steps.map(({ says, typed, ...fields }, index) => {
  const salt = Uint8Array.from({ length: 32 }, (_, at) => (at + 32 * index) & 0xff);
  const typedSalt = salt.map((byte) => byte ^ 0xff);
  const recipient = typed === undefined ? {} : { typed, typedSalt: bytesToHex(typedSalt) };
  const at = parseInstant(Date.UTC(2026, 10, 27, 3, 40, 10 + index));
  if (at === undefined) throw new Error("a time of our calendar");
  const next = continueLog(head, { ...fields, at, words: commitToWords(says, salt), typed: typed === undefined ? null : commitToWords(typed, typedSalt) });
  const proof = fields.what === "receive" ? { proof: proveLastEntry(head, next.head, signer) } : {};
  head = next.head;
  return { says, salt: bytesToHex(salt), ...recipient, entry: next.entry.text, hash: next.entry.hash, ...proof };
});

const vectors = {
  about: "The log of a force (access-log.md). Salts are hexadecimal.",
  force,
  signer: reveal(formatSignerKey(signer)),
  vkey: forceLogVkey(signer, force),
  entries,
  checkpoint: signHead(head, signer),
};
writeFileSync(new URL("./access-log.json", import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);
