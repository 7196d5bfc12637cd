import { type ExitCode, exitCode } from "../exit-code.ts";
import type { World } from "../world.ts";

const text = `unmask reads exports from your devices, shows the pattern in them, and makes a sealed pack that anybody can verify.

  unmask read [--summary] [--zone ZONE] [--date-order dmy|mdy|ymd] [--take-in PATH] PATH...
      Reads files, zips and folders and stores nothing. One line of JSON for each act, notice, unread span and kept file;
      with --summary one object: counts, first and last, and who wrote how much, each as the file spells them.
      A message in exports of two makes counts there once for each; pattern and report make it one.

  unmask pattern PATH... --them NAME [--me NAME] [--perhaps NAME] [--other NAME] [--told-to-stop STOP] [--statement FILE]
                [--cover FILE] [--zone ZONE] [--date-order dmy|mdy|ymd] [--take-in PATH] [--json]
      Says what the patterns find, with the acts behind it and what could change it. Numbers and accounts that you did not name and that
      could be theirs are asked about, here and by report, each with the option to type. Nothing is joined unless you say so.
      --cover: the orders and bail of the same file as for the report.

  unmask report PATH... --me NAME --them NAME [--perhaps NAME] [--other NAME] [--told-to-stop STOP] [--statement FILE]
                [--zone ZONE] [--date-order dmy|mdy|ymd] [--take-in PATH] [--to RECIPIENT] [--signer-key FILE] [--tsa URL] [--cover FILE] [--impact FILE]
                [--leave-out PATH|PERSON|FROM..TO|ACT-ID] [--redact NAME] [--out FOLDER] [--pdf-only] [--after PACK -i IDENTITY]
      Makes the pack: NAME.age for every RECIPIENT (age1...), and NAME.pub, the key that checks its signature.
      Without --to the pack is a folder. --pdf-only makes the printed report alone.
      --leave-out: a file, a person (what is by and to them), days or minutes (2026-03-02..2026-03-09) or an act stays behind. Of a file that goes in
      part a copy goes in which the rest is written over; what was left out is said by number and rule.
      --redact: the name, number or address of another person is covered wherever it stands in what goes, by signs like *1* *****.
      --after: goes on with the exhibit numbers and the log of your latest pack: a file that was in it keeps its number, a new one gets the next.
      --cover: what the first page asks (docs/formats/cover.md); how to reach you stands in NAME-contact.age alone, never in the pack.

  unmask verify [--json] [--again] PACK|FOLDER [-i IDENTITY] [--signer KEY|FILE] [--tsa-ca FILE] [--after PACK]
      Checks every file and every seal of a pack. Says "verified" only when each was checked and each is known to you.
      --again reads the originals in the pack again and says of each act and finding whether it agrees with them.
      --after: says whether the pack goes on from that earlier one, nothing in its log changed, moved or taken out.

  unmask send PACK... --force URL|FILE [--intake URL] [--letter FILE] [--signer KEY|FILE] [--resume]
      Seals a letter to a force and hands it in, and the packs behind it, as they lie. Says seven words, once, on standard output: they open the
      force's answers. They are written nowhere. --letter: what you want to say with it (docs/formats/submission.md).
      The signer of the force is shown at the first use and kept; from then on nobody else's set is taken. --resume goes on where packs were cut,
      and sends the same letter again whose answer was lost: that of this --letter, else each that waits. A file that was changed since goes nowhere.

  unmask mailbox --force URL|FILE [--intake URL] [--answer FILE] [--letter FILE] [--add PACK…] [--signer KEY|FILE] [--resume] < WORDS
      Reads what the force answered: the seven words on standard input, one line of JSON for each answer on standard output.
      --answer: a file of words, --letter: a file as send takes it (danger now, another way to reach you), and --add: packs, go into the same matter first, with the same seven words; ends then as send does.

  unmask duties FILE --at INSTANT [--json]
      Says what is due under a stalking protection order at an INSTANT (2026-11-30T09:00:00Z), when and why: events in, duties out
      (docs/formats/duties.md). Nothing is stored or sent, and FILE needs no name. What is not clear in law is shown as not clear.

  unmask vault init|add|import|list|check|pack|backup|restore|keys FOLDER [--passphrase-file FILE | --recovery-file FILE]
      What you keep on your own device, sealed (docs/formats/vault.md). The passphrase is asked for on the terminal, or is in a file; --recovery-file
      holds the twelve words or the key. No secret and nothing of what you write ever stands in the command.
      init FOLDER [--json]                     makes it in an empty folder and shows the twelve words and their key, once, on standard output
      add FOLDER [--when TIME] [--zone ZONE]   keeps your words from standard input as an entry of your journal, and says its number. TIME is when it
                                               happened: 2026-10-04, 2026-10-04T18:40, or two of them with .. between
      import FOLDER PATH... [--zone ZONE] [--date-order dmy|mdy|ymd]   takes files in as they are; the same file is not taken twice
      list FOLDER [--json]                     what is in it
      check FOLDER [--backup FILE] [--mine PATH|all] [--json]   each path that is altered, missing, planted, older or apart (it opens, and nothing
                                               proves that it is yours; --mine takes it as yours). Without a key only hashes are looked at; that
                                               all of it is an older state shows only against a copy
      pack FOLDER [the options of report]      a report out of it: your journal is an exhibit, the vault signs, an exhibit keeps its number for good
      backup FOLDER --out FILE                 a copy in one file, opened again from there and compared
      restore FOLDER --from FILE [--partial]   brings a copy back; --partial: of one that is cut short what is whole of it
      keys FOLDER [--passphrase [--new-passphrase-file FILE]] [--words] [--second-sheet] [--json]
                                               changes what opens it. A copy that was made before opens with the keys of then

  unmask help, unmask --version

What is stated, for pattern and report; each may be given more than once and is added to --statement FILE, the document of all of it:
  --me NAME, --them NAME (certainly theirs), --perhaps NAME (perhaps theirs: counted apart), --other NAME (somebody else, neither of the two;
  each of these four takes the ACT-ID of a single act as well), --one-group NAME (each name of one group or chat), --two-chats NAME (each name of two that are not one), --told-to-stop STOP, --blocked STOP, --order-served STOP,
  --agreed ACT-ID|FILE (counted apart; the file holds rules), --not-this ACT-ID, --anniversary DATE=NAME, --place WORDS.
A STOP is a DATE (some time that day), a minute (2026-03-02T09:05) or an ACT-ID, the message itself; “none” says that there was none. A DATE is written 2026-03-02; a ZONE
Europe/London, UTC or +01:00. --to, --signer, --leave-out and --redact may be given more than once too.
--take-in PATH, for read, pattern and report: a file that is passed over and may be evidence all the same (it is told with this option) is taken in, by the
name by which it was told; more than once too. PATH - is standard input; --out takes a file or folder and no standard output. Read: WhatsApp, SMS Backup & Restore, Telegram, Instagram, Facebook, Messenger, e-mail (eml, mbox), and tables
(csv) beside a file NAME.csv.columns.json that says what each column means.

Ends with 0: done. 1: failed; of vault check: something is otherwise. 2: not understood. 3: something is unread or a file that you named is not taken in (read, report, pattern), or nothing
is altered but signer or time are not known to you (verify), the letter is there and a pack is not, or its words had to go to standard error (send), nothing is there (mailbox), not all of it is kept, brought back or readable (vault). 4: nothing was recognised. 129, 130, 143: stopped by a signal; nothing is left half made.
`;

/** `unmask help`. */
export async function help(_args: readonly string[], world: World): Promise<ExitCode> {
  await world.terminal.write(text);
  return exitCode.done;
}
