import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from "react";
import { sayCount, saySize } from "@unmask/words";
import type { KeyTexts } from "../keys.ts";
import { type Handed, handedFile, handedFolder } from "../ports/handed.ts";
import { Origin } from "./origin.tsx";

/** A key or a certificate has a few thousand characters; a longer file was chosen by mistake and would fill the field. */
const maxKeyFile = 1_000_000;

/** What is brought to a check. The fields are emptied with the page: no browser is asked to remember them. */
export function Asking({
  check,
  cameFrom,
  isBusy,
  children,
}: {
  readonly check: (handed: Handed | undefined, texts: KeyTexts) => void;
  readonly cameFrom: string;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const [handed, setHanded] = useState<Handed>();
  const [texts, setTexts] = useState<KeyTexts>({ identity: "", signer: "", authority: "" });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    check(handed, texts);
  };
  const field = (key: keyof KeyTexts): { readonly text: string; readonly change: (text: string) => void } => ({
    text: texts[key],
    change: (text) => setTexts((before) => ({ ...before, [key]: text })),
  });
  return (
    <div className="two">
      <main>
        <h1>Is this pack as it was sealed?</h1>
        <form autoComplete="off" onSubmit={send}>
          <fieldset disabled={isBusy}>
            <legend>The pack</legend>
            <Picker label="A sealed file (.age), or a tar" choose={({ files }) => setHanded(files?.[0] && handedFile(files[0]))} />
            <Picker
              label="Or the folder it was unpacked into"
              isFolder
              choose={({ files }) => setHanded(files ? handedFolder(files) : undefined)}
            />
            <p className="chosen">
              {handed ? (
                <>
                  Chosen: <bdi>{handed.name}</bdi>, {handed.files === undefined ? saySize(handed.size) : sayCount(handed.files, "file")}
                </>
              ) : (
                "Nothing is chosen yet."
              )}
            </p>
          </fieldset>
          <fieldset disabled={isBusy}>
            <legend>What you bring</legend>
            <p className="second">By another way than the pack: what comes out of a pack vouches for nothing.</p>
            <KeyField label="Your own key, for a sealed file" hint="A line AGE-SECRET-KEY-1…" {...field("identity")} />
            <KeyField label="The signer's key" hint="As the person who made the pack told it to you" {...field("signer")} />
            <KeyField label="Certificates of a time-stamp authority" hint="Only if you trust one" {...field("authority")} />
          </fieldset>
          {children}
          <button type="submit" className="main" disabled={isBusy}>
            Check this pack
          </button>
        </form>
      </main>
      <aside>
        <section>
          <h2>What this page does</h2>
          <ul>
            <li>It opens the pack on this computer and checks every file and every seal.</li>
            <li>It keeps nothing. When you close it, the keys and the pack are gone from it.</li>
            <li>
              A browser leaves out links in a folder: such a file is told as missing, and a link in no list is not seen. The sealed file can
              hold none.
            </li>
          </ul>
        </section>
        <Origin cameFrom={cameFrom} />
      </aside>
    </div>
  );
}

function Picker({
  label,
  isFolder = false,
  choose,
}: {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly choose: (input: HTMLInputElement) => void;
}): ReactElement {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        ref={(input) => {
          if (input && isFolder) input.webkitdirectory = true;
        }}
        onChange={({ target }) => choose(target)}
      />
    </p>
  );
}

function KeyField({
  label,
  hint,
  text,
  change,
}: {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly change: (text: string) => void;
}): ReactElement {
  const id = useId();
  const [fault, setFault] = useState("");
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const isTooLong = file.size > maxKeyFile;
    setFault(isTooLong ? "This file is too long to hold a key." : "");
    if (!isTooLong) change(await file.text());
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="second" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        rows={2}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => change(target.value)}
      />
      <label htmlFor={`${id}-file`} className="second">
        or from a file: {label}
      </label>
      <input
        id={`${id}-file`}
        type="file"
        onChange={({ target }) => {
          read(target.files?.[0]).catch(() => setFault("This file could not be read."));
        }}
      />
      {fault !== "" && <p className="amber">{fault}</p>}
    </div>
  );
}
