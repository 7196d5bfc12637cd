/** Acts that an officer names in words, "14 September, act 12": whether each is one of the case. A decision that rests on nothing is none. */

/** What a case has that can be named. */
export interface NameableActs {
  /** Days with an act or a typed record, `2026-09-14`. */
  readonly days: ReadonlySet<string>;
  /** The highest number of an act in one of its packs; 0: none. */
  readonly mostActs: number;
  /** Numbers of logs and recorded crimes. */
  readonly records: readonly string[];
}

const monthsByLetters: readonly string[] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Letters of a month by which it is known. */
const lettersOfMonth = 3;

/** The first of these that names nothing of the case; undefined: each names something. */
export function firstNotInCase(named: readonly string[], acts: NameableActs): string | undefined {
  return named.find((one) => !isInCase(one.trim(), acts));
}

function isInCase(name: string, { days, mostActs, records }: NameableActs): boolean {
  if (records.some((one) => one.toLowerCase() === name.toLowerCase())) return true;
  const number = /^(?:act )?(\d{1,9})$/i.exec(name)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= mostActs;
  const ending = dayIn(name);
  return ending !== undefined && [...days].some((day) => day.endsWith(ending));
}

/** The end of a day as the case keeps it: `2026-09-14`, or `-09-14` where no year was said. */
function dayIn(name: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return name;
  const [, day = "", month = "", year = ""] = /^(?:[a-z]+,? )?(\d{1,2}) ([a-z]{3,9})(?: (\d{4}))?$/i.exec(name) ?? [];
  const place = monthsByLetters.indexOf(month.slice(0, lettersOfMonth).toLowerCase());
  return place < 0 ? undefined : `${year}-${String(place + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
