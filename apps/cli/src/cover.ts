import {
  type AskedCover,
  type Cover,
  type Instant,
  type Result,
  type Timeline,
  type Zone,
  failed,
  isOnTheWall,
  notYetIn,
  ok,
  parseCover,
} from "@unmask/core";
import { sayList } from "@unmask/words";
import type { Given } from "./arguments.ts";
import { noFile, whatMayStand } from "./one-document.ts";
import { readTextFile } from "./ports/named-file.ts";
import type { Terminal } from "./ports/terminal.ts";

/** The option that names what she was asked for the first page. More than one is read, so that a second is refused and not dropped. */
export const coverShape = { cover: "texts" } as const;

/** Reads `--cover FILE`; nothing where it is not given. The error says what to do. `zone`: of the report, on whose clocks she was asked; `at`: now. */
export async function readCover(
  given: Given,
  { at, zone }: { readonly at: Instant; readonly zone: Zone },
  signal: AbortSignal,
): Promise<Result<Partial<AskedCover>, string>> {
  const [path, ...more] = given.texts("cover");
  if (path === undefined) return ok({});
  if (more.length > 0) return failed(`--cover is given ${more.length + 1} times. A report has one cover: put the answers into one file.`);
  const json = await readTextFile(path, signal);
  if (json === undefined) return failed(noFile("cover", path));
  const read = parseCover(json);
  if (!read.ok) return failed(`${path} (--cover): ${read.error}. ${whatMayStand("cover")}`);
  const { cover, contact } = read.value;
  const minutes = { "danger.asked": cover.danger?.asked, "contact.filledIn": contact?.filledIn };
  const never = Object.entries(minutes).find(([, minute]) => minute && !isOnTheWall(minute, zone));
  if (never)
    return failed(
      `${path} (--cover): cover.${never[0]} was on no clock in ${zone.name}, which went forward over it. Write the minute that the clock showed. Nothing was made.`,
    );
  const coming = notYetIn(read.value, at, zone);
  if (coming !== undefined)
    return failed(
      `${path} (--cover): ${coming}: that day or minute has not come yet. Write when it was, or leave it out. Nothing was made.`,
    );
  return read;
}

/** Why a contact sheet is refused that nobody could open: it is written sealed or not at all. */
export function whyNotSealed(given: Given, { contact }: Partial<AskedCover>): string | undefined {
  if (contact === undefined || given.texts("to").length > 0 || given.isSet("pdf-only")) return undefined;
  return (
    `${given.texts("cover")[0] ?? ""} (--cover) says how you can be reached, and that is only ever written sealed. ` +
    `Name with --to who is to open it, or take "contact" out of the file.`
  );
}

/** Says of each act that the cover names and the files do not hold that it counts for nothing. */
export function sayActsNotThere({ feared }: Cover, { acts }: Pick<Timeline, "acts">, terminal: Terminal): void {
  if (feared === undefined || typeof feared === "string") return;
  const ids = new Set<string>(feared.some((one) => "act" in one) ? acts.map(({ id }) => id) : []);
  for (const [i, one] of feared.entries())
    if ("act" in one && !ids.has(one.act))
      terminal.say(`The cover names an act that is not in these files (feared, entry ${i + 1}): it is not in the report.`);
}

/** Says which of her answers are about a day of which nothing goes: such an answer is printed with its day. `entries` are places in `feared`. */
export function sayDaysNotGoing(entries: readonly number[], terminal: Pick<Terminal, "say">): void {
  for (const i of entries)
    terminal.say(
      `The cover has an answer about a day of which nothing goes (feared, entry ${i + 1}): the report prints that day and what you say of it. Take the entry out if it is not to be read.`,
    );
}

/**
 * Says which of her answers the report prints as she wrote them, so that she reads them once more: the other side may be given the report, and an
 * answer can say where she is. Never what an answer says.
 */
export function sayPrintedAsWritten({ danger, asks, helps, changed }: Cover, terminal: Pick<Terminal, "say">): void {
  const firstPage = [
    danger?.says === undefined ? "" : "what you say of danger",
    Array.isArray(asks) ? "what you ask" : "",
    Array.isArray(helps) ? "who helps you" : "",
  ].filter((one) => one !== "");
  const places = [
    firstPage.length === 0 ? "" : `on page 1 ${sayList(firstPage)}`,
    Array.isArray(changed) ? "further on what changed in your life" : "",
  ].filter((one) => one !== "");
  if (places.length === 0) return;
  terminal.say(
    `The report prints as you wrote it, and the other side may be given it: ${places.join("; ")}. ` +
      "Check that none of it says where you are staying, when and where you work, or who hides you. If it does, change the cover and make the report again.",
  );
}
