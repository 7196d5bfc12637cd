import type { Act, Channel, Identity } from "@unmask/core";

/**
 * Identities that can say "the same one": what a network or a platform gives to one holder at a time. Names are not among them: two men can
 * share one, and he chooses what an account shows.
 */
export const linkedKinds = ["phone", "email", "handle", "id", "device"] as const;

/** One of them. */
export type LinkedKind = (typeof linkedKinds)[number];

/** An identifier by which reports are compared, in its comparing form. */
export interface Identifier {
  readonly kind: LinkedKind;
  /** E.164, lower case address, or what the platform gives. */
  readonly normal: string;
  /** The platform to which the name or number of an account belongs; "" where it belongs to none (a number, an address). */
  readonly platform: string;
}

/** Channels that share their accounts: who writes on Messenger does it by the Facebook account. */
const platformByChannel: ReadonlyMap<Channel, string> = new Map([["messenger", "facebook"]]);

/** The identifier that an identity of an act is, or undefined where it says nothing about who holds it. */
export function identifierOf(identity: Identity, channel: Channel): Identifier | undefined {
  const kind = linkedKinds.find((one) => one === identity.kind);
  if (kind === undefined || identity.normal === "") return undefined;
  const isAccount = kind === "handle" || kind === "id";
  return { kind, normal: identity.normal, platform: isAccount ? (platformByChannel.get(channel) ?? channel) : "" };
}

/** The identifiers of whoever did an act and of those whom it was sent to, each once. */
export function identifiersOf({ from, to, channel }: Pick<Act, "from" | "to" | "channel">): readonly Identifier[] {
  const byName = new Map<string, Identifier>();
  for (const identity of [from, ...to]) {
    const found = identifierOf(identity, channel);
    if (found) byName.set(nameOf(found), found);
  }
  return [...byName.values()];
}

/** One text for one identifier: kind, platform and comparing form, divided by what none of them holds. */
export function nameOf({ kind, normal, platform }: Identifier): string {
  return `${kind}\n${platform}\n${normal}`;
}
