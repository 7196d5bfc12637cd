import type { Act, Channel, Kind } from "./act.ts";

/** The lanes of a timeline, in the order in which they are drawn: what a person would call one way of reaching her. */
export const lanes = [
  "whatsapp", "texts", "calls", "signal", "telegram", "facebook", "instagram", "snapchat", "tiktok", "x", "discord", "reddit", "linkedin",
  "email", "web", "accounts", "doorbell", "bank", "post", "in-person", "elsewhere",
] as const; // prettier-ignore
export type LaneId = (typeof lanes)[number];

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

/** The lane that an act stands in. Kind decides first: a call is a call in every app. */
export function laneOf({ kind, channel }: Pick<Act, "kind" | "channel">): LaneId {
  return laneByKind[kind] ?? laneByChannel[channel];
}

/** The lane that a record of a whole channel fills (a stated gap names channels, not acts). */
export function laneOfChannel(channel: Channel): LaneId {
  return laneByChannel[channel];
}
