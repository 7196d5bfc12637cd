import { type ReadValue, type Result, count, failed, list, object, ok, readDocument, text } from "@unmask/core";
import { base64ToBytes, bytesToBase64, bytesToHex, bytesToText } from "@unmask/seal";
import { envelopeSize, envelopesInPage } from "@unmask/submission";
import type { Answer, Ask } from "./ask.ts";

/** What is asked of a force's intake (docs/openapi.json). Every refusal of it is the same; what is said of one here says what to do next. */
export interface Intake {
  readonly origin: string;
  readonly ask: Ask;
  /** Works a challenge out; undefined when it cannot be. */
  workOut(challenge: unknown): Promise<string | undefined>;
}

/** A sealed letter, and the buckets of the packs that follow it. */
export interface HandedIn {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly buckets: readonly number[];
}

/** UTF-16 units of an answer that is read. */
const longestAnswer = 512 * 1024;

/** Tries of one question: a lost answer costs the person nothing, because the same letter again is the same letter. */
const mostTries = 3;

/** Why a letter was not taken; `mayBeThere`: an answer was lost, so that nobody here can know. */
export interface NotTaken {
  readonly says: string;
  readonly mayBeThere: boolean;
}

/** Hands a letter in; gives the token of each upload when the intake has it on disk. */
export async function handIn(intake: Intake, { id, sealed, buckets }: HandedIn): Promise<Result<readonly string[], NotTaken>> {
  let says = "";
  let mayBeThere = false;
  for (let tried = 0; tried < mostTries; tried++) {
    const proof = await proveWork(intake, "letter");
    if (!proof.ok) {
      says = proof.error;
      continue;
    }
    const body = { id, proof: proof.value, letter: bytesToBase64(sealed), packs: buckets };
    const came = await post(intake, "/intake/letters", body);
    if (came === undefined) mayBeThere = true;
    const answer = readAnswer(came, lettersFromJson);
    if (answer.ok && answer.value.letter === id && answer.value.uploads.length === buckets.length) return ok(answer.value.uploads);
    says = answer.ok ? "it answers for another letter" : answer.error;
  }
  return failed({ says, mayBeThere });
}

/** A token that opens so many pages. */
export interface LookToken {
  readonly token: string;
  readonly looks: number;
}

/** Asks for a token to look into a mailbox. */
export async function takeLooks(intake: Intake): Promise<Result<LookToken, string>> {
  const proof = await proveWork(intake, "look");
  return proof.ok ? readAnswer(await post(intake, "/intake/looks", { proof: proof.value }), looksFromJson) : proof;
}

/** The envelopes of a page. */
export async function lookAt(
  intake: Intake,
  asked: { readonly token: string; readonly lookup: Uint8Array; readonly page: number },
): Promise<Result<readonly Uint8Array[], string>> {
  const body = { token: asked.token, lookup: bytesToHex(asked.lookup), page: asked.page };
  const answer = readAnswer(await post(intake, "/intake/mailbox", body), pageFromJson);
  if (!answer.ok) return answer;
  const envelopes = answer.value.envelopes.flatMap((one) => base64ToBytes(one) ?? []);
  const isWhole = envelopes.length === envelopesInPage && envelopes.every(({ length }) => length === envelopeSize);
  return isWhole ? ok(envelopes) : failed("its answer is no page of a mailbox");
}

async function proveWork(intake: Intake, purpose: "letter" | "look"): Promise<Result<string, string>> {
  const asked = readAnswer(await post(intake, "/intake/challenge", { for: purpose }), challengeFromJson);
  if (!asked.ok) return asked;
  const proof = await intake.workOut(asked.value);
  return proof === undefined ? failed("it asks for work that cannot be done") : ok(proof);
}

function post({ ask, origin }: Intake, path: string, body: object): Promise<Answer | undefined> {
  return ask(`${origin}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

function readAnswer<T>(answer: Answer | undefined, read: ReadValue<T>): Result<T, string> {
  if (answer === undefined) return failed("it does not answer");
  if (answer.status !== 200) return failed("it did not take it");
  const read200 = readDocument(bytesToText(answer.bytes) ?? "", { what: "answer", longest: longestAnswer }, read);
  return read200.ok ? read200 : failed("its answer is not understood");
}

const anything: ReadValue<unknown> = (value) => value;

const challengeFromJson: ReadValue<unknown> = object((fields) => {
  fields.must("cost", anything);
  return fields.must("challenge", anything);
});

const lettersFromJson = object((fields) => ({
  letter: fields.must("letter", text),
  week: fields.must("week", text),
  uploads: fields.must("uploads", list(text)),
}));

const looksFromJson: ReadValue<LookToken> = object((fields) => ({ token: fields.must("token", text), looks: fields.must("looks", count) }));

const pageFromJson = object((fields) => ({ envelopes: fields.must("envelopes", list(text)) }));
