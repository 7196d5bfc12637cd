import type { Chosen, OptionId, QuestionId, SelfCheck } from "./questions.ts";

/** The four words that the police go by (College of Policing), in their order. */
export const fourWords = ["fixated", "obsessive", "unwanted", "repeated"] as const;

/** One of the four. */
export type FourWord = (typeof fourWords)[number];

/** What she could do next, in this order, whatever she answered. */
export const nextSteps = ["talk", "write", "police", "accounts"] as const;

/** One thing to do next. */
export type NextStep = (typeof nextSteps)[number];

/** What is shown for what she answered. Nothing in it is counted or weighed. */
export interface Shown {
  /** The paragraph about danger stands before everything else. */
  readonly isDangerFirst: boolean;
  readonly head: "all" | "some" | "cannot tell";
  /** What she said that fits each word; with nothing: “You didn’t say anything about this”, never “no”. */
  readonly said: Readonly<Record<FourWord, readonly Chosen[]>>;
  /** What she wrote herself, which stands with what is unwanted; empty: nothing. */
  readonly words: string;
  readonly isOnceOnly: boolean;
  readonly didThreatenThemselves: boolean;
  /** What could change it: these by name. */
  readonly unsure: readonly QuestionId[];
  readonly open: readonly QuestionId[];
}

/** Which answers fit each word, by how they are called. What came once does not go on, and what stopped does not either. */
const fitting: Readonly<Record<FourWord, RegExp>> = {
  fixated: /^(?:since|reach|know)\./,
  obsessive: /^(?:after\.(?!stopped)|often\.(?!once)|reach\.accounts)/,
  unwanted: /^(?:told\.|effect\.(?!none))/,
  repeated: /^(?:often\.(?!once)|reach\.)/,
};

/** Which answers are a reason to speak of danger by themselves: a threat of any kind, but for pictures alone. */
const isDanger = /^(?:danger\.yes|damage\.got-into|effect\.hurt|threat\.(?!pictures))/;

/** Whether an answer can fit a word; two ways to reach her are repeated together, and neither of them alone. */
export function canFit(word: FourWord, option: OptionId): boolean {
  return fitting[word].test(option);
}

/** From what she answered to what is shown. */
export function four({ chosen, unsure, open, words }: SelfCheck): Shown {
  const has = (one: OptionId): boolean => chosen.some(({ option }) => option === one);
  const fits = (word: FourWord): readonly Chosen[] => chosen.filter(({ option }) => canFit(word, option));
  const isWay = ({ option }: Chosen): boolean => option.startsWith("reach.");
  const isOneWay = chosen.filter(isWay).length < 2;
  const said = {
    fixated: fits("fixated"),
    obsessive: fits("obsessive"),
    unwanted: fits("unwanted"),
    repeated: fits("repeated").filter((one) => !(isOneWay && isWay(one))),
  };
  const written = words.trim();
  const count = fourWords.filter((word) => said[word].length > 0 || (word === "unwanted" && written !== "")).length;
  return {
    isDangerFirst: chosen.some(({ option }) => isDanger.test(option)) || (has("reach.outside") && has("after.worse")),
    head: count === fourWords.length ? "all" : count > 1 ? "some" : "cannot tell",
    said,
    words: written,
    isOnceOnly: has("often.once") && said.repeated.length === 0,
    didThreatenThemselves: has("threat.themselves"),
    unsure,
    open,
  };
}

/**
 * The names of all that is shown, by which a document marks its parts: "danger", "head all", "fixated" or "not fixated", "fixated since" (something
 * of this question), "fixated since.days", "unwanted words", "unsure", "unsure since".
 */
export function namesShown(shown: Shown): ReadonlySet<string> {
  const names = new Set([`head ${shown.head}`]);
  if (shown.isDangerFirst) names.add("danger");
  if (shown.isOnceOnly) names.add("once");
  if (shown.didThreatenThemselves) names.add("themselves");
  if (shown.words !== "") names.add("unwanted words").add("unwanted effect").add("unwanted");
  for (const word of fourWords) {
    for (const { option } of shown.said[word])
      names
        .add(`${word} ${option}`)
        .add(`${word} ${option.replace(/\..*/, "")}`)
        .add(word);
    if (!names.has(word)) names.add(`not ${word}`);
  }
  for (const list of ["unsure", "open"] as const) for (const id of shown[list]) names.add(`${list} ${id}`).add(list);
  if (shown.unsure.length + shown.open.length === 0) names.add("whole");
  return names;
}
