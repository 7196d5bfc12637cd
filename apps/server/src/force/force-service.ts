import type { SupportService } from "@unmask/core";

/** A service that gave this force a recipient: what is shared with it by somebody’s consent is sealed to that, and to nothing else. */
export interface ForceService extends SupportService {
  /** `age1…` */
  readonly recipient: string;
}

/** Services that the administrator loaded, by name. */
export interface Services {
  list(): Promise<readonly ForceService[]>;
}
