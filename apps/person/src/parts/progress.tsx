import { t } from "@lingui/core/macro";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { Beside } from "./beside.tsx";

/** A screen reader hears how far it is this often, and no oftener. Milliseconds. */
const sayEveryMs = 5_000;

/** How far it is: a bar, the same in words, and the words spoken calmly. */
export function ProgressView({
  done,
  total,
  says,
}: {
  readonly done: number;
  readonly total: number;
  readonly says: string;
}): ReactElement {
  const spoken = useCalm(says);
  return (
    <>
      <progress aria-label={t`How far it is`} {...(total > 0 ? { max: total, value: Math.min(done, total) } : {})} />
      <p>
        {says}
        <Beside of={says} />
      </p>
      <p className="unseen" role="status">
        {spoken}
      </p>
    </>
  );
}

/** The newest text, given on at intervals. */
function useCalm(text: string): string {
  const [calm, setCalm] = useState("");
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  });
  useEffect(() => {
    const timer = setInterval(() => setCalm(newest.current), sayEveryMs);
    return () => clearInterval(timer);
  }, []);
  return calm;
}
