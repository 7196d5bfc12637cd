import {
  type Channel,
  type Identity,
  type Statement,
  type Timeline,
  createNamed,
  createWhose,
  isOf,
  normalName,
  owner,
} from "@unmask/core";

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

/** Names compared letter by letter, of hers and of a chat, and letters of each. Stops a group of a hundred thousand long names from taking minutes. */
const mostOfHers = 20;
const mostOfChat = 1000;
const mostLetters = 40;
/** So many letters may be wrong, missing or too many in a name that is looked at as a slip of the pen. */
const mostWrong = 2;
/** A word with fewer letters is in many names. */
const wordLetters = 3;

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
  const isStated = (one: Identity): boolean => isOf(me, one) || named(one) !== "other";
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
  const hers = names.slice(0, mostOfHers).map(([name]) => normalName(name).slice(0, mostLetters));
  return [...byChat.values()].flatMap(({ channel, thread, senders: bySender, isHersIn }) => {
    if (isHersIn) return [];
    const senders = [...bySender.values()].sort((a, b) => b.acts - a.acts).map(({ identity }) => identity);
    const strangers = senders.filter((one) => !isStated(one));
    const alike = strangers.slice(0, mostOfChat).filter((one) => hers.some((name) => looksAlike(name, nameOf(one))));
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

function nameOf({ wrote, name }: Identity): string {
  return normalName((name ?? wrote).slice(0, mostLetters));
}

/** Whether two names share a word, or one is the other with a slip of the pen. Numbers are alike only where they are equal. */
function looksAlike(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  if (wordsOf(b).some((word) => words.has(word))) return true;
  return /\p{L}/u.test(a) && Math.min(a.length, b.length) > 2 * mostWrong && isWithin(a, b);
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}]+/u).filter((word) => word.length >= wordLetters);
}

/** Whether so few letters have to be changed, put in or taken out to make one of the other; row by row of the usual table. */
function isWithin(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > mostWrong) return false;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > mostWrong) return false; // bounded: mostLetters
    above = row;
  }
  return (above[b.length] ?? Infinity) <= mostWrong;
}
