import { type Identity, type NameRedactor, type Persona, type Statement, type TimelineAct, createNameRedactor, isOf } from "@unmask/core";
import type { FoundNames, Imported, LeftOutNames } from "@unmask/importers";
import { namesOf, namesOfSubjects, shortestName, spelled } from "./names-left-over.ts";

/**
 * How those who are left out are found in what goes, outside of the words of acts (docs/formats/pack.md, "Left out"): beside them, in the frame of a
 * file, in the names of threads, files and folders. Undefined where nobody is left out.
 */
export function leftOutNamesOf({ timeline }: Imported, people: readonly Persona[], statement: Statement): LeftOutNames | undefined {
  if (people.length === 0) return undefined;
  const { perhaps: _, ...certain } = statement;
  const subjects = namesOfSubjects(timeline.acts, certain);
  const names = [...new Set([...namesOf(timeline.acts, people), ...people.flatMap(({ normals }) => [...normals])])];
  const stated = namesOfSubjects([], certain);
  const own = names.filter((name) => !stated.some((subject) => createNameRedactor([[name]]).holds(subject)));
  const isTheirs = (one: Identity): boolean => people.some((person) => isOf(person, one));
  const wroteIn = new Set(timeline.acts.flatMap(({ from, to }) => (isTheirs(from) ? to.flatMap(threadOf) : [])));
  const titles = titlesOfGroups(timeline.acts, isTheirs);
  const known = new Set(timeline.acts.flatMap(({ to }) => to.flatMap(threadOf)).map(folderOf));
  const wroteInFolder = new Set([...wroteIn].map(folderOf));
  const others = new Set([...subjects, ...timeline.acts.flatMap(({ from }) => (isTheirs(from) ? [] : spelled(from)))]);
  const parts = partsOf(own).filter((part) => {
    const { holds } = createNameRedactor([[part]]);
    return ![...others].some(holds);
  });
  const frame = namesWithout(names, subjects);
  const title = namesWithout([...names, ...parts], subjects);
  const compact = own.flatMap((name) => [name, withoutMarked(name)]);
  const long = createNameRedactor([compact.filter((name) => lettersIn(name) >= fewestInFolder)]);
  const short = createNameRedactor([compact]);
  const inOwn = createNameRedactor([[...compact, ...parts, ...parts.map(withoutMarked)]]);
  const wordsOfOthers = partsOf([...others]).toSorted((a, b) => b.length - a.length);
  const without = wordsOfOthers.length === 0 ? /(?!)/g : new RegExp(wordsOfOthers.join("|"), "giu");
  const inside = (name: string, { holds, holdsInLongerWord }: NameRedactor): boolean => holds(name) || holdsInLongerWord(name);
  const coverFolder = (folder: string, above: string): string => {
    const [, name = "", number = ""] = threadFolder.exec(folder) ?? [];
    const isThread = name !== "" && (threadLists.has(above.toLowerCase()) || known.has(folder));
    const isNaming = inside(name, long) || inside(name.replace(without, " "), short) || (wroteInFolder.has(folder) && inside(name, inOwn));
    return isThread && isNaming ? `${name.replace(/[\p{L}\p{M}\p{N}]/gu, "x")}${number}` : coverTitle(folder, frame);
  };
  /** Apps name a file or an archive by its thread: what stands over the title stands there too. */
  const coverTitle = (part: string, otherwise: FoundNames | undefined): string => {
    const letters = lettersOfName(part);
    const found = titles.some((one) => letters.includes(one)) ? title : otherwise;
    return found === undefined ? part : crossOut(part, found);
  };
  const cover = (path: string, isFolder: boolean): string =>
    path
      .split("/")
      .map((one, i, all) => (i === all.length - 1 && !isFolder ? coverTitle(one, undefined) : coverFolder(one, all[i - 1] ?? "")))
      .join("/");
  return {
    beside: outsideOf(createNameRedactor([own]), longerNames(own, subjects)),
    frame,
    titleOf: (thread) => (thread !== undefined && (wroteIn.has(thread) || titles.includes(lettersOfName(thread))) ? title : frame),
    isAccount: (normal) => people.some(({ normals }) => normals.has(normal)),
    cover,
    namingFolder(path) {
      const covered = cover(path, false).split("/");
      const parts = path.split("/");
      const last = parts.slice(0, -1).findLastIndex((one, i) => one !== covered[i]);
      return last === -1 ? undefined : parts.slice(0, last + 1).join("/");
    },
  };
}

/** Folders of Meta's downloads in which each thread has one, whose name is made of the names of who takes part, without blanks, and a number. */
const threadLists: ReadonlySet<string> = new Set([
  "inbox", "archived_threads", "message_requests", "filtered_threads", "e2ee_cutover", "legacy_threads",
]); // prettier-ignore
const threadFolder = /^(.+)(_[A-Za-z\d-]+)$/su;

/** Letters of a name that are looked for inside the name of a thread's folder, where all names are one word; a shorter one only between those of others: "ann" stands in "hannahpike". */
const fewestInFolder = 5;

function threadOf(one: Identity): readonly string[] {
  return one.kind === "group" ? [one.normal] : [];
}

/** Titles of the groups in which they wrote, and of chats that may be one, by their letters and digits. */
function titlesOfGroups(acts: readonly TimelineAct[], isTheirs: (one: Identity) => boolean): readonly string[] {
  const titles = new Set(
    acts.flatMap(({ from, to, thread }) => {
      if (!isTheirs(from)) return [];
      const groups = to.flatMap(({ kind, wrote }) => (kind === "group" ? [wrote] : []));
      return (to.length === 0 && thread !== undefined ? [thread] : groups).map(lettersOfName);
    }),
  );
  return [...titles].filter((one) => one.length >= shortestName);
}

/** A name of a file can have other signs than the title that it is made of. */
function lettersOfName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The folder of a thread, where its identity is made of that. */
function folderOf(thread: string): string {
  return thread.slice(thread.indexOf(":") + 1);
}

/** Words of which names are made; accounts and addresses are no names. */
function partsOf(names: readonly string[]): readonly string[] {
  const words = names.filter((name) => !/[:@\d]/.test(name)).flatMap((name) => name.match(/[\p{L}\p{M}]+/gu) ?? []);
  return [...new Set(words)].filter((word) => word.length >= shortestName);
}

/** Meta leaves letters beyond ASCII out of the name of a folder. */
function withoutMarked(name: string): string {
  return name.normalize("NFC").replace(/[^\x00-\x7f]/g, "");
}

function lettersIn(name: string): number {
  return name.match(/\p{L}/gu)?.length ?? 0;
}

/** The names, but not inside a longer one that is somebody else's: "Bram" is not found in "Bram Oxley". */
function namesWithout(names: readonly string[], longer: readonly string[]): FoundNames {
  const both = createNameRedactor([names, longer]);
  return {
    holds: both.holds,
    signsOver(characters) {
      const signs = both.signsOver(characters).filter(({ number }) => number === 1);
      // Over blanks inside a name too: how many parts it has is told by nothing.
      return signs.flatMap((one, i) => {
        const next = signs[i + 1]?.at ?? one.at;
        const between = characters.slice(one.at + 1, next);
        const isBlank = between.length > 0 && between.every((character) => /^\s$/u.test(character));
        return [one, ...(isBlank ? between.map((_, k) => ({ ...one, at: one.at + 1 + k })) : [])];
      });
    },
  };
}

/** Names of somebody else in which one of the names stands, as a file shows them: "Sam, Zoë’s ex". */
function longerNames(names: readonly string[], others: readonly string[]): readonly string[] {
  const { holds } = createNameRedactor([names]);
  return others.filter(holds);
}

/** The same names, but where they stand inside a longer one. */
function outsideOf(names: NameRedactor, longer: readonly string[]): NameRedactor {
  if (longer.length === 0) return names;
  const without = createNameRedactor([longer]).redact;
  return {
    signsOver: (characters) => names.signsOver([...without(characters.join(""))]),
    redact: names.redact,
    holds: (text) => names.holds(without(text)),
    isName: (text) => names.isName(without(text)),
    holdsNear: (text) => names.holdsNear(without(text)),
    holdsInLongerWord: (text) => names.holdsInLongerWord(without(text)),
    holdsLike: (text) => names.holdsLike(without(text)),
  };
}

/** Files in which an act that goes shows such a name for somebody whom the report is about: there it stays. */
export function filesNamingInTheirs(
  { timeline }: Imported,
  people: readonly Persona[],
  { statement, going }: { readonly statement: Statement; readonly going: readonly TimelineAct[] },
): readonly string[] {
  if (people.length === 0) return [];
  const { perhaps: _, ...certain } = statement;
  const stated = new Set(namesOfSubjects([], certain));
  const shown = namesOfSubjects(timeline.acts, certain).filter((one) => !stated.has(one));
  const longer = new Set(longerNames(namesOf(timeline.acts, people), shown));
  if (longer.size === 0) return [];
  const isShown = (one: Identity): boolean => spelled(one).some((name) => longer.has(name));
  return [
    ...new Set(going.filter(({ from, to }) => [from, ...to].some(isShown)).map(({ source }) => source.within?.[0]?.name ?? source.name)),
  ];
}

function crossOut(text: string, names: FoundNames): string {
  const characters = [...text];
  for (const { at } of names.signsOver(characters)) characters[at] = "x";
  return characters.join("");
}
