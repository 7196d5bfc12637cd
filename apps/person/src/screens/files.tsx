import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { type DragEvent, type ReactElement, type ReactNode, useState } from "react";
import type { HandedFile } from "../engine/protocol.ts";
import { Hindrance } from "../parts/caveats.tsx";
import { Icon } from "../parts/icon.tsx";
import { Page } from "../parts/page.tsx";
import { Picker } from "../parts/picker.tsx";
import { sayChannel, saySize } from "@unmask/words";
import { copiesAmong, filesOfDrop } from "../ports/handed-files.ts";
import { type Sending, type Session, type Walk, isLetterStanding, withoutImport } from "../session.ts";
import { useTakesReports } from "../use-force.ts";
import { PackStands } from "./force/pack-stands.tsx";

/** Rows shown before the rest is summed up: a folder of photos has thousands. */
const mostRows = 100;

/** Choose the files: drop them, or pick files or a folder. */
export function Files({ session, change, navigation, engine }: Walk): ReactElement {
  const { files } = session;
  const [hindrance, setHindrance] = useState("");
  const [isOver, setOver] = useState(false);
  const [copy, setCopy] = useState<string>();

  const add = async (chosen: readonly HandedFile[]): Promise<void> => {
    setHindrance("");
    const copies = await copiesAmong(chosen);
    setCopy(copies[0]?.name);
    const more = chosen.filter((one) => !copies.includes(one));
    if (more.length > 0) change({ files: withNew(files, more), ...withoutImport });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    filesOfDrop(event.dataTransfer).then(add, () =>
      setHindrance(t`Something of what you dropped could not be opened. Choose it with a button below.`),
    );
  };
  const takesReports = useTakesReports();
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <Page
      title={t`Bring in what you have exported`}
      actions={
        <>
          <button
            type="button"
            className="primary"
            onClick={() => (files.length === 0 ? setHindrance(t`Choose at least one file first.`) : navigation.go({ name: "zone" }))}
          >
            <Trans>Go on</Trans>
          </button>
          {takesReports && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "replies" })}>
              <Trans>I have seven words: read the reply</Trans>
            </button>
          )}
        </>
      }
    >
      {isLetterStanding(session) && <LetterStands {...session} onPress={() => navigation.go({ name: "sending" })} />}
      <AnswerStands {...session} onPress={() => navigation.go({ name: "write-back" })} />
      <PackStands {...{ session, change, engine }} />
      {session.selfCheck && <Stands says={t`Your answers are held in this page. They go when you close or leave it.`} />}
      <p>
        <Trans>Chats, texts, calls, mail: files, zips, or a whole folder. They are read on this device and sent nowhere.</Trans>
      </p>
      {hindrance !== "" && <Hindrance says={hindrance} />}
      {copy !== undefined && (
        <Stands
          says={t`${copy} is a copy of notes.`}
          to={t`Bring back the notes in it`}
          onPress={() => navigation.go({ name: "keep", at: "been-here" })}
        >
          {` ${t`It is not read here. With your passphrase or the twelve words it brings your notes back.`}`}
        </Stands>
      )}
      <div
        className={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p className="second">
          <Trans>Drop files or a folder here, or</Trans>
        </p>
        <div className="pickers">
          <Picker picks="files" onPicked={(picked) => void add(picked)}>
            <Trans>Choose files</Trans>
          </Picker>
          <Picker picks="folder" onPicked={(picked) => void add(picked)}>
            <Trans>Choose a folder</Trans>
          </Picker>
        </div>
      </div>
      <p role="status" className={files.length === 0 ? "unseen" : "second"}>
        {files.length > 0 && t`${plural(files.length, { one: "# file", other: "# files" })} chosen, ${saySize(total)}.`}
      </p>
      {files.length > 0 && <Chosen files={files} onChange={(left) => change({ files: left, ...withoutImport })} />}
      <HowToExport />
      <div className="onward">
        {(
          [
            [{ name: "keep", at: "settings" }, t`Your notes on this device`],
            [{ name: "support" }, t`People who can help`],
            [{ name: "learn" }, t`What is good to know`],
          ] as const
        ).map(([screen, says]) => (
          <button key={screen.name} type="button" className="row" onClick={() => navigation.go(screen)}>
            {says}
            <Icon name="onward" />
          </button>
        ))}
      </div>
      {takesReports && (
        <p>
          <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "send", isAlone: true })}>
            <Trans>Write to the police without files</Trans>
          </button>
        </p>
      )}
    </Page>
  );
}

function LetterStands({ sending, words, onPress }: Pick<Session, "sending" | "words"> & { readonly onPress: () => void }): ReactElement {
  return (
    <Stands says={sayWhere(sending?.stage)} to={t`Go to your letter`} onPress={onPress}>
      {words !== undefined && ` ${t`Its seven words are still in this page.`}`}
    </Stands>
  );
}

/** What became of an answer that she left while it was on its way; none of its words. */
function AnswerStands({
  answering: { going, says, isThere },
  onPress,
}: Pick<Session, "answering"> & { readonly onPress: () => void }): ReactElement | null {
  if (going !== undefined) return <Stands says={t`Your answer is on its way.`} to={t`Go to your answer`} onPress={onPress} />;
  if (isThere) return <Stands says={t`Your answer is there.`} />;
  return says === undefined ? null : <Stands says={t`Nobody has said that your answer is there.`}>{` ${says}`}</Stands>;
}

function Stands({
  says,
  children,
  to,
  onPress,
}: {
  readonly says: string;
  readonly children?: ReactNode;
  readonly to?: string;
  readonly onPress?: () => void;
}): ReactElement {
  return (
    <section className="mind">
      <p>
        <strong>{says}</strong>
        {children}
      </p>
      {onPress && (
        <p>
          <button type="button" className="bare underlined" onClick={onPress}>
            {to}
          </button>
        </p>
      )}
    </section>
  );
}

function sayWhere(stage: Sending["stage"] | undefined): string {
  if (stage === "not sent") return t`Nobody has said whether your letter is there.`;
  return stage === "letter" ? t`Your letter is on its way.` : t`Your letter is there.`;
}

function Chosen({
  files,
  onChange,
}: {
  readonly files: readonly HandedFile[];
  readonly onChange: (files: readonly HandedFile[]) => void;
}): ReactElement {
  return (
    <ul className="rows">
      {files.slice(0, mostRows).map((handed, i) => (
        <li key={`${handed.name} ${i}`}>
          <span>
            <bdi>{handed.name}</bdi> <span className="second">{saySize(handed.file.size)}</span>
          </span>
          <button type="button" className="bare underlined" onClick={() => onChange(files.filter((one) => one !== handed))}>
            <Trans>
              Remove<span className="unseen"> {handed.name}</span>
            </Trans>
          </button>
        </li>
      ))}
      {files.length > mostRows && (
        <li>
          <Trans>
            and <Plural value={files.length - mostRows} one="# more file" other="# more files" />
          </Trans>
        </li>
      )}
    </ul>
  );
}

/** A file that is chosen twice is one file. */
function withNew(files: readonly HandedFile[], more: readonly HandedFile[]): readonly HandedFile[] {
  const keyOf = ({ name, file }: HandedFile): string => JSON.stringify([name, file.size, file.lastModified]);
  const known = new Set(files.map(keyOf));
  return [...files, ...more.filter((one) => !known.has(keyOf(one)))];
}

const ways = (): readonly (readonly [string, string])[] => [
  [
    sayChannel("whatsapp"),
    t`Open the chat, its menu, More, Export chat. “Include media” keeps pictures. It gives a zip or a text file. Do not clear the chat afterwards.`,
  ],
  [
    t`Texts and calls on Android`,
    t`The app SMS Backup & Restore writes files that begin with sms- and calls-. Keep them on the device: no cloud is needed.`,
  ],
  [
    [sayChannel("instagram"), sayChannel("facebook"), sayChannel("messenger")].join(", "),
    t`Accounts Centre, Your information and permissions, Export your information. Choose JSON as the format, not HTML.`,
  ],
  [sayChannel("telegram"), t`Telegram Desktop, Settings, Advanced, Export Telegram data. Choose JSON as the format.`],
  [
    t`Mail`,
    t`Save single mails as .eml, or take the whole mailbox (Google Takeout gives .mbox). Do not forward them: forwarding loses where they came from.`,
  ],
  [t`Pictures, recordings, anything else`, t`Bring the file itself. What no reader knows is kept whole, with its name and hash.`],
];

function HowToExport(): ReactElement {
  return (
    <details>
      <summary>
        <Trans>How to get these files</Trans>
      </summary>
      <p>
        <Trans>Bring more than one phone or account together if you can. If two files hold the same message, it is counted once.</Trans>
      </p>
      <dl className="ways">
        {ways().map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Trans>Some services tell the account’s mail address that an export was asked for. If they read your mail, wait.</Trans>
      </p>
    </details>
  );
}
