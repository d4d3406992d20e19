/** As far as Trusted Types (W3C) concern us; the browsers without them take the string itself. */
declare global {
  interface TrustedTypesRules {
    readonly createScriptURL: (address: string) => string;
  }

  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: <Rules extends TrustedTypesRules>(name: string, rules: Rules) => Rules;
    };
  }
}

/**
 * Starts a worker whose code came with the app. Our Content-Security-Policy lets no string become the address of a
 * script but by this policy, which lets through what is of our own origin. Browser only.
 */
export function startWorker(address: string): Worker {
  const own = OWN.createScriptURL(new URL(address, document.baseURI).href);
  return new Worker(own, { type: 'module' });
}

const OWN = window.trustedTypes?.createPolicy('linecheck-worker', { createScriptURL: keepOwn }) ?? {
  createScriptURL: keepOwn,
};

function keepOwn(address: string): string {
  if (new URL(address).origin !== location.origin) throw new Error(`${address} is no script of this app.`);
  return address;
}
