import { type Identity, type SourceSpan, type Utf8Text, owner, utf8Text } from "@unmask/core";
import { parseIdentity } from "../../identity.ts";
import { asWritten } from "../../persona.ts";
import { nameForm } from "./notices.ts";
import type { FileProfile } from "./file-profile.ts";

/**
 * Who wrote to whom. An export names the author of a message and never its reader: that follows from who else is in the chat.
 */

/** The chat that a file is of. */
export interface Chat {
  /** Its name on the exporter's phone: the contact, or the group. Undefined where no file or folder name says it. */
  readonly title: string | undefined;
  /** The title stands in a name that WhatsApp gave, so it is a contact or a group and not what somebody called a file. */
  readonly named: boolean;
}

/** `WhatsApp Chat with NAME`, in the languages that phones here use; the name comes last, except in Turkish. */
const chatNames = [
  /^WhatsApp[ -]chat (?:with|met|mit|med) (.+)$/i,
  /^WhatsApp Chat - (.+)$/i,
  /^Chat de WhatsApp con (.+)$/i,
  /^(?:Chat WhatsApp|Chat di WhatsApp) con (.+)$/i,
  /^Discussion WhatsApp avec (.+)$/i,
  /^Conversa do WhatsApp com (.+)$/i,
  /^Czat WhatsApp z (.+)$/i,
  /^WhatsApp-Chatt med (.+)$/i,
  /^WhatsApp chat s kontaktem (.+)$/i,
  /^Чат WhatsApp (?:с контактом|з|с) (.+)$/i,
  /^(.+) ile WhatsApp Sohbeti$/i,
  /^(?:محادثة|دردشة) واتساب مع (.+)$/,
  /^与(.+)的 ?WhatsApp聊天(?:记录)?$/i,
  /^WhatsApp (?:聊天|對話)(?: ?[-–] ?|：|與)(.+)$/i,
];

/** Endings that a chat bears or was given on its way: no part of its name. A full stop alone is none ("Dr. Sam"). */
const endings = /(?:\.(?:txt|zip|dat|bak|md|rtf|text|old|log))+$/i;

/** Finds the name of the chat in the path of the file and of the archives around it, the innermost first. */
export function chatOf({ name, within = [] }: SourceSpan): Chat {
  const path = [...within.map((container) => container.name), name].flatMap((one) => one.split("/")).reverse();
  for (const part of path) {
    const plain = part.replace(endings, "").replace(/[\u200E\u200F\u202A-\u202E]/g, "").trim(); // prettier-ignore
    for (const pattern of chatNames) {
      const title = pattern.exec(plain)?.[1]?.trim();
      if (title) return { title, named: true };
    }
  }
  const base = (path[0] ?? "").replace(endings, "");
  if (base !== "" && base !== "_chat") return { title: base, named: false };
  const folder = path[1]?.replace(/\.zip$/i, "");
  return { title: folder || undefined, named: false };
}

/** Somebody who writes in a chat. */
export interface Author {
  /** As written in the header. */
  readonly name: string;
  readonly identity: Identity;
  /** Whom their messages reach. Empty where the file does not say. */
  readonly readers: readonly Identity[];
  /** The name could be made up. */
  readonly odd: boolean;
  /** First field of the id of their messages. */
  readonly messageKey: Utf8Text;
}

/** The people of one chat. */
export interface People {
  authorOf(name: string): Author;
  /** Whether somebody of the chat, or the chat, is called this; in the form of `nameForm`. */
  isName(form: string): boolean;
  /** The other person of a chat of two, whom the app leaves out of its line on a missed call; undefined in a group. */
  readonly contact: Identity | undefined;
  /** The owner of the phone as the file names her, where that is certain. */
  readonly holder: Identity;
}

/** Authors that are remembered. Stops a file of a million names from filling the memory. */
const mostRemembered = 16_384;

const nobody: readonly Identity[] = [];

/**
 * Forms that several names of one export have, as `Sam` and `SAM`. The app writes each person in one way, so these are two people: their names are
 * compared as they are written.
 */
function formsOfSeveral(people: readonly string[], country: string): ReadonlySet<string> {
  const namesByForm = new Map<string, Set<string>>();
  for (const name of people) {
    const { kind, normal } = parseIdentity(name, country);
    if (kind === "name") namesByForm.set(normal, (namesByForm.get(normal) ?? new Set()).add(name.trim()));
  }
  return new Set([...namesByForm].flatMap(([form, names]) => (names.size > 1 ? [form] : [])));
}

/** What a chat is, and who in it could be made up: their header could be typed inside a message. */
interface Kind {
  readonly chat: "of two" | "a group" | "not known";
  readonly madeUp: readonly string[];
}

/** Letters that a name of a file has where it was spoiled on its way, or where a sign that no file may bear was put aside. */
const spoiled = /[\uFFFD_?\u2500-\u259F]/;

/**
 * Whether a chat is of two, or a group's.
 *
 * [Note: Names typed into a chat] A third name can be one of a group, or typed inside messages of a chat of two, and so can a line of the app about a
 * group; either answer taken in error moves every message: threats to her group read as sent to her friend alone, or those to her as sent to a group.
 * WhatsApp names the file of a chat of two after one of the two, and that of a group by a name of its own; whoever types cannot choose it, nor what
 * stands before the first message. So a file named after one of the pair is theirs, and the other names are doubted; one named like nobody in it is a
 * group's; and where neither is plain, no message has a receiver. A name that looks like one of the pair's is doubted by that alone.
 */
function kindOf(chat: Chat, { people: all, groupLines, besidePair, isOddAuthor }: FileProfile): Kind {
  const people = all.filter((name) => !isOddAuthor(name));
  if (groupLines === "at its head") return group;
  if (isNamedAfter(chat, people)) {
    if (groupLines === "several") return notKnown;
    if (people.length < 3) return ofTwo;
    const isOfPair = besidePair?.isPlain === true && !isNamedAfter(chat, besidePair.names);
    return isOfPair ? { chat: "of two", madeUp: besidePair.names } : notKnown;
  }
  const isGroupsName = isNamedLikeNobody(chat, all);
  const slight = new Set(besidePair?.names);
  const pair = all.filter((name) => !slight.has(name));
  if (groupLines === "several" || (isGroupsName && (people.length > 2 || groupLines === "few") && !beginsLikeOne(chat, pair))) return group;
  if (people.length > 2) {
    const isDoubted = besidePair !== undefined && (besidePair.isPlain || besidePair.names.length === 1);
    return isDoubted ? { chat: "not known", madeUp: besidePair.isOneLine ? besidePair.names : [] } : group;
  }
  return groupLines === "few" || (people.length === 2 && isGroupsName) ? notKnown : ofTwo;
}

const ofTwo: Kind = { chat: "of two", madeUp: [] };
const group: Kind = { chat: "a group", madeUp: [] };
const notKnown: Kind = { chat: "not known", madeUp: [] };

function isNamedAfter({ title = "" }: Chat, people: readonly string[]): boolean {
  const form = lettersOf(title);
  return form !== "" && people.some((one) => lettersOf(one) === form);
}

/** Whether WhatsApp named the file, and like none of these: neither after one nor with one's name in it. A number can be written in several ways. */
function isNamedLikeNobody({ title = "", named }: Chat, people: readonly string[]): boolean {
  const form = lettersOf(title);
  if (!named || !/\p{L}/u.test(form) || spoiled.test(title)) return false;
  return people.map(lettersOf).every((one) => one !== "" && !one.includes(form) && !form.includes(one));
}

/** Letters that a short form of a name has in common with it: "Gaz" of Gareth. */
const lettersOfShortForm = 2;

/** Whether the chat may be called by a short form of one of these names. */
function beginsLikeOne({ title = "" }: Chat, people: readonly string[]): boolean {
  const beginnings = people.flatMap((name) => name.split(/\s+/)).map((word) => lettersOf(word).slice(0, lettersOfShortForm));
  return beginnings.some((one) => one.length === lettersOfShortForm && lettersOf(title).startsWith(one));
}

/** What is left of a name in the name of a file: its letters and digits, without the number of a copy. */
function lettersOf(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s*\(\d+\)$/, "")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** Tells who is in the chat. */
export function findPeople(chat: Chat, profile: FileProfile, country: string): People {
  const spelledTwice = formsOfSeveral(profile.people, country);
  const identityOf = (name: string): Identity => {
    const identity = parseIdentity(name, country);
    return spelledTwice.has(identity.normal) ? { ...identity, normal: asWritten(name) } : identity;
  };
  const title = chat.title === undefined ? undefined : identityOf(chat.title);
  const { chat: kind, madeUp } = kindOf(chat, profile);
  // Who wrote what is written over cannot be told by who is left: what is left of a group was not sent to one of it.
  const isOpen = kind === "of two" && profile.isWrittenOver && !isNamedAfter(chat, profile.people);
  const oddNames = new Set(madeUp);
  const isOdd = (name: string): boolean => profile.isOddAuthor(name) || oddNames.has(name);
  const people = profile.people.filter((name) => !isOdd(name)).map(identityOf);
  const titled = people.find((one) => one.normal === title?.normal);
  const toGroup: readonly Identity[] = title ? [{ ...title, kind: "group" }] : nobody;
  const contact = kind === "of two" ? (titled ?? (chat.named ? title : undefined)) : undefined;
  const holder = (titled && people.find((one) => one !== titled)) ?? owner;
  function readersOf(author: Identity): readonly Identity[] {
    if (kind === "not known" || isOpen) return nobody;
    if (kind === "a group") return toGroup;
    const others = people.filter((one) => one.wrote !== author.wrote);
    if (others.length > 0) return others;
    if (!contact) return nobody;
    return [author.normal === contact.normal ? owner : contact];
  }
  const authors = new Map<string, Author>();
  /** The last two that were asked for: in a chat of two nobody need be looked up. */
  let [latest, latestButOne]: [Author | undefined, Author | undefined] = [undefined, undefined];

  function authorOf(name: string): Author {
    if (name === latest?.name) return latest;
    const author = name === latestButOne?.name ? latestButOne : (authors.get(name) ?? newAuthor(name));
    [latest, latestButOne] = [author, latest];
    return author;
  }

  function newAuthor(name: string): Author {
    const identity = identityOf(name);
    const author = {
      name,
      identity,
      readers: readersOf(identity),
      odd: isOdd(name),
      messageKey: utf8Text(`message ${name}`),
    };
    if (authors.size < mostRemembered) authors.set(name, author);
    return author;
  }

  const names = new Set([...profile.people, ...(chat.title === undefined ? [] : [chat.title])].map(nameForm));
  return { contact, holder, authorOf, isName: (form) => names.has(form) };
}
