/**
 * Private windows and blocked site data answer so, at any time. A full disk or a damaged file answers otherwise, and is no
 * reason to say that one copy will do.
 */
export function isRefusalForGood(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:SecurityError|InvalidStateError|NotSupportedError|NotAllowedError)$/.test(error.name)
  );
}
