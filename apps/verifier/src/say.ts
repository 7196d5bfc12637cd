import { type CheckedItem, type Verdict, instantToIso, isColumnList, verdicts } from "@unmask/core";
import { type CheckedExhibit, type ToldPack } from "@unmask/corridor";
import { layout } from "@unmask/pack";
import { sayCount, sayFirst, sayList, sayNumber } from "@unmask/words";
import type { Outcome } from "./check.ts";

/** A sentence in which names out of the pack stand apart, so that none can turn the words around it. */
export type Sentence = readonly (string | { readonly name: string })[];

/** Everything that is said of an outcome besides the items themselves. */
export interface Said {
  /** The verdict, with its own limit in it. */
  readonly headline: Sentence;
  readonly shows: readonly string[];
  readonly doesNotShow: readonly string[];
  readonly whatNow: readonly string[];
}

type Checked = Extract<Outcome, { readonly kind: "checked" }>;

/** Says what an outcome shows, and as plainly what it does not. */
export function sayOutcome(outcome: Outcome): Said {
  if (outcome.kind === "unopened") return sayUnopened(outcome.item);
  if (outcome.check.bag) return sayOtherBag(outcome.check.bag.isSound);
  switch (outcome.check.overall) {
    case "verified":
      return sayVerified(outcome);
    case "not-known":
      return sayNotKnown(outcome);
    case "not-verified":
      return sayNotVerified(outcome);
  }
}

const aboutActs = [
  "Who held a phone or wrote a message.",
  "That a chat is complete, or was not edited before it was sealed. A plain text can be edited by anybody.",
];
const aboutHolder = "Who holds the signer's key. Only the way it reached you does.";

function sayUnopened({ why }: CheckedItem): Said {
  return {
    headline: [sayFirst(why)],
    shows: ["Nothing in it was checked."],
    doesNotShow: ["Whether a pack that it was made from, or that it came with, is as it was sealed."],
    whatNow: ["Keep this copy as it is.", "Choose the sealed file or the folder as it first came to you."],
  };
}

function sayOtherBag(isSound: boolean): Said {
  return {
    headline: [
      isSound
        ? "This is no pack. It is a sound BagIt bag of another program, and nobody's signature stands behind its lists."
        : "This is no pack. It is a BagIt bag of another program, and it is not sound.",
    ],
    shows: [isSound ? "Each file is as the lists of the bag say." : "Not every file is as the lists of the bag say."],
    doesNotShow: ["Who made the bag or its lists.", "When it was made.", "That it was not made again after a change."],
    whatNow: ["Choose the sealed file as it first came to you."],
  };
}

function sayVerified({ check: { time } }: Checked): Said {
  const asSealed = "Every item in this pack is as it was sealed, by the signer whose key you brought. ";
  return {
    headline: time
      ? [`${asSealed}It existed at ${instantToIso(time.time)}, says `, { name: time.authority }, ". When the acts happened is not shown."]
      : [`${asSealed}When it was sealed is not shown.`],
    shows: [
      "No byte was changed, added or taken out since it was sealed.",
      "It was sealed with the key whose public half you brought.",
      ...(time ? ["An authority whose certificate you brought says that it existed at that time."] : []),
    ],
    doesNotShow: [aboutHolder, time ? "When the acts happened." : "When it was sealed, or when the acts happened.", ...aboutActs],
    whatNow: [],
  };
}

function sayNotKnown({ check: { signer, items, time } }: Checked): Said {
  const isStranger = signer?.known !== true;
  const isUntrusted = items.some(({ verdict }) => verdict === "untrusted-time");
  const notShown = [...(isStranger ? ["who sealed it"] : []), ...(time === undefined ? ["when it was sealed"] : [])];
  return {
    headline: [`Nothing is altered. ${sayFirst(sayList(notShown))} ${notShown.length > 1 ? "are" : "is"} not shown.`],
    shows: [
      "No byte was changed, added or taken out since it was sealed with the key that stands in it.",
      isStranger
        ? "Anybody can make such a key. Yours was not brought, so whose it is was not asked."
        : "It was sealed with the key whose public half you brought.",
    ],
    doesNotShow: [
      isStranger ? "Who sealed it. Whoever changed a pack could seal it again with a key of their own." : aboutHolder,
      time ? "When the acts happened." : "When it was sealed, or when the acts happened.",
      ...aboutActs,
    ],
    whatNow: [
      ...(isStranger ? ["Ask for the signer's key by another way than the pack, and check again with it."] : []),
      ...(isUntrusted ? ["Bring the certificates of the time-stamp authority, if you trust it, and check again."] : []),
    ],
  };
}

/** What happened to an item, in the words of the headline: of one, and of several. */
const happened: Readonly<Record<Exclude<Verdict, "valid" | "no-time" | "unknown-signer" | "untrusted-time">, readonly [string, string]>> = {
  altered: ["was changed after it was sealed", "were changed after they were sealed"],
  missing: ["is missing", "are missing"],
  unlisted: ["was added and stands in no list", "were added and stand in no list"],
  unsupported: ["is of a kind that this page does not know", "are of a kind that this page does not know"],
  error: ["cannot be relied on", "cannot be relied on"],
};

function isBad(verdict: Verdict): verdict is keyof typeof happened {
  return Object.hasOwn(happened, verdict);
}

function sayNotVerified({ check: { items, signer }, isSignerNamed, told }: Checked): Said {
  const bad = items.filter(({ verdict }) => isBad(verdict));
  const isOtherSigner = isSignerNamed && signer?.known === false;
  return {
    headline: isOtherSigner
      ? ["This pack is not signed by the key you brought. Who signed it is not shown."]
      : headlineOf(bad, { total: items.length, told }),
    shows: isOtherSigner
      ? ["It was signed with another key than the one you brought."]
      : [
          "After sealing, somebody or something changed this pack, or it cannot be judged. A fault in copying can do that too.",
          "Every other item keeps the verdict that stands beside it.",
        ],
    doesNotShow: [
      "Who changed it, when, or why.",
      "What stood there before: a hash cannot tell what was changed.",
      "Anything about the acts themselves. It is no sign that they were invented.",
    ],
    whatNow: [
      "Keep this copy as it is. Do not mend or rename it.",
      "Check the sealed file as it first came to you. If that is valid, this copy was changed after opening.",
      "If not, ask for the pack again, by a way that is safe for the person who made it.",
    ],
  };
}

interface Among {
  readonly total: number;
  readonly told: ToldPack | undefined;
}

function headlineOf(bad: readonly CheckedItem[], { total, told }: Among): Sentence {
  const [first] = bad;
  if (first === undefined || !isBad(first.verdict)) return ["This pack could not be verified. Do not rely on it."];
  const [ofOne, ofSeveral] = happened[first.verdict];
  const isOneKind = bad.every(({ verdict }) => verdict === first.verdict);
  if (bad.length > 1)
    return [
      `${sayNumber(bad.length)} of ${sayNumber(total)} items ${isOneKind ? ofSeveral : "are not as they were sealed, or cannot be judged"}. Do not rely on this pack until each is explained.`,
    ];
  const exhibit = told?.exhibits.find((one) => one.file?.path === first.path && !isColumnList(one))?.number;
  return [
    `One item ${ofOne}: ${exhibit === undefined ? "" : `exhibit ${exhibit}, `}`,
    { name: first.path },
    `. Every other item keeps the verdict beside it.`,
  ];
}

/** "14 valid", "1 no-time": the CLI's words, the bad first. */
export function countVerdicts(items: readonly CheckedItem[]): readonly { readonly verdict: Verdict; readonly count: number }[] {
  return [...verdicts]
    .map((verdict) => ({ verdict, count: items.filter((item) => item.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => gravity(a.verdict) - gravity(b.verdict));
}

/** Which verdict stands first: what is bad, then what is not known, then what is valid. */
export function gravity(verdict: Verdict): number {
  return isBad(verdict) ? 0 : verdict === "valid" ? 2 : 1;
}

/** The verdict's reason as a sentence; a pack without a time-stamp is no fault, and that is said. */
export function sayWhy({ verdict, why }: CheckedItem): string {
  return `${sayFirst(why)}.${verdict === "no-time" ? " This is no error." : ""}`;
}

const nameByPath: Readonly<Record<string, string>> = {
  [layout.tagManifest]: "List of all lists, signed",
  "manifest-sha256.txt": "List of the files",
  "manifest-sha512.txt": "List of the files, a second hash",
  "bagit.txt": "Mark of a BagIt bag",
  "bag-info.txt": "What the pack says of itself",
  [layout.acts]: "The acts",
  [layout.case]: "The acts, for other programs",
  [layout.report]: "The report, for programs",
  [layout.print]: "The report, as printed",
  [layout.chronology]: "The acts by day, as printed",
  [layout.statement]: "What the person who made it said beside the files",
  [layout.guide]: "How to check with other tools",
  [layout.leaves]: "Log of the acts",
  [layout.checkpoint]: "Seal of the log",
  [layout.proof]: "Proof that the lists stand in the log",
  [layout.earlierProof]: "Proof that the log goes on from the earlier pack's",
  [layout.logKey]: "Key of the log",
  [layout.signature]: "Signature",
  [layout.signer]: "The signer's key, as the pack has it",
  [layout.timeQuery]: "Question to the time-stamp authority",
  [layout.timeReply]: "Time-stamp",
  [layout.timeChain]: "Certificates of the authority, as the pack has them",
  [layout.sealList]: "List of the seals",
  [layout.lastSignature]: "Last signature, over all seals",
  "data/": "The size of the whole",
};

/** What an item is, in plain words; undefined where only its path says it. */
export function sayItem(path: string): string | undefined {
  return Object.hasOwn(nameByPath, path) ? nameByPath[path] : undefined;
}

/** Which acts hang on an exhibit. */
export function sayActs({ acts, numbers }: CheckedExhibit): string {
  if (acts === 0) return "no act stands in it";
  if (acts > numbers.length) return `${sayCount(acts, "act")} stand in it, the first is act ${sayNumber(numbers[0] ?? 0)}`;
  return acts === 1
    ? `act ${sayNumber(numbers[0] ?? 0)} stands in it`
    : `acts ${sayList(numbers.map((one) => sayNumber(one)))} stand in it`;
}
