import { onlineManager, QueryClient } from '@tanstack/react-query';

/**
 * What is loaded. Everything in this browser works without a network; what is fetched says so in its own options
 * (`fetched.ts`).
 */
export function createQueryClient(): QueryClient {
  onlineManager.setOnline(navigator.onLine);
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
