/**
 * The force's own words for the papers of orders, in a folder of the case folder (`DIR/case/templates`): one file each, named by the day from which it
 * holds. A wording that changes is another file with another day; one of a day that is there already is never written over.
 */
import { mkdir, open, readFile, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { type PaperTemplate, readPaperTemplate } from "@unmask/case";
import { type Result, failed, ok } from "@unmask/core";
import { isMissing, syncFolder } from "./shared-sync.ts";

const folderName = "templates";
const fileName = /^\d{4}-\d{2}-\d{2}\.json$/;

/** The templates of a case folder, in the order of their days. A file that somebody changed until it reads as none is left out. */
export async function templatesIn(folder: string): Promise<readonly PaperTemplate[]> {
  const place = join(folder, folderName);
  const names = await namesIn(place);
  const all: PaperTemplate[] = [];
  for (const name of names.filter((one) => fileName.test(one)).toSorted()) {
    const read = readPaperTemplate(await readFile(join(place, name), "utf8"));
    if (read.ok && `${read.value.from}.json` === name) all.push(read.value);
  }
  return all;
}

/** Keeps a template whole or not at all. Fails with a sentence where one of that day is there and says something else. */
export async function keepTemplate(folder: string, { from }: Pick<PaperTemplate, "from">, text: string): Promise<Result<void, string>> {
  const place = join(folder, folderName);
  await mkdir(place, { recursive: true, mode: 0o700 });
  const name = `${from}.json`;
  if ((await namesIn(place)).includes(name))
    return (await readFile(join(place, name), "utf8")) === text
      ? ok(undefined)
      : failed(`A template that holds from ${from} is there already, and papers were made by it. Give this one another day.`);
  const handle = await open(join(place, `${name}.new`), "w", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(join(place, `${name}.new`), join(place, name));
  await syncFolder(place);
  return ok(undefined);
}

async function namesIn(place: string): Promise<readonly string[]> {
  try {
    return await readdir(place);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
