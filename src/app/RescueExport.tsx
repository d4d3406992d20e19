import { later, laterPart, type Later } from '../ui/later.ts';
import type * as Whole from './RescueButton.tsx';

type RescueModule = Pick<typeof Whole, 'RescueButton'>;

/** Loaded ahead with the desk. What has stopped working stays readable when it does not come. */
export const rescue: Later<RescueModule> = later(() =>
  import('./RescueButton.tsx').catch(() => ({ RescueButton: () => null })),
);

export const RescueExport = laterPart(rescue, 'RescueButton');
