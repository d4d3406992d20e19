import type { PackSource } from './pack.ts';

export const pt: PackSource = {
  leading: 'aprox av cap cel d dep dra drs eng ex exma exmo fr gen p.ex pe profa sen sra srs srta sta sto',
  numbered: 'abr ago arts dez fev jan jul jun mai mar nov núm out pág págs set',
  ambiguous: 'a.c cia d.c hab hs km ltda min s.a séc',
  starters:
    'a agora ainda além ao aos após aqui as assim até cada com como contra da de depois desde do dos ' +
    'durante e ela elas ele eles em entre então era essa esse esta este está eu foi hoje há isso isto ' +
    'já mais mas meu muitos na nem ninguém no nos nossa nunca não nós o onde os ou outro para pela pelo ' +
    'por porque porém quando quem se segundo sem seu seus sua suas são também todos tudo um uma você às ' +
    'é',
};
