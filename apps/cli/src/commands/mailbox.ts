import { type ReadValue, type Result, count, failed, object, ok, readDocument, record, text } from "@unmask/core";
import { createAsk, workOut } from "@unmask/fittings-node";
import { type Intake, type LookToken, lookAt, lookIntoAll, takeLooks } from "@unmask/corridor";
import { argon2id } from "@unmask/seal";
import {
  type LetterFields,
  type Mailbox,
  deriveMailbox,
  lookupHash,
  mailboxLine,
  openEnvelopes,
  parseReceiptWords,
  wordSlips,
} from "@unmask/submission";
import { isAnsweredAfter, sayHasLetter, sayUnopened } from "@unmask/words";
import { type Given, parseArguments } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { readAnswer, readLetterFile } from "../force/letter-file.ts";
import { type Sending, openPacks } from "../force/named-packs.ts";
import { forceShape, openForce } from "../force/open-force.ts";
import { resume } from "../force/resume.ts";
import { writeBack } from "../force/write-back.ts";
import { markOfMatter } from "../force/letter-mark.ts";
import { readLost } from "../force/lost-letter.ts";
import { readOwnFile, writeOwnFile } from "../ports/home.ts";
import { readStandardInput } from "../ports/standard-input.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/** Tokens for looks, by the origin of the intake. */
const tokensFile = "looks.json";
/** UTF-16 units of that file. */
const longestTokens = 256 * 1024;

/**
 * `unmask mailbox`: what a force answered, one JSON object a line, oldest first. The words come on standard input and never leave this machine.
 * With `--answer FILE`, `--letter FILE` or `--add PACK` something goes into the same matter first, and the exit code says how far that came, as that of `send`.
 */
export async function mailbox(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { ...forceShape, answer: "text", letter: "text", add: "texts", resume: "yes" });
  if (!given.ok) return refuseUsage(world, given.error);
  const paths = given.value.texts("add").length === 0 ? [] : [...given.value.texts("add"), ...given.value.words];
  if (given.value.words.length > 0 && paths.length === 0)
    return refuseUsage(world, "the words of the receipt come on standard input, never in the command: others can see it.");
  if (given.value.text("force") === undefined) return refuseUsage(world, "name the force: --force URL, or --force FILE of its set.");
  const isResumed = given.value.isSet("resume");
  const typed = await readStandardInput(world.signal);
  const words = parseReceiptWords(typed);
  if (!words.ok) {
    const slips = wordSlips(typed).map(({ says }) => says);
    return refuseUsage(world, `${slips.length === 0 ? words.error.says : slips.join(" ")} Nothing was asked of anybody.`);
  }
  const said = await readSaid(given.value, world.signal);
  if (!said.ok) return refuseUsage(world, said.error);
  const ask = createAsk(world.signal);
  const force = await openForce(given.value, ask, world);
  if (!force.ok) return force.error.isUsage ? refuseUsage(world, force.error.says) : refuse(world, force.error.says);
  const packs = await openPacks(paths, force.value.set, world);
  if (!packs.ok) return refuse(world, packs.error);
  try {
    const box = await deriveMailbox(words.value, force.value.set.force, argon2id);
    const sending = { said: said.value, packs: packs.value, force: force.value, ask, world };
    if (!isResumed && Object.keys(said.value).length === 0 && paths.length === 0) {
      await tellWaiting(box, world);
      return await printMailbox(box, sending);
    }
    const code = isResumed ? await resume("answer", sending, lookupHash(box.lookup)) : await writeBack(box, sending);
    // What became of the answer is what counts now; that nothing lies there yet, or nobody says what, changes nothing of it.
    if (code === exitCode.done || code === exitCode.caveats) await printMailbox(box, sending);
    // Not 1: what was written is there. A reader that went away by itself has read what it wanted.
    const unwritten = world.terminal.unwritten();
    return code === exitCode.done && unwritten !== undefined && unwritten !== "EPIPE" ? exitCode.caveats : code;
  } finally {
    for (const pack of packs.value) await pack.close();
  }
}

/** What goes into the matter: words, or all that a letter can say (danger now, another way to reach her), or both. */
async function readSaid(given: Given, signal: AbortSignal): Promise<Result<LetterFields, string>> {
  const letter = await readLetterFile(given.text("letter"), signal);
  if (!letter.ok) return letter;
  if (given.text("letter") !== undefined && Object.keys(letter.value).length === 0)
    return failed("the file at --letter says nothing. Nothing was sent.");
  const answer = await readAnswer(given.text("answer"), signal);
  if (!answer.ok) return answer;
  return letter.value.account !== undefined && answer.value.account !== undefined
    ? failed("--answer and the account in the file at --letter say the same thing twice. Take one of them away. Nothing was sent.")
    : ok({ ...letter.value, ...answer.value });
}

/** What was written with these words and waits in this folder, since nobody said that it was taken. */
async function tellWaiting({ lookup }: Mailbox, world: World): Promise<void> {
  const lost = await readLost(world.now());
  if (!lost.ok) return world.terminal.say(`unmask: ${lost.error}`);
  for (const { letter, kind, mark, packs } of lost.value) {
    if (mark.matter !== markOfMatter(letter, lookupHash(lookup))) continue;
    const [what, command] = kind === "answer" ? ["An answer", "mailbox"] : ["The letter", "send"];
    const named = packs.length === 0 ? "" : ", with its packs named,";
    world.terminal.say(
      `unmask: ${what} of these words waits here: nobody said that it was taken. \`unmask ${command} --resume\`${named} sends it as it was; the force has it once.`,
    );
  }
}

async function printMailbox(box: Mailbox, { force, ask, world }: Sending): Promise<ExitCode> {
  const intake = { origin: force.intake, ask, workOut: (challenge: unknown) => workOut(challenge, world.signal) };
  const envelopes = await lookIntoAll((page) => look(intake, box, page), box);
  if (!envelopes.ok) return refuse(world, `the mailbox was not read: the intake was asked, and ${envelopes.error}. Try again later.`);
  const { messages, notUnderstood } = await openEnvelopes(envelopes.value, box.identity);
  for (const message of messages) await world.terminal.write(`${mailboxLine(message)}\n`);
  const acknowledged = messages.findLastIndex(({ kind }) => kind === "acknowledgement");
  if (acknowledged >= 0) world.terminal.say(`unmask: ${sayHasLetter(force.set.name, isAnsweredAfter(messages, acknowledged))}.`);
  for (const message of messages)
    if (message.kind === "unopened") world.terminal.say(`unmask: the pack ${message.sha256.slice(0, 8)}…: ${sayUnopened(message.reason)}`);
  if (notUnderstood > 0) world.terminal.say(`unmask: ${notUnderstood} of the answers cannot be read here. Ask the force about them.`);
  if (messages.length > 0) return exitCode.done;
  world.terminal.say("Nothing is there yet, or there is no such mailbox: the two look alike.");
  return exitCode.caveats;
}

/** A look with a token that was kept, else with a new one: a token opens many pages, and asks for work once. */
async function look(intake: Intake, { lookup }: Mailbox, page: number): Promise<Result<readonly Uint8Array[], string>> {
  const kept = (await readTokens())[intake.origin];
  if (kept !== undefined && kept.looks > 0) {
    await keepToken(intake.origin, { ...kept, looks: kept.looks - 1 });
    const envelopes = await lookAt(intake, { token: kept.token, lookup, page });
    if (envelopes.ok) return envelopes;
  }
  const taken = await takeLooks(intake);
  if (!taken.ok) return failed(taken.error);
  await keepToken(intake.origin, { ...taken.value, looks: taken.value.looks - 1 });
  return lookAt(intake, { token: taken.value.token, lookup, page });
}

const tokensFromJson: ReadValue<Readonly<Record<string, LookToken>>> = record(
  object((fields) => ({ token: fields.must("token", text), looks: fields.must("looks", count) })),
);

/** A token that cannot be read is none: a new one costs a little work. */
async function readTokens(): Promise<Readonly<Record<string, LookToken>>> {
  const json = await readOwnFile(tokensFile);
  const read = json === undefined ? ok({}) : readDocument(json, { what: tokensFile, longest: longestTokens }, tokensFromJson);
  return read.ok ? read.value : {};
}

async function keepToken(origin: string, token: LookToken): Promise<void> {
  await writeOwnFile(tokensFile, `${JSON.stringify({ ...(await readTokens()), [origin]: token })}\n`);
}
