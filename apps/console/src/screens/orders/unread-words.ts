import { sayList } from "@unmask/words";

/** Words of a draft that waits for its second person. */

/** Who wrote a draft, and the steps of its way. */
interface DraftHands {
  readonly wrote: readonly string[];
  readonly course: readonly { readonly stage: string; readonly by: string }[];
}

/** Who wrote it, and who sent it to be authorised: "Rhys Coe and Carys Lloyd wrote it; Dilys Parry sent it." */
export function sayWhoseDraft({ wrote, course }: DraftHands, nameOf: (id: string) => string): string {
  const sender = course.findLast(({ stage }) => stage === "to-second")?.by;
  const names = sayList(wrote.map(nameOf));
  if (sender === undefined) return `${names} wrote it.`;
  return wrote.length === 1 && wrote[0] === sender ? `${names} wrote it and sent it.` : `${names} wrote it; ${nameOf(sender)} sent it.`;
}

/** Why a draft cannot be authorised yet: "criterion (b) is not read", "criteria (a), (b) and (c) are not read". */
export function sayUnread(letters: readonly string[]): string {
  const listed = sayList(letters.map((one) => `(${one})`));
  return letters.length === 1 ? `criterion ${listed} is not read` : `criteria ${listed} are not read`;
}
