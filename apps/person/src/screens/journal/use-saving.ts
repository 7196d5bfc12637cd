import { useRef, useState } from "react";

/** What waits while something is being written, and what to tell her where it was not. */
interface Saving {
  readonly isSaving: boolean;
  readonly says: string | undefined;
  dropSays(): void;
  /** `work` answers why it was not done. */
  save(work: () => Promise<string | undefined>): Promise<void>;
}

/** One thing is written at a time: whoever presses twice writes once. */
export function useSaving(): Saving {
  const [isSaving, setSaving] = useState(false);
  const [says, setSays] = useState<string>();
  // Known at once: of several presses in one turn each sees the screen as it was before the first.
  const isBusy = useRef(false);
  return {
    isSaving,
    says,
    dropSays: () => setSays(undefined),
    async save(work) {
      if (isBusy.current) return;
      isBusy.current = true;
      setSaving(true);
      setSays(undefined);
      const why = await work();
      isBusy.current = false;
      setSaving(false);
      setSays(why);
    },
  };
}
