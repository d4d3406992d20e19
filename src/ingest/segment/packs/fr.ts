import type { PackSource } from './pack.ts';

export const fr: PackSource = {
  leading: 'apr av bd boul c.-à-d col dép env lt M Me Mgr mlle MM mme mmes p.ex ste éd',
  numbered: 'avr chap déc févr ill janv juil nov num oct réf sept',
  ambiguous: 'cie ets hab sté',
  starters:
    'après au aussi aux avec ce ces cette d dans depuis des elle elles en et il ils j je l la le les ' +
    'leur mais nous on or par pour quand que sa selon ses si son sur un une vous à',
};
