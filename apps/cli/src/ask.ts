import type { OpenChats, ShownName, StatedTwins, Statement, Timeline, ToldGroups } from "@unmask/core";
import { sharedNames } from "@unmask/core";
import { blocksInFiles, chatsWithoutHer, mailboxesNotNamed, namesWithoutAct } from "@unmask/corridor";
import type { Caveats, Imported } from "@unmask/importers";
import { exitCode } from "./exit-code.ts";
import { exitCodeOfImport } from "./import-caveats.ts";
import { createIsAsked } from "./statement.ts";
import {
  askOfChats,
  askOfGroups,
  sayBlocks,
  sayChatsWithoutHer,
  sayMailboxes,
  sayNamedInWords,
  sayNoStop,
  saySharedNames,
  sayShownNames,
  saySuggestions,
  tellOfStatedTwins,
} from "./suggestions.ts";
import type { Terminal } from "./ports/terminal.ts";

/** What is asked about: the files as they were read and settled. */
export interface Asked {
  readonly timeline: Timeline;
  readonly statement: Statement;
  readonly unblocks: Imported["unblocks"];
  readonly shown: readonly ShownName[];
  readonly openChats: readonly OpenChats[];
  readonly statedTwins: readonly StatedTwins[];
  readonly groups: readonly ToldGroups[];
}

/** Asks on standard error all that the files leave open, each with what to type; tells whether nothing is. */
export function askAll(
  { timeline, statement, unblocks, shown, openChats, statedTwins, groups }: Asked,
  terminal: Pick<Terminal, "say">,
): boolean {
  let asked = namesWithoutAct(timeline, statement).length;
  const asking: Pick<Terminal, "say"> = {
    say(line) {
      asked++;
      terminal.say(line);
    },
  };
  sayChatsWithoutHer(chatsWithoutHer(timeline, statement), asking);
  sayMailboxes(mailboxesNotNamed(timeline, statement), asking);
  sayShownNames(shown, asking);
  saySharedNames(sharedNames(timeline, statement), asking);
  saySuggestions(timeline, statement, asking, createIsAsked(timeline, statement, shown));
  sayNamedInWords(timeline, statement, asking);
  sayBlocks(blocksInFiles({ timeline, unblocks }, statement), statement.zone, asking);
  askOfChats(openChats, asking);
  tellOfStatedTwins(statedTwins, terminal);
  asked += statedTwins.filter(({ areOne, isSaid }) => !areOne && !isSaid).length;
  // What is taken for one group is told, and open only where she is asked.
  askOfGroups(groups, terminal);
  asked += groups.filter(({ are }) => are !== "one" && are !== "stated" && are !== "two").length;
  if (asked > 0 || timeline.acts.length === 0 || statement.them.normals.size === 0) return false;
  return !sayNoStop(timeline, statement, terminal);
}

/** Says that nothing is open, so that she knows when she is done: last of all, and only where every file was read and nothing was assumed of its dates. */
export function sayNothingOpen(isNothingOpen: boolean, caveats: Caveats, terminal: Pick<Terminal, "say">): void {
  const isAssumed = caveats.zoneAssumed || caveats.dateOrderAssumed;
  if (isNothingOpen && !isAssumed && exitCodeOfImport(caveats) === exitCode.done)
    terminal.say("Nothing is open: you have answered all that these files ask.");
}
