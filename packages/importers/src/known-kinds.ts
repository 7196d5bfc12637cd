import type { KnownKind } from "@unmask/core";
import { beginsLikeGzip, beginsLikeTar, isUtf32 } from "@unmask/formats";
import type { SourceHead } from "./importer.ts";

/**
 * Kinds of file that people hand in and that no importer reads: what each is, and what to ask for instead. Such a file is kept whole like any other;
 * saying nothing would leave a person to think that what is in it was looked at.
 *
 * A kind is told by its bytes where it has a mark, else by a name that nothing else has. One entry each, looked at only after every importer.
 */
export function knownKindOf(head: KnownHead): KnownKind | undefined {
  return kinds.find(({ recognises }) => recognises(head))?.known;
}

/** What is looked at. */
type KnownHead = Pick<SourceHead, "name" | "bytes" | "text">;

interface Kind {
  readonly known: KnownKind;
  recognises(head: KnownHead): boolean;
}

const sqliteMark = "SQLite format 3\u0000";
/** Compound File Binary, in which Outlook keeps a mail, and old Office its documents ([MS-CFB] 2.2). */
const compoundMark = "d0cf11e0a1b11ae1";
/** A personal folder file, `.pst` and `.ost` ([MS-PST] 2.2.2.6): "!BDN". */
const folderFileMark = "2142444e";

const chatInstead =
  "In WhatsApp open the chat, its menu, More, Export chat, and hand over what that gives. Keep this file too: a specialist can read more from it.";

const kinds: readonly Kind[] = [
  {
    known: {
      id: "utf-32-text",
      what: "a text in UTF-32, a way of writing letters that is not read here",
      ask: "Hand over the file as the app first made it, or open this one in a text editor, save a copy as UTF-8 under the same name in another folder, and hand over both.",
    },
    recognises: ({ bytes }) => isUtf32(bytes),
  },
  {
    known: {
      id: "meta-html",
      what: "a page of a Facebook or Instagram download made as HTML",
      ask: "Ask for the download again as JSON, not HTML: Accounts Centre, Your information and permissions, Export your information, Format: JSON.",
    },
    recognises: (head) =>
      isHtml(head) &&
      (/class="(?:_a706|_3-95 _2pi0|[\w -]*\b_a6-g\b|pam _3-95|[\w -]*\buiBoxWhite noborder)/.test(head.text) ||
        /(?:^|\/)your_(?:facebook|instagram)_activity\/|(?:^|\/)messages\/(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)\/[^/]+\/message_\d+\.html$/.test(
          head.name,
        )),
  },
  {
    known: {
      id: "telegram-html",
      what: "a page of a Telegram export made as HTML",
      ask: "Export again as JSON, not HTML: Telegram Desktop, Settings, Advanced, Export Telegram data, Machine-readable JSON; for one chat, its menu, Export chat history, Format: JSON.",
    },
    recognises: (head) => isHtml(head) && /<div class="page_wrap/.test(head.text) && /<div class="page_(?:header|body)/.test(head.text),
  },
  {
    known: { id: "whatsapp-database", what: "WhatsApp’s own database of messages or contacts", ask: chatInstead },
    recognises: (head) =>
      /(?:^|\/)(?:msgstore|wa)(?:[-._ ][^/]*)?\.db$|(?:^|\/)ChatStorage\.sqlite$/i.test(head.name) && latin1(head).startsWith(sqliteMark),
  },
  {
    known: { id: "whatsapp-backup", what: "a locked WhatsApp backup", ask: chatInstead },
    recognises: ({ name }) => /\.db\.crypt(?:5|7|8|9|1[0-9])$|\.crypt1[2-9]$/i.test(name),
  },
  {
    known: {
      id: "outlook-mail",
      what: "a mail as Outlook keeps it (.msg)",
      ask: "Save the mail as .eml: open the mailbox in a browser, the mail’s menu, Download or Save as. Do not forward it: forwarding loses where it came from.",
    },
    recognises: (head) => hexOf(head, 8) === compoundMark && (/\.msg$/i.test(head.name) || holdsWide(head, "__substg1.0_")),
  },
  {
    known: {
      id: "outlook-mailbox",
      what: "a whole Outlook mailbox (.pst or .ost)",
      ask: "Hand over the mails as .eml or as one .mbox: from webmail save them one by one, or open the mailbox in Thunderbird and export its folders.",
    },
    recognises: (head) => hexOf(head, 4) === folderFileMark,
  },
  {
    known: {
      id: "iphone-backup",
      what: "part of an iPhone or iPad backup",
      ask: "Export each chat in its own app and hand over what that gives. Keep the whole backup and its password: a specialist can read messages and calls from it.",
    },
    recognises: (head) => isBackupFile(head),
  },
  {
    known: {
      id: "signal-backup",
      what: "a locked Signal backup",
      ask: "Keep it with its passphrase: a specialist can read it. For now, hand over screenshots of the chat, with the other person’s name and the dates to be seen.",
    },
    recognises: ({ name }) => /(?:^|\/)signal-[\d-]+\.backup$/i.test(name),
  },
  {
    known: {
      id: "takeout-page",
      what: "a page of a Google Takeout made as HTML",
      ask: "Ask for the Takeout again and choose JSON instead of HTML where it can be chosen; mail comes as .mbox, which is read.",
    },
    recognises: (head) =>
      isHtml(head) && (/(?:^|\/)Takeout\//.test(head.name) || /<title>My Activity History|class="haudio"|class="hChatLog/.test(head.text)),
  },
  {
    known: {
      id: "takeout-part",
      what: "a part of a Google Takeout",
      ask: "Mail in a Takeout (.mbox) is read; of the rest, hand over what matters as screenshots, with the dates to be seen.",
    },
    recognises: ({ name }) => /(?:^|\/)Takeout\/[^/]+\/.*\.(?:json|csv|ics|vcf)$/i.test(name),
  },
  // Last: what a part of a backup is packed by says less than that it is one.
  { known: packed("packed-7z", "7z"), recognises: (head) => hexOf(head, 6) === "377abcaf271c" },
  { known: packed("packed-rar", "rar"), recognises: (head) => /^526172211a07(?:00|0100)/.test(hexOf(head, 8)) },
  { known: packed("packed-bzip2", "bzip2"), recognises: (head) => /^425a683[1-9](?:314159265359|177245385090)/.test(hexOf(head, 10)) },
  { known: packed("packed-xz", "xz"), recognises: (head) => hexOf(head, 6) === "fd377a585a00" },
  { known: packed("packed-zstd", "zstd"), recognises: (head) => hexOf(head, 4) === "28b52ffd" },
  { known: packed("packed-gzip", "gzip"), recognises: ({ bytes }) => beginsLikeGzip(bytes) },
  { known: packed("tar", "tar"), recognises: ({ bytes }) => beginsLikeTar(bytes) },
];

/** Zips are opened, and nothing else is: exports can lie in it, and saying nothing would let them pass for read. */
function packed(id: string, kind: string): KnownKind {
  return {
    id,
    what: `an archive of a kind that is not opened here (${kind})`,
    ask: "Nothing in it was read. Open it and hand over the folder that comes out of it.",
  };
}

function isHtml({ name, text }: KnownHead): boolean {
  return /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html)/i.test(text.slice(0, 512));
}

/** The list of a backup by its name and mark, or a file named by the SHA-1 of its path, in a folder of its first two digits. */
function isBackupFile(head: KnownHead): boolean {
  const { name } = head;
  if (/(?:^|\/)([0-9a-f]{2})\/\1[0-9a-f]{38}$/.test(name)) return true;
  if (/(?:^|\/)Manifest\.db$/.test(name)) return true;
  if (/(?:^|\/)Manifest\.plist$/.test(name)) return /BackupKeyBag|SystemDomainsVersion/.test(latin1(head));
  if (/(?:^|\/)Info\.plist$/.test(name)) return /Target Identifier|Last Backup Date/.test(latin1(head));
  return /(?:^|\/)Status\.plist$/.test(name) && /BackupState|SnapshotState/.test(latin1(head));
}

/** The bytes as Latin-1, so that marks in binary files can be looked for. */
function latin1({ bytes }: KnownHead): string {
  return new TextDecoder("latin1").decode(bytes);
}

function hexOf({ bytes }: KnownHead, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether the head holds an ASCII text as UTF-16. */
function holdsWide(head: KnownHead, text: string): boolean {
  return latin1(head).includes(text.split("").join("\u0000"));
}
