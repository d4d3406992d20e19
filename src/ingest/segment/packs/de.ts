import type { PackSource } from './pack.ts';

export const de: PackSource = {
  leading:
    'abg bes bzw dipl einschl engl evtl fr geb gen gest ggf hl hr ing inkl jur lt max med phil sog ' +
    'staatl vgl',
  numbered: 'abb abs anm Apr Aug bd Dez Feb Febr Jan Jul Jun kap Mrz Nov Okt rn Sep Sept tab ziff',
  ambiguous: 'abt chr hrsg jh kg min mio mrd sek std str tsd univ',
  trailing: 'ff usf usw',
  starters:
    'aber alle als am an auch auf aus bei bis da danach dann das dass dem den der die dies diese dieser ' +
    'doch dort du durch ein eine er es für gegen heute hier ich ihr ihre im in ist jeder jetzt kein man ' +
    'mehr mein mit nach nicht noch nun nur ob ohne schon sein seine seit sie sind so später trotz um ' +
    'und uns unser unter viele vom von vor wann warum was weil wenn wer wie wir wo während zu zum zur ' +
    'zwei',
  ordinalNouns:
    'april august bundesliga dezember etage februar geburtstag jahrestag jahrhundert januar juli juni ' +
    'mai mal märz november oktober platz runde september spieltag stock tag weltkrieg',
  ordinalLeads:
    'ab am beim bis das dem den der des die ihr ihrem ihren im sein seinem seinen seit vom zum zur',
};
