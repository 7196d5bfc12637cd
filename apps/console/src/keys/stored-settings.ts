import { type ReadValue, fault, flag, list, object, oneOf, readStrictly } from "@unmask/core";
import type { KeySettings } from "./key.ts";

/** How this officer wants the desk in this browser. Nothing in it says anything of anybody. */
export interface Settings {
  readonly keys: KeySettings;
  /** Dense for a good screen, large for a bad one or tired eyes. */
  readonly text: "dense" | "large";
}

/** As drawn. */
export const usualSettings: Settings = { keys: { hasLetters: true, letters: {} }, text: "dense" };

/** One visible character. */
const letter = written(/^[^\s\p{C}]$/u, "letter");
const name = written(/^[a-z-]{1,40}$/, "name of a key");

function written(form: RegExp, what: string): ReadValue<string> {
  return (value, path) => (typeof value === "string" && form.test(value) ? value : fault(path, `is no ${what}`));
}

const settings: ReadValue<Settings> = object(({ must }) => ({
  keys: must(
    "keys",
    object((keys) => ({
      hasLetters: keys.must("hasLetters", flag),
      letters: Object.fromEntries(
        keys.must("letters", list(object((one) => [one.must("name", name), one.must("letter", letter)] as const))),
      ),
    })),
  ),
  text: must("text", oneOf(["dense", "large"])),
}));

/** Reads what `writeSettings` wrote; anything else is as drawn. */
export function readSettings(text: string): Settings {
  try {
    const outcome = readStrictly(JSON.parse(text), "settings", settings);
    return outcome.ok ? outcome.value : usualSettings;
  } catch (error) {
    if (error instanceof SyntaxError) return usualSettings;
    throw error;
  }
}

/** Writes settings as text. */
export function writeSettings({ keys, text }: Settings): string {
  const letters = Object.entries(keys.letters).map(([one, own]) => ({ name: one, letter: own }));
  return JSON.stringify({ keys: { hasLetters: keys.hasLetters, letters }, text });
}
