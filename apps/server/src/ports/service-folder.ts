/**
 * Services to which this force can send something by a person’s consent, in a folder of the case folder (`DIR/case/services`): one file each,
 * `ID.json`, as the administrator loaded it. A file that reads as none is no service.
 */
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type ReadValue,
  type Result,
  type SupportContact,
  fault,
  list,
  object,
  ok,
  parseCivilDay,
  parsed,
  readDocument,
  text,
} from "@unmask/core";
import { isRecipient } from "@unmask/seal";
import type { ForceService, Services } from "../force/force-service.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";

/** UTF-16 units of a file. */
const longestFile = 16 * 1024;
/** UTF-16 units of a line of it: it is printed in one row. */
const longestLine = 300;

const line: ReadValue<string> = (value, path) => {
  const written = text(value, path).trim();
  return written === "" || written.length > longestLine || /[\p{Cc}\p{Cf}]/u.test(written) ? fault(path, "is no line of text") : written;
};
const serviceId: ReadValue<string> = parsed((one) => (/^[a-z0-9][a-z0-9-]{0,63}$/.test(one) ? one : undefined), "id");
const contact: ReadValue<SupportContact> = object(({ must, may }) => {
  const way = must(
    "way",
    parsed((one) => (one === "call" || one === "text" || one === "site" ? one : undefined), "call, text or site"),
  );
  const said = may("says", line);
  return way === "site" ? { way, site: must("site", line), ...said } : { way, number: must("number", line), ...said };
});

/** The file as it is loaded: how and on which day the recipient was checked with the service is asked for, since whoever holds that key reads what is sent. */
const serviceFromJson: ReadValue<ForceService> = object(({ must, may }) => ({
  id: must("id", serviceId),
  name: must("name", line),
  for: must("for", line),
  ...may("does", line),
  contacts: must("contacts", list(contact)),
  ...may("hours", line),
  recipient: must(
    "recipient",
    parsed((one) => (isRecipient(one) ? one : undefined), "recipient of age, age1…"),
  ),
  checkedOn: must(
    "checkedOn",
    parsed((one) => parseCivilDay(one) && one, "day written like 2026-11-25"),
  ),
  source: must("checkedHow", line),
  verification: "text-seen",
}));

/** What the command of the administrator does beside reading. */
export interface ServiceFolder extends Services {
  /** Keeps a service; one of the same id goes. The error says where the file is none, never what stands there. */
  keep(file: string): Promise<Result<ForceService, string>>;
  /** False where there is none of this id. */
  remove(id: string): Promise<boolean>;
}

/** The services of a case folder. */
export function openServices(caseFolder: string): ServiceFolder {
  const folder = join(caseFolder, "services");
  return {
    async list() {
      const all: ForceService[] = [];
      for (const name of await namesIn(folder)) {
        const read = name.endsWith(".json") ? parseService(await readOrNothing(join(folder, name))) : undefined;
        if (read?.ok === true) all.push(read.value);
      }
      return all.sort((one, other) => (one.name < other.name ? -1 : 1));
    },
    async keep(file) {
      const read = parseService(file);
      if (!read.ok) return read;
      await write(folder, read.value.id, file);
      return ok(read.value);
    },
    async remove(id) {
      const known = (await namesIn(folder)).includes(`${id}.json`);
      if (!known) return false;
      await rm(join(folder, `${id}.json`), { force: true });
      await syncFolder(folder);
      return true;
    },
  };
}

function parseService(file: string): Result<ForceService, string> {
  return readDocument(file, { what: "service", longest: longestFile }, serviceFromJson);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

async function readOrNothing(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return "";
    throw error;
  });
}

/** Whole or not at all. */
async function write(folder: string, id: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${id}.new`);
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, join(folder, `${id}.json`));
  await syncFolder(folder);
}
