import type { Statement } from "@unmask/core";

/** The two people as the papers name them, which others read. */
export interface NamesInPrint {
  readonly me: string;
  readonly them: string;
}

/** "HR" of "Hannah Reyes": what exhibits are numbered with. "EX" where a name has no letter, or where there is none. */
export function initialsOf(label: string): string {
  const letters = label === "you" ? [] : (label.normalize("NFC").match(/(?<!\p{L}['’]?)\p{L}/gu) ?? []);
  return letters.length === 0 ? "EX" : letters.slice(0, mostInitials).join("").toUpperCase();
}

/** Initials that the margin has room for. */
const mostInitials = 3;

/** The two names; where she gave none, what is known: paper says "you" and "them" of nobody. */
export function namesInPrint({ me, them }: Pick<Statement, "me" | "them">): NamesInPrint {
  return {
    me: me.label === "you" || me.label === "" ? "the person who hands this in" : me.label,
    them: them.label === "them" || them.label === "" ? "the other person" : them.label,
  };
}
