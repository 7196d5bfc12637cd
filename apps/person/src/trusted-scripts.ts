/** The one policy for script addresses: nothing but our own files becomes a worker, whatever reaches the page. */
const policy = globalThis.trustedTypes?.createPolicy("unmask", {
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError("not a script of ours");
    return address;
  },
});

/** Vouches for the address of one of our own scripts. */
export function trustedScript(address: string): string {
  // The type of a trusted address is not known to the constructors that take it; at run time the browser demands it.
  return policy ? (policy.createScriptURL(address) as string) : address;
}

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

declare global {
  // Not in the compiler's library yet (W3C Trusted Types).
  var trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy } | undefined;
}
