import { parseArgs } from "node:util";
import { type CivilDay, type Result, type Zone, failed, ok, parseStatedDay, parseZone, type DateOrder } from "@unmask/core";

/** What options a command takes: "text" once, "texts" any number of times, "yes" without a value. */
export type OptionShape = Readonly<Record<string, "text" | "texts" | "yes">>;

/** The options as they were given, and the words beside them. */
export interface Given {
  readonly words: readonly string[];
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  isSet(name: string): boolean;
}

/** Reads the words after the command's name. The failure is one line that says what is wrong. */
export function parseArguments(args: readonly string[], shape: OptionShape): Result<Given, string> {
  const options = Object.fromEntries(
    Object.entries(shape).map(([name, kind]) => [
      name,
      {
        type: kind === "yes" ? ("boolean" as const) : ("string" as const),
        multiple: kind === "texts",
        ...(name === "identity" ? { short: "i" } : {}),
      },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    return failed(firstSentence(error));
  }
  const twice = optionGivenTwice(parsed.tokens ?? [], shape);
  if (twice !== undefined) return failed(`--${twice} stands twice: give it once.`);
  const values = parsed.values;
  // What is made is opened again from its file, or is more than one file: a file of that name is not what was meant.
  if (values["out"] === "-") return failed("--out -: nothing is made on standard output. Name a file or folder, ./- for one of that name.");
  return ok({
    words: parsed.positionals,
    text(name) {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    texts(name) {
      const value = values[name];
      return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
    },
    isSet: (name) => values[name] === true,
  });
}

/** The first option that takes one text and was given another: which of the two is meant only the person knows. */
function optionGivenTwice(tokens: readonly { readonly kind: string; readonly name?: string }[], shape: OptionShape): string | undefined {
  const met = new Set<string>();
  for (const { kind, name } of tokens) {
    if (kind !== "option" || name === undefined || shape[name] !== "text") continue;
    if (met.has(name)) return name;
    met.add(name);
  }
  return undefined;
}

function firstSentence(error: unknown): string {
  return error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? "") + "." : "The options cannot be read.";
}

/** The zone that the person states, or Europe/London when she states none. */
export function parseZoneOption(given: Given): Result<{ zone: Zone; stated: boolean }, string> {
  const name = given.text("zone");
  const zone = parseZone(name ?? "Europe/London");
  if (!zone)
    return failed(
      `--zone ${name ?? ""}: no such time zone. Write it like Europe/London, UTC or +01:00; letters like BST stand for several zones.`,
    );
  return ok({ zone, stated: name !== undefined });
}

/** The order of dates that the person states. */
export function parseDateOrderOption(given: Given): Result<DateOrder | undefined, string> {
  const order = given.text("date-order");
  if (order === undefined) return ok(undefined);
  if (order === "dmy" || order === "mdy" || order === "ymd") return ok(order);
  return failed(`--date-order ${order}: write dmy (31/12/2026), mdy (12/31/2026) or ymd (2026/12/31).`);
}

/** A day, as `2026-11-25`. */
export function parseDayOption(name: string, text: string): Result<CivilDay, string> {
  const day = parseStatedDay(text);
  return day ? ok(day) : failed(`--${name} ${text}: write a day that exists as year-month-day, like 2026-03-02.`);
}
