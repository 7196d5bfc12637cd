import { hoursInWords, isContactUnread } from "../fold/contact-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { nameKey } from "../person/name-key.ts";

/** How she learns that something is there: her own words, or none. A notice has no content, and never says who it is from. */
export type Notice =
  | {
      readonly goes: true;
      readonly channel: "call" | "text" | "email";
      readonly address: string;
      readonly says: string;
      readonly hours: string;
    }
  | { readonly goes: false; readonly why: string };

/**
 * The notice for an update. Without words that she chose, or a way that she said is safe, none goes: a guess could be read by somebody else. Nor
 * does one by a way that is older than words of hers that nobody has read for it, also where they came to another report that may be hers (`others`).
 */
export function noticeFor(
  { contact, contactSince, wroteSince }: Pick<ReportState, "contact" | "contactSince" | "wroteSince">,
  others: readonly Pick<ReportState, "wroteSince">[] = [],
): Notice {
  const elsewhere = others.flatMap((one) => one.wroteSince).filter(({ happened }) => happened > (contactSince?.happened ?? happened));
  if (isContactUnread({ contactSince, wroteSince }))
    return {
      goes: false,
      why: "The way to reach them came in an answer, with the seven words. Ask by the way named before whether it is theirs, and write what you learn. Until then this waits in the mailbox.",
    };
  if (wroteSince.length + elsewhere.length > 0)
    return {
      goes: false,
      why: "The person wrote since the way to reach them was said. Read that first, and write whether it still holds. Until then this waits in the mailbox.",
    };
  if (!contact?.channel || contact.address === undefined)
    return { goes: false, why: "No safe way was asked or said. It waits in the mailbox." };
  const { channel, address, codeWord } = contact;
  if (channel !== "call" && channel !== "text" && channel !== "email")
    return { goes: false, why: "The way that was said takes no notice. It waits in the mailbox." };
  if (codeWord === undefined) return { goes: false, why: "Words for a notice were not asked. It waits in the mailbox." };
  return {
    goes: true,
    channel,
    address,
    says: codeWord,
    hours: hoursInWords(contact) ?? "hours were not asked: do not, unless there is danger",
  };
}

/** Whether two reports may be of one person: one of them gives no name, or both give the same. What another person wrote says nothing of this one's way. */
export function mayBeOfOne({ who: one }: Pick<ReportState, "who">, { who: other }: Pick<ReportState, "who">): boolean {
  if (one?.name === undefined || other?.name === undefined) return true;
  return nameKey(one.name) === nameKey(other.name);
}
