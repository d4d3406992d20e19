import { locale } from '../messages/language.ts';

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

/** Starts a worker whose code came with the app, named by the language of the interface. Browser only. */
export function startWorker(address: string): Worker {
  return new Worker(ownScript(address), { type: 'module', name: locale() });
}

/**
 * The address of a script that came with the app, relative to the page or absolute. Our Content-Security-Policy lets no
 * string become one but by this policy, which throws at what is not of our own origin. Browser only.
 */
export function ownScript(address: string): string {
  return OWN.createScriptURL(new URL(address, document.baseURI).href);
}

const OWN = window.trustedTypes?.createPolicy('linecheck-worker', { createScriptURL: keepOwn }) ?? {
  createScriptURL: keepOwn,
};

function keepOwn(address: string): string {
  if (new URL(address).origin !== location.origin) throw new Error(`${address} is no script of this app.`);
  return address;
}
