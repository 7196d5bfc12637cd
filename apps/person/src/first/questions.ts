/**
 * The twelve questions as data, each with its answers: the same for herself and for somebody she worries about; their words stand in `words.ts`.
 * An answer is called by its question and itself: `often.weeks`.
 */
export const questions = [
  ["danger", ["yes", "no"]],
  ["who", ["was-with", "known", "not-known", "nobody-knows", "several"]],
  ["since", ["days", "weeks", "months", "years"]],
  ["reach", ["messages", "silent", "posts", "accounts", "gifts", "payments", "others", "turning-up", "following", "outside"]],
  ["often", ["once", "few", "weeks", "days", "comes-and-goes"]],
  ["told", ["told", "for-me", "never-answered", "not-dared", "some-wanted"]],
  ["after", ["stopped", "went-on", "another-way", "worse", "began-again"]],
  ["know", ["where", "said", "met", "phone"]],
  ["strange", ["log-ins", "changed", "devices", "tracker", "in-hands"]],
  ["damage", ["damaged", "moved", "taken", "got-into"]],
  ["threat", ["you", "close", "animal", "themselves", "pictures"]],
  ["effect", ["frightened", "hurt-once", "hurt-more", "sleep", "changed", "people", "moved", "none"]],
] as const;

type Question = (typeof questions)[number];

/** Which question. */
export type QuestionId = Question[0];

/** The answers of one question, as they are called in it. */
export type OptionOf<Q extends QuestionId> = Extract<Question, readonly [Q, unknown]>[1][number];

/** Which answer, by its question and itself. */
export type OptionId = { readonly [Q in QuestionId]: `${Q}.${OptionOf<Q>}` }[QuestionId];

/** Questions of which any number of answers can be chosen; of the others one. */
export const takesAny: ReadonlySet<QuestionId> = new Set(["reach", "know", "strange", "damage", "threat", "effect"]);

const everyOption: ReadonlySet<string> = new Set(questions.flatMap(([id, options]) => options.map((option) => `${id}.${option}`)));

/** Whether a text names an answer. */
export function isOptionId(text: string): text is OptionId {
  return everyOption.has(text);
}

/** About whom the questions are answered: herself, or somebody she worries about. */
export type About = "me" | "somebody";

/** How she knows what she says of somebody else. Three ways, never mixed. */
export const waysToKnow = ["seen", "told", "thought"] as const;

/** One of the ways to know. */
export type WayToKnow = (typeof waysToKnow)[number];

/** One answer that she chose. `known`: of somebody else, where she said how she knows. */
export interface Chosen {
  readonly option: OptionId;
  readonly known?: WayToKnow;
}

/** All that she answered, in the order of the questions. It is held in the page's memory and nowhere else. */
export interface SelfCheck {
  readonly about: About;
  readonly chosen: readonly Chosen[];
  /** Questions of which she said that she is not sure. */
  readonly unsure: readonly QuestionId[];
  /** Questions that she skipped, or left without choosing anything. */
  readonly open: readonly QuestionId[];
  /** What the last question has in her own words; empty: nothing. */
  readonly words: string;
}
