import type { WhyTwo } from "@unmask/core";
import { sayCount, sayList } from "@unmask/words";
import { oneLine } from "./one-line.ts";
import { typed } from "./suggestions.ts";

/** Why names that she gave with `--one-group` count for nothing: a slip of the pen, or two chats, and what of them is the same. */
export function sayWhyTwo(names: readonly string[], found: WhyTwo): string {
  const called = sayNames(names);
  switch (found.why) {
    case "no such name":
      return `No group or chat in these files is called ${sayNames(found.names, "or")}: that ${called} are one counts for nothing. Look at how it is written in the files.`;
    case "one file":
      return `The ${nounOf(found)} ${called} stand in one file, which tells them apart: that they are one counts for nothing.`;
    case "not one person": {
      const who = found.people.map((identity) => `--them=${typed(identity)}`).join(" ");
      return `The chats with ${called} hold the same ${sayCount(found.count, "message")}, but it is not stated that both names are one person’s: that they are one chat counts for nothing. If both are theirs: ${who}`;
    }
    case "two numbers":
      return `The chats with ${called} hold the same ${sayCount(found.count, "message")}, but these are two numbers or accounts, and one text can go to both: that they are one counts for nothing.`;
    case "unlike": {
      const counts = sayList(found.counts.map((count) => sayCount(count, "message")));
      return `The ${nounOf(found)} ${called}, of ${counts}, are in these files, but fewer than two messages have the same words at the same time in both: that they are one counts for nothing.`;
    }
  }
}

function nounOf({ areGroups }: { readonly areGroups: boolean }): string {
  return areGroups ? "groups" : "chats";
}

function sayNames(names: readonly string[], word = "and"): string {
  const quoted = names.map((name) => `“${oneLine(name)}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${word} ${quoted.at(-1)}`;
}
