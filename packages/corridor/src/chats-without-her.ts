import {
  type Channel,
  type Identity,
  type Statement,
  type Timeline,
  createNamed,
  createSaidOther,
  createWhose,
  isOf,
  owner,
} from "@unmask/core";
import { createLooksLike } from "./names-alike.ts";

/** A chat that names everybody who writes in it, and in which nobody is her. */
export interface ChatWithoutHer {
  readonly channel: Channel;
  /** The conversation, as its file names it. */
  readonly thread?: string;
  /** Everybody who writes in it, the most acts first. */
  readonly senders: readonly Identity[];
  /** Those of whom she said nothing: one of them can be her. Where one looks like a name of hers, only such. */
  readonly open: readonly Identity[];
}

/** Channels whose exports name both sides. In texts and calls her own side is the owner's, and in mail an address. */
const chats: ReadonlySet<Channel> = new Set<Channel>([
  "whatsapp", "telegram", "instagram", "facebook", "messenger", "signal", "imessage", "x", "snapchat", "tiktok", "discord", "reddit", "linkedin",
]); // prettier-ignore

/** Names compared letter by letter, of hers and of a chat. Stops a group of a hundred thousand names from taking minutes. */
const mostOfHers = 20;
const mostOfChat = 1000;

/**
 * Finds chats in which she would be expected and is not: none of her names acts anywhere, or one looks like a name of the chat. Beside texts, which
 * call her the owner, a slip in a name of hers would pass without a word, and every message of hers in the chat be a stranger's.
 */
export function chatsWithoutHer({ acts }: Pick<Timeline, "acts">, statement: Statement): readonly ChatWithoutHer[] {
  const { me } = statement;
  const names = [...(me.normalsByName ?? [])].filter(([, normals]) => normals.some((normal) => normal !== owner.normal));
  if (names.length === 0) return [];
  const whoseIs = createWhose(statement);
  const named = createNamed(statement);
  const isSaidOther = createSaidOther(statement);
  const isStated = (one: Identity): boolean => isOf(me, one) || named(one) !== "other" || isSaidOther(one);
  const byChat = new Map<string, Seen>();
  let isSheAnywhere = false;
  for (const act of acts) {
    const isHers = whoseIs(act) === "hers";
    isSheAnywhere ||= isHers && act.from.kind !== "owner";
    if (act.kind !== "message" || !chats.has(act.channel) || act.grade === "own-account") continue;
    const key = `${act.channel}\u0000${act.thread ?? `\u0000${act.source.sha256}`}`;
    const seen = byChat.get(key) ?? { channel: act.channel, thread: act.thread, senders: new Map(), isHersIn: false };
    byChat.set(key, seen);
    seen.isHersIn ||= isHers;
    const sender = seen.senders.get(act.from.normal);
    if (sender) sender.acts++;
    else if (act.from.kind !== "withheld") seen.senders.set(act.from.normal, { identity: act.from, acts: 1 });
  }
  const looksLikeHers = createLooksLike(names.slice(0, mostOfHers).map(([name]) => name));
  return [...byChat.values()].flatMap(({ channel, thread, senders: bySender, isHersIn }) => {
    if (isHersIn) return [];
    const senders = [...bySender.values()].sort((a, b) => b.acts - a.acts).map(({ identity }) => identity);
    const strangers = senders.filter((one) => !isStated(one));
    const alike = strangers.slice(0, mostOfChat).filter(looksLikeHers);
    const open = alike.length > 0 ? alike : isSheAnywhere ? [] : strangers;
    return open.length === 0 ? [] : [{ channel, ...(thread === undefined ? {} : { thread }), senders, open }];
  });
}

interface Seen {
  readonly channel: Channel;
  readonly thread: string | undefined;
  readonly senders: Map<string, { readonly identity: Identity; acts: number }>;
  isHersIn: boolean;
}
