import { type ReactElement, useState } from "react";
import type { Answer } from "../desk/answer.ts";
import type { Key } from "../keys/key.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "./hindrance.tsx";
import { KeyCap } from "./key-cap.tsx";
import type { WrittenIn } from "./write-form.tsx";

/** Saves a file of something that went; each time is written, with who received it. */
export function SaveWent({
  at,
  reason,
  now,
  path,
  says,
  byKey,
}: Pick<WrittenIn, "at" | "reason" | "now"> & {
  /** Below /desk. */
  readonly path: string;
  readonly says: string;
  readonly byKey?: Omit<Key, "run">;
}): ReactElement {
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const save = async (): Promise<void> => {
    const answer = await at.world.desk.file(path, reason);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    at.world.saveFile(answer.value.name, answer.value.bytes);
  };
  useKeys(byKey === undefined ? [] : [{ ...byKey, run: () => void save() }]);
  return (
    <div>
      <button type="button" className="second-button" onClick={() => void save()}>
        {says} {byKey !== undefined && <KeyCap of={byKey} />}
      </button>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void save()} />}
    </div>
  );
}
