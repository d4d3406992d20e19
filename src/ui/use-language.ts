import { useSyncExternalStore } from 'react';
import { locale, onLanguage } from '../messages/language.ts';

/**
 * The language of the interface (BCP 47). In another one the whole app is rendered again where it is; what keeps sentences, or
 * is rendered again only for new properties, asks for it.
 */
export function useLanguage(): string {
  return useSyncExternalStore(onLanguage, locale);
}
