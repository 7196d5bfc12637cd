import type { Channel, Kind } from "@unmask/core";
import type { ContactChannel } from "../event/order-shapes.ts";

/** What an act is in the words of conditions: by which ways it is contact, whether it says where somebody was, whether it publishes, watches, records. */

/** What is asked of an act. */
interface AskedAct {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly isThroughAnother?: boolean;
}

const presenceKinds: ReadonlySet<Kind> = new Set(["visit", "following", "entry", "damage", "gift"]);
/** What reaches for somebody. A view, a block, a login and a check do not. */
const contactKinds: ReadonlySet<Kind> = new Set([
  "message", "call", "voicemail", "reaction", "comment", "mention", "follow", "request", "transfer", "visit", "following", "gift", "threat", "other",
]); // prettier-ignore
const kindsOf: Readonly<Record<"publish" | "watch" | "image", ReadonlySet<Kind>>> = {
  publish: new Set(["post", "comment", "mention"]),
  watch: new Set(["view", "login", "device", "location", "check", "following"]),
  image: new Set(),
};

/** Ways of contact as conditions name them; two where people call it by either. None of them: only "any" means it. */
const waysByChannel: Readonly<Record<Channel, readonly ContactChannel[]>> = {
  sms: ["text"],
  mms: ["text"],
  imessage: ["text"],
  phone: ["call"],
  whatsapp: ["text", "social-media"],
  telegram: ["text", "social-media"],
  signal: ["text", "social-media"],
  messenger: ["text", "social-media"],
  instagram: ["social-media"],
  facebook: ["social-media"],
  x: ["social-media"],
  snapchat: ["social-media"],
  tiktok: ["social-media"],
  discord: ["social-media"],
  reddit: ["social-media"],
  linkedin: ["social-media"],
  email: ["email"],
  post: ["post"],
  doorbell: ["in-person"],
  "in-person": ["in-person"],
  google: [],
  apple: [],
  bank: [],
  assistant: [],
  calendar: [],
  photo: [],
  web: [],
  other: [],
};

/** Whether an act says where somebody was. */
export function isOfPresence({ kind, channel }: AskedAct): boolean {
  return presenceKinds.has(kind) || channel === "in-person" || channel === "doorbell";
}

/** Whether it can be contact. */
export function isOfContact({ kind, channel }: AskedAct): boolean {
  return contactKinds.has(kind) || channel === "in-person";
}

/** Whether it publishes, watches or records an image. */
export function isOf({ kind, channel }: AskedAct, what: "publish" | "watch" | "image"): boolean {
  return kindsOf[what].has(kind) || (what === "image" && channel === "photo");
}

/** By which ways it is contact: each by which people would call it. */
export function waysOf({ kind, channel, isThroughAnother = false }: AskedAct): readonly ContactChannel[] {
  const ways: readonly ContactChannel[] =
    kind === "call" || kind === "voicemail" ? ["call"] : kind === "visit" || kind === "following" ? ["in-person"] : waysByChannel[channel];
  return isThroughAnother ? [...ways, "through-another"] : ways;
}

/** "a message by whatsapp" */
export function nameOfAct({ kind, channel, isThroughAnother = false }: AskedAct): string {
  const article = /^[aeiou]/.test(kind) ? "an" : "a";
  return `${article} ${kind} (${channel.replaceAll("-", " ")})${isThroughAnother ? " through another person" : ""}`;
}
