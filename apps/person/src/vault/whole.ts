import { type Source, instantToIso, parseJournalLine } from "@unmask/core";
import {
  type Apart,
  type Folder,
  type Original,
  type Vault,
  type VaultCheck,
  checkVault,
  isLogAsLeft,
  listApart,
  listOriginals,
  lookOver,
} from "@unmask/vault";
import { parsePaper } from "./papers.ts";
import type { ShownAmiss, VaultAnswer } from "./protocol.ts";
import type { AtWork } from "./world.ts";

/** What was looked over since it was opened, and was whole then. Where something was amiss it is looked over again: she may have mended it. */
const foundWhole = new WeakMap<Vault, VaultCheck>();

/** Whether all that is kept is as it was written; what is not is told by what it is to her, not by the name of its file. */
export async function checkKept(vault: Vault, isQuick: boolean, at: AtWork): Promise<VaultAnswer> {
  const known = isQuick ? foundWhole.get(vault) : undefined;
  if (known !== undefined && (await isLogAsLeft(vault))) return { answer: "checked", check: known, amiss: [] };
  const check = isQuick ? await lookOver(vault) : await checkVault({ ...vault.world, folder: watched(vault, at), keys: vault.keys });
  const originals = await listOriginals(vault);
  // What was read of her files is made anew of them: nothing of hers is in it alone.
  // What was moved out of the way is told where all is looked at, not each time that home is come to.
  const isTold = ({ path, verdict }: VaultCheck["verdicts"][number]): boolean =>
    !path.startsWith("acts/") && !(isQuick && verdict === "planted" && path.endsWith(".aside"));
  const told = check.verdicts.filter(isTold);
  const amiss = shownAmiss(told, originals.ok ? originals.value : [], segmentsOf(vault));
  if (amiss.length === 0) foundWhole.set(vault, check);
  else foundWhole.delete(vault);
  const isApart = amiss.some(({ verdict }) => verdict === "apart");
  return { answer: "checked", check, amiss: isApart && !isQuick ? withApart(amiss, await listApart(vault)) : amiss };
}

/** Letters of what is apart that she is shown, to know it by. */
const shownLetters = 300;

/** What is apart, with what it says. */
function withApart(amiss: readonly ShownAmiss[], apart: readonly Apart[]): readonly ShownAmiss[] {
  const apartByPath = new Map(apart.map((one) => [one.path, one]));
  return amiss.map((one) => {
    const { mark, lines, text, name, cannot } = apartByPath.get(one.path) ?? {};
    const says = [...(lines ?? []).flatMap(({ line }) => saysOfLine(line)), ...(text === undefined ? [] : saysOfPaper(text))];
    return {
      ...one,
      ...(mark && { sha256: mark.sha256 }),
      ...(lines && { entries: [lines[0]?.counter ?? 0, lines.at(-1)?.counter ?? 0] as const }),
      ...(name !== undefined && { name }),
      ...(says.length > 0 && { says }),
      ...(cannot && { cannot }),
    };
  });
}

function saysOfLine(line: string): NonNullable<ShownAmiss["says"]> {
  const read = parseJournalLine(line);
  if (!read.ok) return [];
  const words = "words" in read.value ? (read.value.words ?? "") : "";
  return [{ at: instantToIso(read.value.written.at), words: words.slice(0, shownLetters) }];
}

function saysOfPaper(text: string): NonNullable<ShownAmiss["says"]> {
  const paper = parsePaper(text);
  return paper === undefined ? [] : [{ at: paper.at, words: paper.words.slice(0, shownLetters) }];
}

/** The paths of a check as she knows them. `segments`: the numbers of the first entries of all pieces of her journal, in order. */
function shownAmiss(
  verdicts: VaultCheck["verdicts"],
  originals: readonly Pick<Original, "file" | "name">[],
  segments: readonly number[],
): readonly ShownAmiss[] {
  const nameByFile = new Map(originals.map(({ file, name }) => [file, name]));
  return verdicts.map(({ path, verdict }): ShownAmiss => {
    const is = verdict === "planted" ? "stranger" : kindOf(path);
    const name = is === "file" ? nameByFile.get(path) : undefined;
    const first = is === "entries" ? Number(/\d+/.exec(path)?.[0]) : undefined;
    const next = segments.find((number) => first !== undefined && number > first);
    // What the last piece held beyond its first line nobody can say when it is gone.
    const entries = first === undefined ? undefined : ([first, next === undefined ? first : next - 1] as const);
    return { path, verdict, is, ...(name !== undefined && { name }), ...(entries && { entries }) };
  });
}

const kinds: readonly (readonly [RegExp, ShownAmiss["is"]])[] = [
  [/^journal\//, "entries"],
  [/^originals\//, "file"],
  [/^private\//, "private"],
  [/^waiting\//, "waiting"],
  [/^log$/, "list"],
  [/^(?:identity\.age|book\.json)$/, "keys"],
  [/^catalogue\./, "catalogue"],
  [/^statement\.age$/, "statement"],
  [/^(?:settings|openings|notes)\.age$|^tries\.json$/, "settings"],
];

function kindOf(path: string): ShownAmiss["is"] {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? "stranger";
}

function segmentsOf({ now }: Vault): readonly number[] {
  const numbers = [...now.log.historyByPath].flatMap(([path, history]) => {
    const number = /^journal\/(\d{6})\.age$/.exec(path)?.[1];
    return history.now === undefined || number === undefined ? [] : [Number(number)];
  });
  return numbers.sort((one, other) => one - other);
}

/** The folder of a vault, told of as it is read, and read no further where it is stopped. */
function watched({ world, now }: Vault, { signal, tell }: AtWork): Folder {
  const total = [...now.log.historyByPath.values()].reduce((sum, history) => sum + (history.now?.size ?? 0), 0);
  let done = 0;
  return {
    ...world.folder,
    async open(path) {
      const source = await world.folder.open(path);
      if (source === undefined) return undefined;
      const read: Source["read"] = async (start, end, room) => {
        signal.throwIfAborted();
        const bytes = await source.read(start, end, room);
        done += bytes.length;
        tell("", Math.min(done, total), total);
        return bytes;
      };
      return { ...source, read };
    },
  };
}
