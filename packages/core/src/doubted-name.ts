import { normalName } from "./identity.ts";

/** English: what is written in the place of a name by somebody who does not know it. */
const doubts =
  /[?¿]|\b(?:maybe|perhaps|possibly|probably|might|think|thought|guess|unsure|not sure|unknown|not known|know|somebody|someone|no one|nobody|could be|looks? like|looked like)\b/;

/**
 * Whether a name that was typed says that it is not sure: "Neil?", "I do not know, maybe Hal". Such a cell is never offered as a name of which she is
 * sure: that would turn her own doubt round.
 */
export function isDoubtedName(name: string): boolean {
  return doubts.test(normalName(name));
}
