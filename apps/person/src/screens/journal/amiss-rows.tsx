import { t } from "@lingui/core/macro";
import { type ReactElement, useEffect, useState } from "react";
import type { Walk } from "../../session.ts";
import type { KeptHere } from "../../vault/use-vault.ts";
import { Row } from "./home-rows.tsx";

/** Asks what is amiss each time that home is come to; true: something is missing, was changed, or was put there. */
export function useAmiss({ ask }: KeptHere): boolean {
  const [isAmiss, setAmiss] = useState(false);
  useEffect(() => {
    let isGone = false;
    void ask({ ask: "check", isQuick: true }).then((answer) => {
      if (!isGone && answer.answer === "checked") setAmiss(answer.amiss.length > 0);
    });
    return () => {
      isGone = true;
    };
    // Once for each time that home is come to.
  }, []);
  return isAmiss;
}

/** The row that leads to what is amiss. A list that was changed is told at once: nothing new is kept until it is mended. */
export function amissRows({ vault, navigation }: Walk, isAmiss: boolean): readonly ReactElement[] {
  const isWritable = vault.status?.is === "open" && vault.status.isWritable;
  if (isWritable && !isAmiss) return [];
  return [
    <Row
      key="whole"
      icon="file"
      says={t`Something kept here is missing or was changed`}
      waits={isWritable ? t`See what it is, and what you can do.` : t`All of it can be read, and nothing new is kept.`}
      onPress={() => navigation.go({ name: "keep", at: "check" })}
    />,
  ];
}
