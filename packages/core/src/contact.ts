import type { Answer, Said } from "./cover.ts";
import type { CivilDay } from "./instant.ts";
import { type CivilMinute, type Weekday, weekdays } from "./wall-clock.ts";

/**
 * How and when it is safe to reach her (docs/formats/cover.md, "The contact sheet"): asked with the cover and split off from it when it is
 * read, because report and pack may be given to the other side. What is absent was not asked.
 */
export interface Contact {
  /** When she filled it in. */
  readonly filledIn: CivilMinute;
  readonly reach?: Answer<Reach>;
  readonly hours?: Answer<readonly ContactHours[]>;
  /** The first words of whoever reaches her. */
  readonly firstWords?: Answer<Said>;
  readonly codeWords?: Answer<CodeWords>;
  /** What to say when somebody else answers. */
  readonly wrongVoice?: Answer<Said>;
  readonly never?: Answer<readonly string[]>;
  readonly why?: Answer<Said>;
  /** Who is asked when she cannot be reached. */
  readonly instead?: Answer<readonly OtherPerson[]>;
  /** Where she is, should she be in danger. */
  readonly emergency?: Answer<Said>;
  readonly speak?: Speaking;
  /** What she wants to hear. */
  readonly hear?: Answer<readonly WantedNews[]>;
  /** The last day of the sheet; "none": it has no end. */
  readonly until?: Answer<CivilDay>;
}

/** By which way she can be reached. */
export const reachWays = ["text", "call", "text or call", "e-mail", "other"] as const;

/** The way and its number or address. */
export interface Reach {
  readonly by: (typeof reachWays)[number];
  readonly at: string;
}

/** What hours are; hours that nobody asked about are neither. */
export const hourAnswers = ["safe", "never"] as const;

/** Hours on days of the week, in minutes from midnight. `until` at or before `from` lies on the next day. */
export interface ContactHours {
  readonly is: (typeof hourAnswers)[number];
  readonly weekdays: readonly Weekday[];
  /** 0–1439, included. */
  readonly from: number;
  /** 0–1440, excluded. */
  readonly until: number;
}

/** What she answers: that it is safe, or that it is not. */
export interface CodeWords {
  readonly safe: string;
  readonly stop?: string;
}

/** Somebody else, how and when they are reached, what they know and are not to be told. */
export interface OtherPerson extends Partial<Said> {
  readonly who: string;
  readonly at?: string;
  readonly when?: string;
}

/** How she is spoken with. */
export interface Speaking {
  readonly language?: Answer<Said>;
  readonly interpreter?: Answer<Said>;
  readonly hearing?: Answer<Said>;
  /** Which officer she would rather speak with. */
  readonly officer?: Answer<Said>;
}

/** News that she wants, and when. */
export interface WantedNews {
  readonly what: string;
  readonly when?: string;
}

/** A stretch of one day, in minutes from midnight: `from` included, `until` excluded. */
export interface Stretch {
  readonly is: ContactHours["is"];
  readonly from: number;
  readonly until: number;
}

const minutesADay = 1_440;

/**
 * The hours day by day from Monday, in order, those that touch joined. Undefined when some minute is safe and never at once: then nobody can
 * say which she meant.
 */
export function hoursByDay(hours: readonly ContactHours[]): readonly (readonly Stretch[])[] | undefined {
  const stretchesByDay = weekdays.map((): Stretch[] => []);
  for (const { is, weekdays: on, from, until } of hours) {
    for (const weekday of on) {
      const day = weekdays.indexOf(weekday);
      const isOneDay = until > from;
      stretchesByDay[day]?.push({ is, from, until: isOneDay ? until : minutesADay });
      if (!isOneDay && until > 0) stretchesByDay[(day + 1) % weekdays.length]?.push({ is, from: 0, until });
    }
  }
  const joined = stretchesByDay.map(joinedInOrder);
  return joined.every((day) => day.every(({ from }, i) => from >= (day[i - 1]?.until ?? 0))) ? joined : undefined;
}

function joinedInOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from || a.until - b.until)) {
    const last = joined.at(-1);
    if (last?.is === next.is && next.from <= last.until) joined[joined.length - 1] = { ...last, until: Math.max(last.until, next.until) };
    else joined.push(next);
  }
  return joined;
}
