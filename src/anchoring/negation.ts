/** Words that take back what stands beside them, or take part of it back, in languages that news is written in. */
const NEGATIONS = [
  'not no never none nobody nothing neither nor cannot without hardly barely scarcely almost nearly allegedly',
  'nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne kaum weder fast beinahe angeblich',
  'ne pas jamais aucun aucune sans ni guère presque nunca jamás ningún ninguna ninguno sin nadie nada tampoco casi',
  'não nenhum nenhuma sem nem ninguém quase non nessun nessuno nessuna senza né neanche quasi',
  'niet geen nooit zonder niemand bijna inte ikke ej aldrig aldri ingen inget inga intet utan uten uden knappt næsten',
  'nie nigdy bez prawie není nikdy nikdo nic ei eivät ilman nem nincs değil yok hiç nu fără niciodată',
  'не нет ни никогда никто ничего без почти ні немає ніколи майже δεν δε μην όχι ποτέ χωρίς σχεδόν',
  'لا لم لن ليس ليست لست غير بدون دون نه نیست نہیں לא אין אינו אינה בלי नहीं न मत बिना',
  'tidak bukan belum tanpa không chưa chẳng 안',
]
  .join('|')
  .replaceAll(' ', '|');
/** A whole word, the end of one (can't), or, where words are not spaced or negation is an ending, characters of one. */
const NEGATION = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${NEGATIONS})(?![\\p{L}\\p{M}\\p{N}])|n['’]t(?!\\p{L})|(?<!\\p{L})n['’](?=\\p{L})|` +
    '[不没沒未非無无否勿莫甭别別]|ない|なかっ|なく|なけれ|なし|ません|まい|않|못|없|아니|아닌|ไม่|ไร้|មិន|ບໍ່',
  'giu',
);

/** How many negations some words hold. */
export function countNegations(words: string): number {
  return words.match(NEGATION)?.length ?? 0;
}
