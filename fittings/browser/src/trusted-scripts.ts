/** The one policy for script addresses: nothing but our own files becomes a worker, whatever reaches the page. */
const policy = globalThis.trustedTypes?.createPolicy("unmask", {
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError("not a script of ours");
    return address;
  },
});

/** Vouches for the address of one of our own scripts. */
export function trustedScript(address: string): string {
  return policy ? policy.createScriptURL(address) : address;
}

interface ScriptPolicy {
  /** A trusted address, which is no text at run time; the constructors that take it are typed for texts. */
  createScriptURL(address: string): string;
}

declare global {
  // Not in the compiler's library yet (W3C Trusted Types).
  var trustedTypes: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } | undefined;
}
