import type { Act } from "./act.ts";

/** English: by the words of an account of coming in it is told apart whether it was a break-in. Found, never weighed; every expression is linear. */

/** Force, a lock or a window, and that nobody had given leave. */
const forced =
  /\b(?:br(?:oke|eaks?|eaking|oken)|forc(?:e|es|ed|ing)|kick(?:s|ed|ing)|smash\w{0,3}|jemm\w{0,4}|crowbar|levered|prised|burst|drilled|picked|splinter\w{0,3}|burgl\w{0,5}|intru\w{0,5}|ransack\w{0,3}|climb(?:s|ed|ing)?|(?:through|by) (?:the|a|my|our) (?:\w{2,12} )?(?:window|roof|skylight|cat flap)|without (?:asking|leave|permission|being asked|my|our|a key)|uninvited|(?:not|never|n't) (?:let|ask|invite|give|allow|want)\w{0,4} (?:him|her|them|anyone|anybody)|(?:not|never) (?:allowed|invited|agreed|asked)|while (?:I|we) (?:slept|was|were)|copied (?:my|the|a) key|(?:lock|chain|door|window) (?:was|had been|were|is) (?:broken|forced|drilled|cut|snapped|off|open|out))\b/i;
/** Leave to come in, or no coming in at all: "let himself in … as we had agreed", "I let him in", a dream. */
const byLeave =
  /(?<!\b(?:not|never) |n't )\b(?:let (?:him|her|them) in|(?:as|like) (?:we|was) (?:had )?(?:agreed|arranged|said)|(?:we|i) had (?:agreed|arranged)|i (?:had )?(?:asked|invited|told) (?:him|her|them) (?:in|to|over|round)|i gave (?:him|her|them) (?:the|a|my) key|i opened (?:the door )?(?:to|for) (?:him|her|them)|with (?:the|a|my|our) (?:plumber|builder|electrician|landlord|agent|engineer|locksmith)|dream(?:ed|t|s)?|nightmare)\b/i;

/** A text longer than this is read to here. */
const longestText = 20_000;

/** Whether an act of coming in is a break-in by its words: they tell of force or of no leave, and of no leave that was given and no dream. */
export function isBreakIn({ kind, text }: Pick<Act, "kind"> & Partial<Pick<Act, "text">>): boolean {
  if (kind !== "entry") return false;
  const words = (text ?? "").slice(0, longestText).replace(/[’‘ʼ]/g, "'").replace(/\s+/g, " ");
  return forced.test(words) && !byLeave.test(words);
}
