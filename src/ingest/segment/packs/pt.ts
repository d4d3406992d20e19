import type { PackSource } from './pack.ts';

export const pt: PackSource = {
  leading: 'aprox av cap cel dep dra drs eng ex exma exmo gen p.ex pe profa sen sra srs srta sta sto',
  numbered: 'abr ago arts dez fev jan jul jun mai mar nov núm out pág págs set',
  ambiguous: 'cia hab hs km ltda min séc',
  starters:
    'a ainda além ao após as até com como da de depois desde do durante e ela ele eles em era essa esta ' +
    'este eu foi hoje há isso já mais mas muitos na no nossa não nós o os ou outro para pela pelo por ' +
    'porém quando que se segundo sem seu sua também todos um uma às é',
};
