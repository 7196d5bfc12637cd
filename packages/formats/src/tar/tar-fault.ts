import { type TarSlip, type TarSlipKind, maxEntries } from "./read.ts";

/** Why a tar is not read as one of ours. */
export interface TarFault {
  /** "altered": not as our writer writes it, so that another tool could read it otherwise. "error": no tar at all. */
  readonly verdict: "altered" | "error";
  /** Where and why; no name out of the tar. */
  readonly why: string;
}

/** Says in words where and how a tar is otherwise. */
export function sayTarFault({ is, at }: TarSlip): TarFault {
  if (is === "none") return { verdict: "error", why: "it is no tar" };
  const why = isSlipKind(is)
    ? slips[is]
    : `it has ${otherKinds.find(([kinds]) => kinds.includes(is))?.[1] ?? "a header that is not written as ours are"}`;
  return { verdict: "altered", why: `${why}, at byte ${at}` };
}

const slips: Readonly<Record<Exclude<TarSlipKind, "none">, string>> = {
  header: "it ends in the middle of a header",
  order: "it has a name twice, or out of its order",
  case: "it has two names that one disk takes for one",
  many: `it holds more than ${maxEntries} files`,
  inside: "it ends inside a file",
  behind: "bytes that belong to no file stand behind one",
  end: "it has no end of two empty blocks",
  after: "bytes stand behind its end",
};

function isSlipKind(is: string): is is keyof typeof slips {
  return Object.hasOwn(slips, is);
}

/** Headers that ours never have, by the letters of their kinds. */
const otherKinds: readonly (readonly [string, string])[] = [
  ["x", "an extended header that ours never have"],
  ["g", "a header that would change the files after it"],
  ["LK", "a long name in GNU's way"],
  ["12", "a link"],
  ["346", "a device"],
  ["5D", "an entry for a folder"],
  ["S", "a file with holes"],
];
