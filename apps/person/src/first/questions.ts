/**
 * The twelve questions as data: the same for herself and for somebody she worries about; their words stand in `words.ts`. An answer is called by
 * its question and itself: `often.weeks`.
 */
export const questions = [
  { id: "danger", takes: "one", options: ["yes", "no"] },
  { id: "who", takes: "one", options: ["was-with", "known", "not-known", "nobody-knows", "several"] },
  { id: "since", takes: "one", options: ["days", "weeks", "months", "years"] },
  {
    id: "reach",
    takes: "any",
    options: ["messages", "silent", "posts", "accounts", "gifts", "payments", "others", "turning-up", "following", "outside"],
  },
  { id: "often", takes: "one", options: ["once", "few", "weeks", "days", "comes-and-goes"] },
  { id: "told", takes: "one", options: ["told", "for-me", "never-answered", "not-dared", "some-wanted"] },
  { id: "then", takes: "one", options: ["stopped", "went-on", "another-way", "worse", "began-again"] },
  { id: "know", takes: "any", options: ["where", "said", "met", "phone"] },
  { id: "strange", takes: "any", options: ["log-ins", "changed", "devices", "tracker", "in-hands"] },
  { id: "damage", takes: "any", options: ["damaged", "moved", "taken", "got-into"] },
  { id: "threat", takes: "any", options: ["you", "close", "animal", "themselves", "pictures"] },
  { id: "effect", takes: "any", options: ["frightened", "hurt-once", "hurt-more", "sleep", "changed", "people", "moved", "none"] },
] as const;

type Question = (typeof questions)[number];

/** Which question. */
export type QuestionId = Question["id"];

/** The answers of one question, as they are called in it. */
export type OptionOf<Q extends QuestionId> = Extract<Question, { readonly id: Q }>["options"][number];

/** Which answer, by its question and itself. */
export type OptionId = { readonly [Q in QuestionId]: `${Q}.${OptionOf<Q>}` }[QuestionId];

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
