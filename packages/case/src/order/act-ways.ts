import type { Channel, Kind } from "@unmask/core";
import { sayChannel } from "@unmask/words";
import type { ContactChannel } from "../event/order-shapes.ts";

/** What an act is in the words of conditions: by which ways it is contact, whether it says where somebody was, whether it publishes, watches, records. */

/** What is asked of an act. */
interface AskedAct {
  readonly kind: Kind;
  readonly channel: Channel;
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

/** Whether nothing says that it was not a thing of presence: what it was, or by which way a threat came, is in its words alone. */
export function mayBeOfPresence({ kind, channel }: AskedAct): boolean {
  return kind === "other" || (kind === "threat" && channel === "other");
}

/** By which ways it is contact: each by which people would call it. */
export function waysOf({ kind, channel }: AskedAct): readonly ContactChannel[] {
  if (kind === "call" || kind === "voicemail") return ["call"];
  return kind === "visit" || kind === "following" ? ["in-person"] : waysByChannel[channel];
}

/** What is called otherwise than "a" and the word that the format has. */
// partial: every other kind is called by its own word.
const namesOfKinds: Partial<Readonly<Record<Kind, string>>> = {
  login: "a log-in",
  device: "the use of a device",
  location: "a record of where somebody was",
  transfer: "a transfer of money",
  following: "an act of following",
  gift: "something left or sent",
  damage: "damage",
  entry: "a coming in",
  check: "something that a check found",
  other: "an act of another kind",
};

/** "a message (WhatsApp)" */
export function nameOfAct({ kind, channel }: AskedAct): string {
  const way = sayChannel(channel);
  return `${namesOfKinds[kind] ?? `a ${kind}`}${way === "" ? "" : ` (${way})`}`;
}
