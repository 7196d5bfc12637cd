import type { Act, Channel, Flag, Grade, Identity, Kind } from "@unmask/core";

/** What the report calls acts, channels, sources and people. Words for the page only; the pack's data keeps its own. */

const kindWords: Readonly<Record<Kind, string>> = {
  message: "Message",
  call: "Call",
  voicemail: "Voicemail",
  reaction: "Reaction",
  comment: "Comment",
  post: "Post",
  mention: "Mention",
  follow: "Follow",
  request: "Request",
  view: "View",
  block: "Block",
  login: "Log-in",
  device: "Device",
  location: "Location",
  transfer: "Transfer",
  visit: "Visit",
  following: "Following",
  gift: "Gift or parcel",
  damage: "Damage",
  threat: "Threat",
  entry: "Written down",
  check: "Check",
  other: "Other act",
};

const channelWords: Readonly<Record<Channel, string>> = {
  sms: "text",
  mms: "text with media",
  phone: "phone",
  whatsapp: "WhatsApp",
  telegram: "Telegram",
  instagram: "Instagram",
  facebook: "Facebook",
  messenger: "Messenger",
  signal: "Signal",
  imessage: "iMessage",
  email: "email",
  x: "X",
  snapchat: "Snapchat",
  tiktok: "TikTok",
  discord: "Discord",
  reddit: "Reddit",
  linkedin: "LinkedIn",
  google: "Google",
  apple: "Apple",
  bank: "bank",
  doorbell: "doorbell",
  assistant: "voice assistant",
  calendar: "calendar",
  photo: "photograph",
  web: "web",
  post: "post",
  "in-person": "in person",
  other: "",
};

/** What a reader of the row must know. The full list with what raises each stands in docs/formats/act.md. */
const flagWords: Readonly<Record<Flag, string>> = {
  deleted: "marked as deleted",
  edited: "marked as edited, last text",
  forwarded: "passed on from somebody else",
  missed: "missed",
  unanswered: "not answered",
  "withheld-number": "number withheld",
  "media-missing": "media not handed over",
  "hash-mismatch": "media has another hash than the source says",
  "time-twice": "this hour came twice (clocks went back)",
  "time-never": "this time was skipped (clocks went forward)",
  "zone-assumed": "zone assumed",
  "date-order-assumed": "day first assumed",
  "far-date": "date far off",
  "date-doubtful": "the sender's own date is missing or contradicted",
  "forged-header": "could be typed inside the message above",
  "mark-unknown": "marked as the app's words, but perhaps typed",
  "out-of-order": "out of order in its file",
  truncated: "not all of it was read",
  "decoding-doubtful": "some bytes are no valid text",
  "border-doubtful": "where it begins or ends is uncertain",
  "damaged-header": "a header of it is damaged",
  "view-once": "could be seen once, content not kept",
  unsent: "taken back by the sender",
  "not-delivered": "marked as not delivered",
};

/** What was assumed for every act of a file is said once, under "What is missing or uncertain", and not on each row. */
const flagsSaidOnce: ReadonlySet<Flag> = new Set(["zone-assumed", "date-order-assumed"]);

const gradeWords: Readonly<Record<Grade, string>> = {
  database: "record",
  "structured-export": "record",
  "text-export": "record",
  "own-account": "account",
  screenshot: "picture",
  check: "check",
};

/** "Message, WhatsApp", "Call, phone, 26 s". */
export function whatWords({ kind, channel, duration }: Act): string {
  const parts = [kindWords[kind], channelWords[channel]];
  if (duration !== undefined && duration > 0) parts.push(durationWords(duration));
  return parts.filter((part) => part !== "").join(", ");
}

/** What an identity is called: as the source wrote it, the name it showed beside it. */
export function identityWords({ kind, wrote, name }: Identity): string {
  if (kind === "owner") return "owner of the export";
  if (kind === "withheld") return "number withheld";
  return name !== undefined && name !== wrote ? `${wrote} (“${name}”)` : wrote;
}

/** "marked as deleted", … of one act; what holds for a whole file is left out. */
export function flagsWords(flags: readonly Flag[]): readonly string[] {
  return flags.filter((flag) => !flagsSaidOnce.has(flag)).map((flag) => flagWords[flag]);
}

/** The words of one flag. */
export function flagMeaning(flag: Flag): string {
  return flagWords[flag];
}

/** "record", "account", "picture", "check". */
export function knownBy(grade: Grade): string {
  return gradeWords[grade];
}

/** "26 s", "4 min 5 s", "1 h 2 min". */
function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
  return `${Math.floor(whole / 3600)} h${Math.floor(whole / 60) % 60 ? ` ${Math.floor(whole / 60) % 60} min` : ""}`;
}
