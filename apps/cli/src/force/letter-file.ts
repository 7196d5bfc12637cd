import { type Result, failed, isBlank, ok } from "@unmask/core";
import { bytesToText } from "@unmask/seal";
import { type LetterFields, parseLetterFile } from "@unmask/submission";
import { readTextBytes } from "../ports/named-file.ts";

/** What she wrote in files: the fields of a letter (docs/formats/submission.md, "The file for a letter"), or words alone. Each refusal says that nothing was sent. */

/** The fields that stand in the file at `--letter`; none where there is no such file in the command. */
export async function readLetterFile(path: string | undefined, signal: AbortSignal): Promise<Result<LetterFields, string>> {
  if (path === undefined) return ok({});
  const text = await readText(path, "--letter", signal);
  if (!text.ok) return text;
  const said = parseLetterFile(text.value);
  return said.ok ? said : failed(`${said.error}. docs/formats/submission.md lists what may stand there. Nothing was sent.`);
}

/** The words in the file at `--answer`, whole; none where there is no such file in the command. What is blank is no answer. */
export async function readAnswer(path: string | undefined, signal: AbortSignal): Promise<Result<LetterFields, string>> {
  if (path === undefined) return ok({});
  const text = await readText(path, "--answer", signal);
  if (!text.ok) return text;
  const account = text.value.replace(/^\uFEFF/, "").trimEnd();
  return isBlank(account) ? failed("the file at --answer holds no words. Nothing was sent.") : ok({ account });
}

/** In another encoding each é and £ would be lost for good if it were read all the same. */
async function readText(path: string, option: string, signal: AbortSignal): Promise<Result<string, string>> {
  const bytes = await readTextBytes(path, signal);
  if (bytes === undefined) return failed(`there is no file of text at ${option}. Look at how the path is written. Nothing was sent.`);
  const text = bytesToText(bytes);
  return text === undefined
    ? failed(`the file at ${option} is not in UTF-8, so its signs cannot be told. Save it as UTF-8 text. Nothing was sent.`)
    : ok(text);
}
