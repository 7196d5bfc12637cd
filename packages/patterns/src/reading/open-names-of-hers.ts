import { type Identity, type Statement, type Timeline, createNamed, createSaidOther, createWhose, isTheirs } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { wordsByName, wordsOf } from "./name-words.ts";

/** A word with fewer letters is in many names. */
const wordLetters = 3;

/**
 * Names and accounts that could be hers and of which she said nothing: each shares a word with a name of hers, and writes in a chat with them alone in which
 * nothing is hers. Until she says whose they are, what she sent is not known, and what went to them went to nobody of whom it is said that he is another.
 */
export const openNamesOfHers: (timeline: Timeline, statement: Statement) => ReadonlySet<string> = memoize(({ acts }, statement) => {
  const hers = new Set(wordsByName(statement.me).flatMap(([, words]) => [...words].filter(({ length }) => length >= wordLetters)));
  if (hers.size === 0) return new Set();
  const named = createNamed(statement);
  const isSaidOther = createSaidOther(statement);
  const isOpenByNormal = new Map<string, boolean>();
  const isOpen = (one: Identity): boolean => {
    const known = isOpenByNormal.get(one.normal);
    if (known !== undefined) return known;
    const isLike = one.kind !== "phone" && one.kind !== "email" && [...wordsOf(one.name ?? one.wrote)].some((word) => hers.has(word));
    const open = isLike && named(one) === "other" && !isSaidOther(one);
    isOpenByNormal.set(one.normal, open);
    return open;
  };
  const whoseIs = createWhose(statement);
  const hersIn = new Set<string>();
  const partnerByChat = new Map<string, Set<string>>();
  const sendersByChat = new Map<string, Set<string>>();
  let [sha256, thread, chat]: [string | undefined, string | undefined, string] = [undefined, undefined, ""];
  for (const act of acts) {
    if (act.kind !== "message" || act.grade === "own-account") continue;
    // Acts of one chat mostly follow each other, and each new key is hashed once more.
    if (act.source.sha256 !== sha256 || act.thread !== thread) {
      [sha256, thread] = [act.source.sha256, act.thread];
      chat = `${sha256}\u0000${thread ?? ""}`;
    }
    const [only, more] = act.to;
    const whose = whoseIs(act);
    if (whose === "hers") hersIn.add(chat);
    else if (isTheirs(whose) && only !== undefined && more === undefined && only.kind !== "group" && isOpen(only))
      add(partnerByChat, chat, only);
    else if (whose === "other" && isOpen(act.from)) add(sendersByChat, chat, act.from);
  }
  return new Set(
    [...partnerByChat].flatMap(([chat, partners]) =>
      hersIn.has(chat) ? [] : [...partners].filter((normal) => sendersByChat.get(chat)?.has(normal)),
    ),
  );
});

function add(byChat: Map<string, Set<string>>, chat: string, { normal }: Identity): void {
  const known = byChat.get(chat);
  if (known) known.add(normal);
  else byChat.set(chat, new Set([normal]));
}
