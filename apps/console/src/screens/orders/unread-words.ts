import { sayList } from "@unmask/words";

/** Why a draft cannot be authorised yet: "criterion (b) is not read", "criteria (a), (b) and (c) are not read". */
export function sayUnread(letters: readonly string[]): string {
  const listed = sayList(letters.map((one) => `(${one})`));
  return letters.length === 1 ? `criterion ${listed} is not read` : `criteria ${listed} are not read`;
}
