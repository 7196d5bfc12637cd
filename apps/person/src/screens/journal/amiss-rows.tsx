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

/** The row that leads to what is amiss. A list that was changed is told at once. */
export function amissRows({ vault, navigation }: Walk, isAmiss: boolean): readonly ReactElement[] {
  const wasListChanged = vault.status?.is === "open" && vault.status.wasListChanged === true;
  if (!wasListChanged && !isAmiss) return [];
  return [
    <Row
      key="whole"
      icon="file"
      says={t`Something kept here is missing or was changed`}
      waits={t`See what it is, and what you can do.`}
      onPress={() => navigation.go({ name: "keep", at: "check" })}
    />,
  ];
}
