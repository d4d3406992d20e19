import type { PackSource } from './pack.ts';

export const pt: PackSource = {
  leading: 'aprox av cap cel d dep dra drs eng ex exma exmo fr gen p.ex pe profa sen sra srs srta sta sto',
  numbered: 'abr ago arts dez fev jan jul jun mai mar nov núm out pág págs set',
  ambiguous: 'a.c cia d.c hab hs km ltda min s.a séc',
  starters:
    'a agora ainda alguns ali além ante antes ao aos após aquele aqui as assim até cada com como contra ' +
    'da de depois desde do dos durante e ela elas ele eles em entre então era essa esse esta este está ' +
    'eu foi hoje há isso isto já logo mais mas mesmo meu minha muitos na nas nem nenhum ninguém no nos ' +
    'nossa nosso nunca não nós o onde ontem os ou outro para pela pelo por porque porém quando quem se ' +
    'segundo sem sempre seu seus sua suas são só também toda todos tudo um uma você às é',
};
