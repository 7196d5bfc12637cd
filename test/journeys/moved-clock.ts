import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { msPerDay } from "@unmask/core";

/** A clock that a test moves: of programs that were started with its environment, and of windows whose page comes after the move. */
export interface MovedClock {
  /** What a program is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** The civil day in London, so many days on from the day that the clock shows. */
  day(on?: number): string;
  /** Lets days pass. A window shows it with its next page. */
  passDays(days: number, windows: readonly BrowserContext[]): Promise<void>;
}

/** How often a program reads its clock anew, and how long until each has. Milliseconds. */
const readEvery = 20;
const untilRead = 250;

/** The civil day where the orders are. */
const inLondon = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });

/** A clock in a folder of its own: what lies there is by how many milliseconds it is ahead. */
export function movedClock(folder: string): MovedClock {
  const file = join(folder, "clock");
  let ahead = 0;
  const put = (): void => {
    writeFileSync(`${file}.new`, String(ahead));
    renameSync(`${file}.new`, file);
  };
  put();
  // Loaded before the program: nothing in it knows.
  const before = `import { readFileSync } from "node:fs";
    const now = Date.now; let ahead = 0;
    const read = () => { ahead = Number(readFileSync(${JSON.stringify(file)}, "utf8")); };
    read(); Date.now = () => now() + ahead; setInterval(read, ${readEvery}).unref();`;
  return {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(before)}` },
    day: (on = 0) => inLondon.format(Date.now() + ahead + on * msPerDay),
    async passDays(days, windows) {
      ahead += days * msPerDay;
      put();
      for (const window of windows) await window.addInitScript(showAhead, ahead);
      await wait(untilRead);
    },
  };
}

/** Runs in a page before its own scripts; a later one counts from the same clock. */
function showAhead(ahead: number): void {
  const kept: unknown = Reflect.get(Date, "ownNow");
  const own = typeof kept === "function" ? kept : Date.now.bind(Date);
  Reflect.set(Date, "ownNow", own);
  Date.now = () => Number(own()) + ahead;
}
