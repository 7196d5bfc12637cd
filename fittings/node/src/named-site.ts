/** Which names a server answers to: another name for its address would be another site's page reaching in (DNS rebinding). */
export interface NamedSite {
  /** Its name on this machine: `localhost` or a name below it. Whoever comes by an address of the machine is sent here. */
  readonly name: string;
  /** The host of its public address, where a proxy stands before it: a name, with its port where the address has one. */
  readonly publicHost?: string | undefined;
}

/** How the site was asked for: by its name, or by an address of this machine. */
export interface SiteAsked {
  readonly isAddress: boolean;
  /** `:4180`, or nothing where none was said. */
  readonly port: string;
}

/** Reads a `Host`; undefined for every name that is not the site's. */
export function siteAsked({ name, publicHost }: NamedSite, host = ""): SiteAsked | undefined {
  if (publicHost !== undefined && host.toLowerCase() === publicHost.toLowerCase()) return { isAddress: false, port: "" };
  const [, asked, port = ""] = /^([a-z.]+|127\.0\.0\.1|\[::1\])(:\d+)?$/.exec(host) ?? [];
  if (asked === name) return { isAddress: false, port };
  return asked === "127.0.0.1" || asked === "[::1]" ? { isAddress: true, port } : undefined;
}
