import type { Act, Channel, Kind } from "@unmask/core";

/**
 * The lanes of the timeline: what a person would call one way of reaching her. Kind decides first (a call is a call in every app). `label`
 * stands on a picture, `said` inside a sentence.
 */
export const lanes = [
  { id: "whatsapp", label: "WhatsApp", said: "WhatsApp" },
  { id: "texts", label: "Texts", said: "texts" },
  { id: "calls", label: "Calls", said: "calls" },
  { id: "signal", label: "Signal", said: "Signal" },
  { id: "telegram", label: "Telegram", said: "Telegram" },
  { id: "facebook", label: "Facebook", said: "Facebook" },
  { id: "instagram", label: "Instagram", said: "Instagram" },
  { id: "snapchat", label: "Snapchat", said: "Snapchat" },
  { id: "tiktok", label: "TikTok", said: "TikTok" },
  { id: "x", label: "X", said: "X" },
  { id: "discord", label: "Discord", said: "Discord" },
  { id: "reddit", label: "Reddit", said: "Reddit" },
  { id: "linkedin", label: "LinkedIn", said: "LinkedIn" },
  { id: "email", label: "Email", said: "email" },
  { id: "web", label: "Web", said: "the web" },
  { id: "accounts", label: "Log-ins", said: "log-ins" },
  { id: "doorbell", label: "Doorbell", said: "the doorbell" },
  { id: "bank", label: "Bank", said: "the bank" },
  { id: "post", label: "Post", said: "the post" },
  { id: "in-person", label: "In person", said: "what happened in person" },
  { id: "elsewhere", label: "Elsewhere", said: "other ways" },
] as const; // prettier-ignore

/** Id of a lane. */
export type LaneId = (typeof lanes)[number]["id"];

// partial: any other kind is told by its channel.
const laneByKind: Partial<Record<Kind, LaneId>> = { call: "calls", voicemail: "calls", login: "accounts", device: "accounts" };

const laneByChannel: Readonly<Record<Channel, LaneId>> = {
  sms: "texts",
  mms: "texts",
  imessage: "texts",
  phone: "calls",
  whatsapp: "whatsapp",
  telegram: "telegram",
  instagram: "instagram",
  facebook: "facebook",
  messenger: "facebook",
  signal: "signal",
  email: "email",
  x: "x",
  snapchat: "snapchat",
  tiktok: "tiktok",
  discord: "discord",
  reddit: "reddit",
  linkedin: "linkedin",
  google: "accounts",
  apple: "accounts",
  bank: "bank",
  doorbell: "doorbell",
  assistant: "doorbell",
  calendar: "email",
  photo: "elsewhere",
  web: "web",
  post: "post",
  "in-person": "in-person",
  other: "elsewhere",
};

/** The lane that an act stands in. */
export function laneOf({ kind, channel }: Pick<Act, "kind" | "channel">): LaneId {
  return laneByKind[kind] ?? laneByChannel[channel];
}

/** The lane that a record of a whole channel fills (a stated gap names channels, not acts). */
export function laneOfChannel(channel: Channel): LaneId {
  return laneByChannel[channel];
}

const labelById = new Map<LaneId, string>(lanes.map(({ id, label }) => [id, label]));

/** What the lane is called on a picture: "Texts". */
export function laneLabel(id: LaneId): string {
  return labelById.get(id) ?? id;
}

const saidById = new Map<LaneId, string>(lanes.map(({ id, said }) => [id, said]));

/** What the lane is called inside a sentence: "texts", "WhatsApp". */
export function sayLane(id: LaneId): string {
  return saidById.get(id) ?? id;
}
