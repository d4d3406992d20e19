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
