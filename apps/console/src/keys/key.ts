/** What a key does on the screen at hand. A key does the same everywhere or is not used. */
export interface Key {
  /** Its name among the settings: "take", "next-row". */
  readonly name: string;
  /** As `tokenOf` writes them: "a", "?", "ArrowDown", "Shift+l", "Control+Enter", or two after each other: "g q". */
  readonly presses: readonly string[];
  /** What is printed on its cap: "A", "↑↓". */
  readonly cap: string;
  /** What it does, in a few words: "take it". */
  readonly says: string;
  /** Whether the bar at the bottom names it; all are under `?`. */
  readonly isInBar?: boolean;
  run(): void;
}

/** How this officer wants the keys: kept in this browser, and no secret. */
export interface KeySettings {
  /** Whether keys of one character work at all (WCAG 2.2, 2.1.4): who speaks to the computer turns them off. */
  readonly hasLetters: boolean;
  /** Another letter for a key, by its name. */
  readonly letters: Readonly<Record<string, string>>;
}

/** As drawn. */
export const usualKeys: KeySettings = { hasLetters: true, letters: {} };

/** One press, and where it was made. */
export interface Press {
  readonly key: string;
  readonly isShift: boolean;
  readonly isControl: boolean;
  /** Alt, or the key of the system: such a press belongs to the browser. */
  readonly isOther: boolean;
  /** In a field, where letters are text. */
  readonly isTyping: boolean;
  /** On a link or button, which Enter and the space bar already do. */
  readonly isOnControl: boolean;
}

/** What a press means: the key that it completes, and what it may be the first half of. */
export interface Meaning {
  readonly key?: Key;
  readonly waiting: string;
}

/** "a", "Shift+l", "Control+Enter", "ArrowDown": letters in lower case, whatever the lock of capitals. */
export function tokenOf({ key, isShift, isControl }: Pick<Press, "key" | "isShift" | "isControl">): string {
  const isLetter = /^\p{L}$/u.test(key);
  return `${isControl ? "Control+" : ""}${isShift && isLetter ? "Shift+" : ""}${isLetter ? key.toLowerCase() : key}`;
}

/** What a press means, when `waiting` was pressed before it ("" for nothing). Of two keys with one press the later one in the list. */
export function meaningOf(press: Press, waiting: string, keys: readonly Key[], settings: KeySettings): Meaning {
  const token = tokenOf(press);
  if (press.isOther || !mayMean(token, press, settings)) return { waiting: "" };
  const tokens = waiting === "" ? [token] : [`${waiting} ${token}`, token];
  for (const written of tokens) {
    const key = keys.findLast((one) => pressesOf(one, settings).includes(written));
    if (key) return { key, waiting: "" };
  }
  const isFirst = keys.some((one) => pressesOf(one, settings).some((written) => written.startsWith(`${token} `)));
  return { waiting: isFirst ? token : "" };
}

function mayMean(token: string, { isTyping, isControl, isOnControl }: Press, { hasLetters }: KeySettings): boolean {
  if (token === "Control+Enter" || token === "Escape") return true;
  if (isTyping || isControl) return false;
  if (isOnControl && (token === "Enter" || token === " ")) return false;
  return hasLetters || !isOneCharacter(token);
}

/** A press of a character, with Shift or without: what speech and a hand that trembles set off by mistake. */
function isOneCharacter(token: string): boolean {
  return /^(Shift\+)?.$/u.test(token);
}

/** The presses of a key, with the letter that this officer chose for it. */
function pressesOf({ name, presses }: Pick<Key, "name" | "presses">, { letters }: KeySettings): readonly string[] {
  const own = letters[name];
  return own === undefined ? presses : presses.map((one) => (/^.$/u.test(one) ? own : one));
}

/** The cap of a key, with the letter that this officer chose for it. */
export function capOf(key: Pick<Key, "name" | "presses" | "cap">, settings: KeySettings): string {
  const own = settings.letters[key.name];
  return own === undefined ? key.cap : own.toUpperCase();
}
