import { before, behind, foldText, gap, inExpression, lettersApart } from "./folded-text.ts";
import type { Sought, SoughtForm } from "./sought.ts";

/** Addresses of mail, and names of accounts: in any case, with their signs said in words. */

const sign = "(?:dot|point|punkt|dash|hyphen|minus|plus|underscore|at|40|64)";
const between = `${gap}(?:${sign}${gap})?`;
/** Letters and digits of a local part that is looked for by itself. */
const fewestLocal = 4;

/** Each address of mail that stands in a detail. */
export function mailsIn(says: string): readonly string[] {
  return foldText(says).folded.match(/[^\s@;,|<>()[\]"]+@[^\s@;,|<>()[\]"]+\.[^\s@;,|<>()[\]"]*[\p{L}\p{N}]/gu) ?? [];
}

/** How an address of mail is looked for. */
export function soughtMail(folded: string): Sought {
  const [local = ""] = folded.split("@");
  return {
    whole: [joined(folded)],
    close: [...(partsOf(local).join("").length < fewestLocal ? [] : [joined(local)]), apart(folded)],
  };
}

/** How the name of an account, or anything else of one word, is looked for. */
export function soughtHandle(folded: string): Sought {
  return { whole: [joined(folded)], close: [apart(folded)] };
}

function partsOf(folded: string): readonly string[] {
  return folded.match(/\p{L}+|\p{N}+/gu) ?? [];
}

function joined(folded: string): SoughtForm {
  const parts = partsOf(folded);
  return { form: `${before}${parts.map(inExpression).join(between)}${behind}`, needs: parts.slice(0, 1) };
}

/** Its letters, with signs between them; where they are many, inside a longer word too. */
function apart(folded: string): SoughtForm {
  const letters = partsOf(folded).join("");
  const form = lettersApart(letters);
  return { form: letters.length > 6 ? form : `${before}${form}${behind}`, needs: [letters] };
}
