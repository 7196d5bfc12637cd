/** Where a text of somebody can be cut so that what stands still says what was said: after a sentence, never before a word that turns it. */

/** Full stops that end no sentence: a title, single letters ("a.m."). Dots in a row are a pause. */
const shortened = /^[(‘']?(?:mr|mrs|ms|dr|st|(?:\p{L}\.)*\p{L})\.$/iu;
/** Words with which what follows turns what came before. */
const turning = /^(?:but|or|otherwise|else|unless|if|until|till|except|only|yet|though|although|because|cos|not)\b/i;
/** Words that say when, where or how it was meant: without them the window was broken, with them the new fridge was carried in. */
const explaining = /^(?:when|whenever|where|wherever|while|who|whom|whose|which|as|so|since|before|after|to)\b/i;
/** Words with which a clause says the opposite, or hangs on the next. */
const open =
  /n['’]t\b|^(?:no|not|never|nor|neither|nobody|nothing|none|without|if|unless|when|dont|wont|cant|didnt|would|could|should|might)\b/i;

/** Whether a word is the last of a sentence. */
export function endsSentence(word: string): boolean {
  return /(?:[^.…]\.|[!?])[’'”")\]]*$/u.test(word) && !shortened.test(word);
}

/** Whether a word turns what stands before it. */
export function turnsWords(word: string): boolean {
  return turning.test(bareOf(word));
}

/** Whether a word leaves its clause open: it says the opposite, or hangs on what follows. */
export function leavesOpen(word: string): boolean {
  return open.test(bareOf(word));
}

/** Whether the rest of a sentence changes what its beginning says: it turns it, denies something, or says when, where or what for. */
export function changesBeginning(rest: readonly string[]): boolean {
  return rest.some((word) => turnsWords(word) || leavesOpen(word) || explaining.test(bareOf(word)));
}

function bareOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+/u, "");
}
