/** A way that she goes for the first time: what is fetched for it, as it crosses the network, and how much that may be. Bytes. */
export interface Way {
  readonly says: string;
  readonly most: number;
  readonly weight: number;
}

/** Whoever opens the page has the first question before them after this much, on a slow network. */
const firstQuestionAtMost = 60_000;
/**
 * All that she can come to in one language, but for what is fetched when it is asked for and never before. 450,000 is what was promised for all of it;
 * with the vault and its screens it is more, and this is the most that it may be until room is found.
 */
const allAtMost = 500_000;

/** Fetched when it is asked for: the typesetter with its layouts and fonts, what reads the notes in a picture, what says how long a passphrase holds. */
const isAskedFor = (name: string): boolean => /typst|\.ttf$|report-fonts|exif|passphrase-meter/.test(name);

/**
 * Weighs a built app: `sizes` are those of its pressed files by their names in the build, `firstPage` is the text of its first page, which names what it
 * needs to begin. Throws where a way is heavier than was promised, with what is heaviest on it.
 */
export function weighApp(sizes: ReadonlyMap<string, number>, firstPage: string): readonly Way[] {
  const names = [...sizes.keys()];
  return [
    weigh("the first question", firstQuestionAtMost, {
      sizes,
      names: names.filter((name) => name === "index.html" || firstPage.includes(`"/${name}"`)),
    }),
    weigh("all that is not asked for by itself", allAtMost, {
      sizes,
      names: names.filter((name) => !isAskedFor(name) && !name.startsWith("cy/")),
    }),
  ];
}

function weigh(
  says: string,
  most: number,
  { sizes, names }: { readonly sizes: ReadonlyMap<string, number>; readonly names: readonly string[] },
): Way {
  const sizeOf = (name: string): number => sizes.get(name) ?? 0;
  const weight = names.reduce((sum, name) => sum + sizeOf(name), 0);
  if (names.length < 3) throw new Error(`${says}: hardly a file was found of it, so that nothing was weighed`);
  if (weight <= most) return { says, most, weight };
  const heaviest = names.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 5);
  throw new Error(
    `${says} takes ${weight} bytes, more than ${most}; of them ${heaviest.map((name) => `${name} ${sizeOf(name)}`).join(", ")}`,
  );
}
