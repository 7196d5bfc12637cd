import {
  type CheckedItem,
  type Grade,
  type TimelineAct,
  type Verdict,
  inOrderOfExhibits,
  isColumnList,
  timelineActFromJson,
} from "@unmask/core";
import {
  type CreateHash,
  type PackCheck,
  type PackFiles,
  type ToldReport,
  findExhibit,
  layout,
  linesOfStream,
  maxActLine,
  maxReport,
  parseActLine,
  readPacked,
  readPackedText,
  readReport,
} from "@unmask/pack";

/**
 * What a checked pack tells whoever reads it at a desk: its exhibits, and the acts that stand in them. Only files that were found valid are
 * read; what hangs on a file that is not is said of each act.
 */
export interface ToldPack {
  readonly report: ToldReport;
  readonly exhibits: readonly CheckedExhibit[];
}

/** An exhibit, with the verdict on its file and the acts that hang on it. */
export interface CheckedExhibit {
  readonly number: string;
  /** Where it lies and what it was called; of one that is held back neither is told. */
  readonly file?: { readonly path: string; readonly name: string; readonly verdict: Verdict };
  readonly size: number;
  /** Acts that stand in it. */
  readonly acts: number;
  /** Numbers of the first of them, at most `mostNumbers`. */
  readonly numbers: readonly number[];
  /** How its acts reached us, each once. */
  readonly grades: readonly Grade[];
}

/** An act as the pack shows it. */
export interface ToldAct {
  /** Its place in the log, from 1. */
  readonly number: number;
  readonly act: TimelineAct;
  /** Numbers of the exhibits in which it stands. */
  readonly exhibits: readonly string[];
  /** Of each of its attachments the exhibit that has its bytes; undefined where none of its own has. */
  readonly attached: readonly (string | undefined)[];
}

/** Numbers of acts that are listed for one exhibit; all of a long chat would fill the page. */
const mostNumbers = 20;
/** A longer line in a list of files is an attack on memory. */
const maxListLine = 64 * 1024;

/** Reads what a pack tells. Undefined where its report or its acts were not found valid: then nothing of it is shown. */
export async function tellPack(files: PackFiles, { items }: Pick<PackCheck, "items">): Promise<ToldPack | undefined> {
  const verdicts = new Map(items.map(({ path, verdict }) => [path, verdict]));
  if (verdicts.get(layout.report) !== "valid" || verdicts.get(layout.acts) !== "valid") return undefined;
  const sizes = await sizesOf(files);
  const report = await readToldReport(files);
  if (report === undefined) return undefined;
  const hanging = new Map<string, { acts: number; readonly numbers: number[]; readonly grades: Set<Grade> }>();
  for await (const { number, act, exhibits } of actsOf(files, report, sizes)) {
    for (const exhibit of exhibits) {
      const known = hanging.get(exhibit) ?? { acts: 0, numbers: [], grades: new Set() };
      known.acts++;
      known.grades.add(act.grade);
      if (known.numbers.length < mostNumbers) known.numbers.push(number);
      hanging.set(exhibit, known);
    }
  }
  const exhibits = [...report.exhibits].sort(inOrderOfExhibits).map((exhibit): CheckedExhibit => {
    const { acts = 0, numbers = [], grades = new Set<Grade>() } = hanging.get(exhibit.number) ?? {};
    const shared = { number: exhibit.number, size: exhibit.size, acts, numbers, grades: [...grades] };
    if (exhibit.withheld) return shared;
    const { path, name } = exhibit;
    return { ...shared, file: { path, name, verdict: verdicts.get(path) ?? "missing" } };
  });
  return { report, exhibits };
}

/** The acts of a pack that was told, in the order of its log. Ends where a line is not one: the check has said so. */
export async function* toldActs(files: PackFiles, report: Pick<ToldReport, "exhibits">): AsyncGenerator<ToldAct, void> {
  yield* actsOf(files, report, await sizesOf(files));
}

async function* actsOf(files: PackFiles, { exhibits }: Pick<ToldReport, "exhibits">, sizes: Sizes): AsyncGenerator<ToldAct, void> {
  const exhibitOf = findExhibit(exhibits);
  const numberByHash = new Map<string, string>(exhibits.flatMap((one) => (isColumnList(one) ? [] : [[one.sha256, one.number]])));
  for await (const line of linesOfStream(readPacked(files, layout.acts, sizes.get(layout.acts) ?? 0), maxActLine)) {
    const told = parseActLine(line);
    const act = told.ok ? timelineActFromJson(told.value.entry) : told;
    if (!act.ok || !told.ok) return;
    const numbers = new Set(told.value.spans.flatMap((span) => exhibitOf(span)?.number ?? []));
    const attached = act.value.attachments.map(({ sha256 }) => numberByHash.get(sha256 ?? ""));
    yield { number: told.value.leaf + 1, act: act.value, exhibits: [...numbers], attached };
  }
}

/** What the report of a pack says; undefined where it is none. Whether it is what was sealed, the check says. */
export async function readToldReport(files: PackFiles): Promise<ToldReport | undefined> {
  const sizes = await sizesOf(files);
  const text = await readPackedText(files, layout.report, { size: sizes.get(layout.report) ?? 0, most: maxReport });
  const report = text === undefined ? undefined : readReport(text);
  return report?.ok ? report.value : undefined;
}

/** Bytes of each file by its path. */
type Sizes = ReadonlyMap<string, number>;

async function sizesOf(files: PackFiles): Promise<Sizes> {
  return new Map((await files.list()).map(({ path, size }) => [path, size]));
}

/** The hash of a file as a list of the pack has it, and as the file is; undefined where there is none. */
export interface ListedAndFound {
  readonly listed: string | undefined;
  readonly found: string | undefined;
}

/** Both hashes of a file that is not what was sealed, to be held side by side. It judges nothing: the check has done that. */
export async function listedAndFound(
  files: PackFiles,
  { path }: Pick<CheckedItem, "path">,
  createHash: CreateHash,
): Promise<ListedAndFound> {
  return { listed: await hashInList(files, path), found: await hashOfFile(files, path, createHash) };
}

async function hashInList(files: PackFiles, path: string): Promise<string | undefined> {
  const list = path.startsWith("data/") ? "manifest-sha256.txt" : path.startsWith("seal/") ? layout.sealList : layout.tagManifest;
  try {
    for await (const line of linesOfStream(files.read(list), maxListLine)) if (line.slice(66) === path) return line.slice(0, 64);
    return undefined;
  } catch {
    return undefined;
  }
}

async function hashOfFile(files: PackFiles, path: string, createHash: CreateHash): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const piece of files.read(path)) hash?.update(piece);
    return hash?.digest();
  } catch {
    return undefined;
  }
}
