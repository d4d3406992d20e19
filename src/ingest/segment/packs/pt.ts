import type { PackSource } from './pack.ts';

export const pt: PackSource = {
  leading:
    'sra srta srs sras dra drs profa exmo exma ilmo ilma v.exa d eng arq adv gen cel cap ten sgt maj alm ' +
    'dep sen ver pe fr rev mons sto sta p.ex ex aprox av pça',
  numbered:
    'núm pág págs arts inc cap caps fl fls ed jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sáb dom',
  ambiguous: 'cia ltda hab eua a.c d.c depto séc min hs km',
  starters:
    'a à agora ainda além algum alguma alguns ali ante antes ao aos apenas após aquela aquele aqui as às assim até cada como com ' +
    'contra contudo da das de depois desde do dos durante e é ela elas ele eles em embora enquanto então entre era essa esse ' +
    'está esta este eu foi foram há hoje isso isto já lá logo mais mas mesmo meu minha muitas muito muitos na nas não nem nenhum ' +
    'nesta neste ninguém no nos nós nossa nosso num numa nunca o onde ontem os ou outra outro para pela pelo pois por porém ' +
    'porque portanto pouco primeiro qual quando quanto quase que quem são se segundo sem sempre ser sim sob sobre só sua suas ' +
    'seu seus tal também tanto toda todas todo todos três tudo um uma umas uns vários você vocês',
};
