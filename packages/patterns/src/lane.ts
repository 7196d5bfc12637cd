import type { Act, Channel, Kind } from "@unmask/core";

/** A lane of the timeline: what a person would call one way of reaching her. Kind decides first (a call is a call in every app). */
export const lanes = [
  { id: "whatsapp", label: "WhatsApp" },
  { id: "texts", label: "Texts" },
  { id: "calls", label: "Calls" },
  { id: "signal", label: "Signal" },
  { id: "telegram", label: "Telegram" },
  { id: "facebook", label: "Facebook" },
  { id: "instagram", label: "Instagram" },
  { id: "snapchat", label: "Snapchat" },
  { id: "tiktok", label: "TikTok" },
  { id: "x", label: "X" },
  { id: "discord", label: "Discord" },
  { id: "reddit", label: "Reddit" },
  { id: "linkedin", label: "LinkedIn" },
  { id: "email", label: "Email" },
  { id: "web", label: "Web" },
  { id: "accounts", label: "Log-ins" },
  { id: "doorbell", label: "Doorbell" },
  { id: "bank", label: "Bank" },
  { id: "post", label: "Post" },
  { id: "in-person", label: "In person" },
  { id: "elsewhere", label: "Elsewhere" },
] as const; // prettier-ignore

/** Id of a lane. */
export type LaneId = (typeof lanes)[number]["id"];

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
