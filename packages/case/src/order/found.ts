/** What comes of comparing two conditions, and which of several answers stands for both. */

/** How two conditions stand to each other. */
export const foundKinds = ["fits", "to-read", "not-compared", "conflict"] as const;
/** One of them. */
export type Found = (typeof foundKinds)[number];

/** An answer with its reason. */
export interface Answered {
  readonly found: Found;
  readonly why: string;
}

/** The answer that stands for all: the gravest, with every reason for it. None: nothing in common. */
export function gravestOf(answers: readonly Answered[]): Answered | undefined {
  const gravest = foundKinds.findLast((found) => answers.some((one) => one.found === found));
  if (gravest === undefined) return undefined;
  const whys = answers.filter(({ found }) => found === gravest).map(({ why }) => why);
  return { found: gravest, why: [...new Set(whys)].join(" ") };
}
