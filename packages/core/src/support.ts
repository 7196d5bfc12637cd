import type { Verification } from "./law.ts";

/**
 * Who can help, as data. The entries stand in the room `law`, one file a jurisdiction; the shape stands here because her app and the desk of a force both
 * show them.
 */

/** One way to reach a service. Nothing is asked of it before somebody taps it. */
export type SupportContact =
  | { readonly way: "call" | "text"; readonly number: string; readonly says?: string }
  | { readonly way: "site"; readonly site: string; readonly says?: string };

/** A service that supports people who report, with where that was read and when. */
export interface SupportService {
  /** "national-stalking-helpline". Of one jurisdiction each once. */
  readonly id: string;
  readonly name: string;
  /** For whom: "anyone", "women". */
  readonly for: string;
  /** What it does, where its name does not say. */
  readonly does?: string;
  readonly contacts: readonly SupportContact[];
  /** In words; absent where no source that was read says them well enough. */
  readonly hours?: string;
  readonly source: string;
  /** Civil day on which a person looked it up. */
  readonly checkedOn: string;
  /** `text-seen`: the service itself said so. `secondary-source`: from copies. `memory` is never shown. */
  readonly verification: Verification;
  /** 999 and 101: shown at all times, however long ago they were looked up. */
  readonly isAlways?: true;
}
